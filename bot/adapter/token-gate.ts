/** The only issuer of a token that Teams sends: everything else the SDK would accept is closed. */
export const channelIssuer = 'https://api.botframework.com';
/** As the SDK allows. */
const clockToleranceMs = 5 * 60_000;
/** A real one has some 1,500 characters. */
const longestToken = 16_384;

const claimsOf = (token: string): Record<string, unknown> | undefined => {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * A cheap look at a token before the SDK's full check, not instead of it: the SDK grows a global list with
 * every foreign token, and would check one for the wrong kind of sender with other rules.
 * @param now epoch milliseconds
 */
export const mayBeFromChannel = (authorization: string, appId: string, now: number): boolean => {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization.slice(0, longestToken));
  const claims = claimsOf(match?.[1] ?? '');
  if (claims?.['iss'] !== channelIssuer || claims['aud'] !== appId) return false;
  return typeof claims['exp'] === 'number' && claims['exp'] * 1_000 + clockToleranceMs > now;
};
