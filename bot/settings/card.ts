import { bad, good, isOnThisMachine, type Check } from './checks.ts';
import type { Mode, Reader } from './settings.ts';

/** The card gateway's access. */
export interface CardSettings {
  readonly secretKey: string;
  /** Two are valid while rotating. */
  readonly webhookSecrets: readonly string[];
  /** Undefined: the gateway's own. */
  readonly apiBase: string | undefined;
  /** Real money, or the gateway's test mode. */
  readonly live: boolean;
}

const secretKey =
  (mode: Mode) =>
  (text: string): Check<string> => {
    if (mode === 'local') {
      return text.startsWith('sk_test_') ? good(text) : bad('must begin with sk_test_ in local mode');
    }
    return /^(?:sk|rk)_(?:test|live)_\w{8,}$/.test(text)
      ? good(text)
      : bad('is no secret key of the gateway');
  };

const webhookSecrets = (text: string): Check<readonly string[]> => {
  const secrets = text.split(',').map((secret) => secret.trim());
  return secrets.length <= 2 && secrets.every((secret) => /^whsec_\S+$/.test(secret))
    ? good(secrets)
    : bad('must be one or two secrets that begin with whsec_, comma-separated');
};

const apiBase =
  (mode: Mode) =>
  (text: string): Check<string> => {
    if (mode === 'local') {
      return isOnThisMachine(text) ? good(text) : bad('must be this machine in local mode');
    }
    return URL.canParse(text) && new URL(text).protocol === 'https:'
      ? good(text)
      : bad('must begin with https://');
  };

/** @returns undefined where no key is set: card is not offered, or goes to local mode's sandbox */
export const readCard = (reader: Reader, mode: Mode): CardSettings | undefined => {
  const key = reader.read('STRIPE_SECRET_KEY', secretKey(mode));
  const base = reader.read('STRIPE_API_BASE', apiBase(mode));
  if (reader.text('STRIPE_SECRET_KEY') === undefined) {
    if (reader.text('STRIPE_WEBHOOK_SECRET') !== undefined && mode === 'production') {
      reader.faults.push('STRIPE_WEBHOOK_SECRET is set, but STRIPE_SECRET_KEY is not');
    }
    return undefined;
  }
  // Local mode's sandbox brings a secret of its own.
  const secrets =
    (mode === 'production'
      ? reader.required('STRIPE_WEBHOOK_SECRET', webhookSecrets)
      : reader.read('STRIPE_WEBHOOK_SECRET', webhookSecrets)) ?? [];
  if (!key) return undefined;
  return { secretKey: key, webhookSecrets: secrets, apiBase: base, live: !/^[a-z]+_test_/.test(key) };
};
