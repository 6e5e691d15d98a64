import assert from 'node:assert/strict';
import type { Environment } from '../../../bot/settings/names.ts';
import { readSettings } from '../../../bot/settings/settings.ts';

const production: Environment = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '5b1c5f0e-3f44-4c0d-8a83-0d9e7c1f2a10',
  MicrosoftAppPassword: 'Kx8~Q.a-long_one',
  MicrosoftAppTenantId: '7f0d5c61-6a5e-4e0c-9d62-2f3f5f1a0b01',
  PUBLIC_URL: 'https://bot.fabrikam.com',
};
const key = 'sk_live_51Habcdefghijkl';

describe('the settings of the card gateway', () => {
  it('real money, and two webhook secrets while rotating', () => {
    const env = { ...production, STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: 'whsec_new, whsec_old' };
    const read = readSettings(env, 'production');
    assert.deepEqual(read.kind === 'settings' && read.settings.card, {
      secretKey: key,
      webhookSecrets: ['whsec_new', 'whsec_old'],
      apiBase: undefined,
      live: true,
    });
  });

  const wrong: readonly (readonly [string, Environment, readonly string[]])[] = [
    [
      'news that could be anybody’s',
      { STRIPE_SECRET_KEY: 'sk_test_51Habcdefghijkl' },
      ['STRIPE_WEBHOOK_SECRET is missing'],
    ],
    [
      'news of a gateway that is not set',
      { STRIPE_WEBHOOK_SECRET: 'whsec_1' },
      ['STRIPE_WEBHOOK_SECRET is set, but STRIPE_SECRET_KEY is not'],
    ],
    [
      'a publishable key, and three secrets',
      { STRIPE_SECRET_KEY: 'pk_live_51Habcdefghijkl', STRIPE_WEBHOOK_SECRET: 'whsec_1,whsec_2,whsec_3' },
      [
        'STRIPE_SECRET_KEY is no secret key of the gateway',
        'STRIPE_WEBHOOK_SECRET must be one or two secrets that begin with whsec_, comma-separated',
      ],
    ],
  ];
  for (const [name, env, faults] of wrong)
    it(name, () => {
      const read = readSettings({ ...production, ...env }, 'production');
      assert.deepEqual(read.kind === 'faults' && read.faults, faults);
    });
});
