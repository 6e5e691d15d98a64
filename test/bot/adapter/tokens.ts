import { generateKeyPairSync, sign } from 'node:crypto';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const appId = '5b1c5f0e-3f44-4c0d-8a83-0d9e7c1f2a10';
export const serviceUrl = 'https://smba.trafficmanager.net/emea/';

interface Metadata {
  getKey(id: string): Promise<{ key: string; endorsements: string[] } | null>;
}

/**
 * Puts our key in the place of the channel's published ones, which are fetched from the internet otherwise.
 * @returns what undoes it, and how many metadata addresses the SDK knows
 */
export const publishKey = (metadata: Metadata): { undo: () => void; known: () => number } => {
  // The SDK keeps them in a private static map, and has no other way to give it keys.
  const { openIdMetadataCache: cache } = JwtTokenExtractor as unknown as {
    openIdMetadataCache: Map<string, Metadata>;
  };
  const place = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
  cache.set(place, metadata);
  return { undo: () => void cache.delete(place), known: () => cache.size };
};

export const ourKeys: Metadata = {
  getKey: (id) => Promise.resolve(id === 'ours' ? { key: pem, endorsements: ['msteams'] } : null),
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const inAnHour = (): number => Math.floor(Date.now() / 1_000) + 3_600;

/** A token as Teams sends it, but for what is overridden. */
export const channelToken = (
  claims: object = {},
  header: object = {},
  key: 'ours' | 'other' = 'ours',
): string => {
  const head = part({ alg: 'RS256', typ: 'JWT', kid: 'ours', ...header });
  const payload = part({
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    exp: inAnHour(),
    ...claims,
  });
  const signature = sign('sha256', Buffer.from(`${head}.${payload}`), key === 'ours' ? privateKey : other);
  return `Bearer ${head}.${payload}.${signature.toString('base64url')}`;
};
