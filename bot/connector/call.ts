import type { Agent } from 'undici';
import { readRetryAfter, type Attempt } from './retry.ts';

export interface Call {
  readonly origin: string;
  readonly path: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** JSON text. */
  readonly body: string | undefined;
  readonly token: string | undefined;
}

export type CallResult =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly attempt: Attempt }
  | {
      readonly kind: 'silent';
      readonly code: 'timeout' | 'unreachable' | 'lost';
      readonly attempt: Attempt;
      readonly error: unknown;
    };

/** Errors that come before a byte is sent. */
const unsentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const silent = (error: unknown): CallResult => {
  const name = error instanceof Error ? error.name : '';
  const unsent = unsentCodes.has(errorCode(error));
  const attempt = { status: undefined, retryAfterMs: undefined, unsent };
  if (unsent) return { kind: 'silent', code: 'unreachable', attempt, error };
  const late = name === 'TimeoutError' || /TIMEOUT$/.test(errorCode(error));
  return { kind: 'silent', code: late ? 'timeout' : 'lost', attempt, error };
};

const parse = (text: string): unknown => {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const headersOf = (call: Call): Record<string, string> => ({
  accept: 'application/json',
  ...(call.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
});

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** One HTTP call; never rejects. `timeoutMs` covers it from the connection to the answer's last byte. */
export const call = async (agent: Agent, what: Call, timeoutMs: number): Promise<CallResult> => {
  try {
    const response = await agent.request({
      origin: what.origin,
      path: what.path,
      method: what.method,
      headers: headersOf(what),
      body: what.body ?? null,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = parse(await response.body.text());
    const retryAfterMs = readRetryAfter(one(response.headers['retry-after']), Date.now());
    const status = response.statusCode;
    return { kind: 'answered', status, body, attempt: { status, retryAfterMs, unsent: false } };
  } catch (error) {
    return silent(error);
  }
};
