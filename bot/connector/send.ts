import type { Agent } from 'undici';
import type { SendLine } from '../observe/log.ts';
import { call, type Call, type CallResult } from './call.ts';
import { pauseBeforeRepeat, type Repeats, type Spent } from './retry.ts';
import { SendFault } from './send-fault.ts';

export type SendRequest = Pick<Call, 'origin' | 'method' | 'path' | 'body'> & {
  readonly kind: SendLine['kind'];
};
/** Sends one message and resolves with the connector's answer; rejects with a {@link SendFault}. */
export type Send = (request: SendRequest) => Promise<unknown>;

export interface SendOptions {
  /** The connector's token; `fresh` after the connector refused the one before. Undefined: none is sent. */
  readonly token: (fresh: boolean) => Promise<string | undefined>;
  /** For one call; 10 s when left out. */
  readonly timeoutMs?: number;
  /** A reply's when left out. */
  readonly repeats?: Repeats;
  readonly pause?: (ms: number) => Promise<void>;
  readonly random?: () => number;
  /** Told of each message once, repeats included. */
  readonly sent?: (line: SendLine) => void;
}

export const defaultTimeoutMs = 10_000;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A field of the connector's answer, where that is an object with such a text. */
export const textField = (value: unknown, name: string): string | undefined => {
  const found = objectField(value, name);
  return typeof found === 'string' ? found : undefined;
};

const objectField = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (Reflect.get(value, name) as unknown)
    : undefined;

/** The answer is the other side's text: only a word passes. */
const word = (code: string | undefined): string | undefined =>
  code !== undefined && /^[\w.-]{1,64}$/.test(code) ? code : undefined;

const faultOf = (result: CallResult): SendFault => {
  if (result.kind === 'silent') return new SendFault({ code: result.code }, result.error);
  const { status, attempt, body } = result;
  const code = word(textField(objectField(body, 'error'), 'code')) ?? word(textField(body, 'code'));
  return new SendFault({ status, code: code ?? 'refused', retryAfterMs: attempt.retryAfterMs });
};

type Success = Extract<CallResult, { kind: 'answered' }>;
const succeeded = (result: CallResult): result is Success =>
  result.kind === 'answered' && result.status >= 200 && result.status < 300;

const tokenOf = async (options: SendOptions, fresh: boolean): Promise<string | undefined> => {
  try {
    return await options.token(fresh);
  } catch (error) {
    throw new SendFault({ code: 'noToken' }, error);
  }
};

/** Calls until it succeeds or its rule of repeats gives up; a refused token is renewed once. */
const callRepeatedly = async (
  agent: Agent,
  options: SendOptions,
  request: SendRequest,
): Promise<{ result: CallResult; repeats: number }> => {
  const { timeoutMs = defaultTimeoutMs, pause = sleep, random = Math.random } = options;
  const pauseBefore = options.repeats ?? pauseBeforeRepeat;
  let spent: Spent = { repeats: 0, waitedMs: 0 };
  let renewed = false;
  for (;;) {
    const result = await call(agent, { ...request, token: await tokenOf(options, renewed) }, timeoutMs);
    if (succeeded(result)) return { result, repeats: spent.repeats };
    if (result.attempt.status === 401 && !renewed) {
      renewed = true;
      continue;
    }
    const ms = pauseBefore(result.attempt, spent, random);
    if (ms === undefined) return { result, repeats: spent.repeats };
    await pause(ms);
    spent = { repeats: spent.repeats + 1, waitedMs: spent.waitedMs + ms };
  }
};

export const sender =
  (agent: Agent, options: SendOptions): Send =>
  async (request) => {
    const began = performance.now();
    const { result, repeats } = await callRepeatedly(agent, options, request);
    const line = { kind: request.kind, attempts: repeats + 1, ms: performance.now() - began };
    if (succeeded(result)) {
      options.sent?.({ ...line, outcome: 'sent', status: result.status });
      return result.body;
    }
    const fault = faultOf(result);
    options.sent?.({ ...line, outcome: 'failed', status: fault.status, code: fault.code });
    throw fault;
  };
