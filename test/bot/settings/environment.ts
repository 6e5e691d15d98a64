import assert from 'node:assert/strict';
import type { Environment } from '../../../bot/settings/names.ts';
import { readSettings, type Mode, type Settings } from '../../../bot/settings/settings.ts';

export const guids = {
  app: '5b1c5f0e-3f44-4c0d-8a83-0d9e7c1f2a10',
  tenant: '7f0d5c61-6a5e-4e0c-9d62-2f3f5f1a0b01',
  person: 'a1f6b3c2-1111-4222-8333-944455556666',
};
export const production: Environment = {
  PATH: '/usr/bin',
  HOSTNAME: 'machine-1',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: guids.app,
  MicrosoftAppPassword: 'Kx8~Q.a-long_one',
  MicrosoftAppTenantId: guids.tenant,
  PUBLIC_URL: 'https://bot.fabrikam.com/',
};
export const withoutPassword: Environment = { ...production, MicrosoftAppPassword: undefined };

export const faultsOf = (env: Environment, mode: Mode): readonly string[] => {
  const read = readSettings(env, mode);
  return read.kind === 'faults' ? read.faults : [];
};
export const settingsOf = (env: Environment, mode: Mode): Settings => {
  const read = readSettings(env, mode);
  assert.ok(read.kind === 'settings', JSON.stringify(read));
  return read.settings;
};
