import type { PersonId } from '../../membership/rules/ids.ts';
import type { BotIdentity } from '../adapter/identity.ts';
import { isLoopback } from '../connector/service-url.ts';
import { logLevels, type LogLevel } from '../observe/log.ts';
import { bad, good, guid, host, isPlaceholder, operators, port, publicUrl, type Check } from './checks.ts';
import { readCard, type CardSettings } from './card.ts';
import { databaseUrl } from './database.ts';
import { proofStore } from './proof-store.ts';
import { misspeltNames, type Environment, type SettingName } from './names.ts';

export type Mode = 'production' | 'local';

export interface Settings {
  readonly mode: Mode;
  /** `none` in local mode, and only there. */
  readonly identity: BotIdentity;
  readonly host: string;
  /** 0 in local mode: any that is free. */
  readonly port: number;
  /** Without a slash at its end; undefined in local mode until the port is known, where it was not set. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** Undefined: the embedded store under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Without a slash at its end; undefined: proofs are files under `dataDir`. */
  readonly proofStore: string | undefined;
  /** Undefined: the file in the repo. */
  readonly catalogue: string | undefined;
  readonly operators: readonly PersonId[];
  readonly logLevel: LogLevel;
  /** Undefined: card is not offered (production), or goes to the sandbox gateway (local mode). */
  readonly card: CardSettings | undefined;
}

export type SettingsResult =
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** Every fault at once, a sentence each, with no value of a secret in it. */
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const usualPort = '3978';

/** Reads settings one by one and gathers what is wrong with them. */
export interface Reader {
  readonly faults: string[];
  /** An empty value is none. */
  text(name: SettingName): string | undefined;
  /** The checked value, or the default where it is not set; undefined after a fault. */
  read<Value>(
    name: SettingName,
    check: (text: string) => Check<Value>,
    otherwise?: string,
  ): Value | undefined;
  required<Value>(name: SettingName, check: (text: string) => Check<Value>): Value | undefined;
}

const readerOf = (env: Environment): Reader => {
  const faults: string[] = [];
  const text: Reader['text'] = (name) => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  const read: Reader['read'] = (name, check, otherwise) => {
    const given = text(name) ?? otherwise;
    if (given === undefined) return undefined;
    const checked = isPlaceholder(given) ? bad('still has a placeholder for its value') : check(given);
    if ('value' in checked) return checked.value;
    faults.push(`${name} ${checked.fault}`);
    return undefined;
  };
  const required: Reader['required'] = (name, check) => {
    if (text(name) === undefined) faults.push(`${name} is missing`);
    return read(name, check);
  };
  return { faults, text, read, required };
};

const logLevel = (text: string): Check<LogLevel> => {
  const level = logLevels.find((known) => known === text);
  return level ? good(level) : bad(`is none of ${logLevels.join(', ')}`);
};

const appType = (text: string): Check<'singleTenant' | 'userAssignedMsi'> => {
  if (text === 'SingleTenant') return good('singleTenant');
  if (text === 'UserAssignedMSI') return good('userAssignedMsi');
  return bad('must be SingleTenant or UserAssignedMSI');
};

const identityOf = (reader: Reader): BotIdentity => {
  const type = reader.required('MicrosoftAppType', appType);
  const appId = reader.required('MicrosoftAppId', guid) ?? '';
  const tenantId = reader.required('MicrosoftAppTenantId', guid) ?? '';
  if (type === 'userAssignedMsi') {
    if (reader.text('MicrosoftAppPassword') !== undefined)
      reader.faults.push('MicrosoftAppPassword must not be set with UserAssignedMSI, which has none');
    return { kind: type, appId, tenantId };
  }
  const password = reader.required('MicrosoftAppPassword', good) ?? '';
  return { kind: 'singleTenant', appId, password, tenantId };
};

/** Local mode answers unsigned activities, so that nothing of it may reach beyond this machine. */
const refuseUnsafe = (reader: Reader, env: Environment): void => {
  for (const name of Object.keys(env))
    if (/^microsoft_?app/i.test(name) && (env[name] ?? '').trim() !== '')
      reader.faults.push(`${name} is set, but local mode has no Microsoft identity: use npm start with it`);
};

const localHost = (text: string): Check<string> =>
  isLoopback(text) ? good(text) : bad('must be this machine in local mode: 127.0.0.1, ::1 or localhost');

const result = (reader: Reader, env: Environment, settings: Settings): SettingsResult => {
  const misspelt = misspeltNames(env).filter((fault) => !reader.faults.some((told) => sameName(told, fault)));
  const faults = [...reader.faults, ...misspelt];
  return faults.length === 0 ? { kind: 'settings', settings } : { kind: 'faults', faults };
};

const sameName = (a: string, b: string): boolean => a.split(' ', 1)[0] === b.split(' ', 1)[0];

/**
 * The settings, checked whole. The values that stand in for a faulty one never get out, since faults do instead.
 * @param env the environment; a setting that is empty counts as not set
 */
export const readSettings = (env: Environment, mode: Mode): SettingsResult => {
  const reader = readerOf(env);
  const local = mode === 'local';
  if (local) refuseUnsafe(reader, env);
  const identity: BotIdentity = local ? { kind: 'none' } : identityOf(reader);
  const address = (text: string): Check<string> => publicUrl(text, mode);
  const settings: Settings = {
    mode,
    identity,
    port: reader.read('PORT', (text) => port(text, local ? 0 : 1), usualPort) ?? 0,
    host: (local ? reader.read('HOST', localHost, '127.0.0.1') : reader.read('HOST', host, '0.0.0.0')) ?? '',
    publicUrl: local ? reader.read('PUBLIC_URL', address) : reader.required('PUBLIC_URL', address),
    dataDir: reader.read('DATA_DIR', good, '.data') ?? '',
    databaseUrl: reader.read('DATABASE_URL', databaseUrl(mode)),
    proofStore: reader.read('PROOF_STORE', proofStore(mode)),
    catalogue: reader.read('CATALOGUE', good),
    operators: reader.read('OPERATORS', (text) => operators(text, mode)) ?? [],
    logLevel: reader.read('LOG_LEVEL', logLevel, 'info') ?? 'info',
    card: readCard(reader, mode),
  };
  return result(reader, env, settings);
};
