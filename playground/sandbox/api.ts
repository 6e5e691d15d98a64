import { Readable } from 'node:stream';
import type { HttpAnswer, HttpRequest, Route } from '../../bot/http/exchange.ts';
import { once } from './idempotency.ts';
import type { Misbehaviour, OperationName } from './misbehave.ts';
import { operations, type Operation } from './operations.ts';
import { readFields, type Fields } from './parameters.ts';
import { closeOverdue } from './paying.ts';
import { refuse, toAnswer, type Reply } from './reply.ts';
import type { World } from './world.ts';

export interface ApiParts {
  readonly world: World;
  readonly secretKey: string;
  readonly misbehave: Misbehaviour;
  /** Keeps what has changed, then tells the bot of it. */
  readonly commit: () => Promise<void>;
}

const unauthorised = refuse(401, {
  type: 'invalid_request_error',
  message: 'Invalid API Key provided.',
});

const failed = (status: number): Reply =>
  refuse(status, {
    type: 'api_error',
    message: 'The sandbox gateway was told to fail.',
    // The code that goes with a call whose key is in use by one that still runs.
    ...(status === 409 ? { code: 'idempotency_key_in_use' } : {}),
  });

/** A body that breaks before its first byte: the line is cut in place of an answer. */
const cut = (): HttpAnswer => ({
  status: 200,
  body: new Readable({
    read() {
      this.destroy(new Error('cut on purpose'));
    },
  }),
});

const run = async (
  { world, commit }: ApiParts,
  operation: Operation,
  request: HttpRequest,
): Promise<Reply> => {
  const body = operation.method === 'POST' ? (await request.bytes()).toString('utf8') : '';
  const fields: Fields = readFields(operation.method === 'POST' ? new URLSearchParams(body) : request.query);
  const key = request.header('idempotency-key');
  const changes = closeOverdue(world) || operation.method === 'POST';
  const act = (): Reply => operation.run(world, { id: request.params['id'] ?? '', fields });
  const reply = key === undefined ? act() : once(world, key, `${request.path}\n${body}`, act);
  if (changes) await commit();
  return reply;
};

const answer = async (parts: ApiParts, name: OperationName, request: HttpRequest): Promise<HttpAnswer> => {
  const id = parts.world.id('req');
  if (request.header('authorization') !== `Bearer ${parts.secretKey}`) return toAnswer(unauthorised, id);
  const fault = parts.misbehave.call?.(name);
  const isDone = fault === undefined || fault.kind === 'late' || fault.done;
  const reply = isDone ? await run(parts, operations[name], request) : failed(500);
  switch (fault?.kind) {
    case 'reset':
      return cut();
    case 'status':
      return toAnswer(failed(fault.status), id);
    case 'late':
      await fault.until;
      return toAnswer(reply, id);
    case undefined:
      return toAnswer(reply, id);
  }
};

/** The API's routes below `prefix`. */
export const apiRoutes = (parts: ApiParts, prefix: string): readonly Route[] =>
  (Object.keys(operations) as OperationName[]).map((name) => ({
    method: operations[name].method,
    path: `${prefix}/v1${operations[name].path}`,
    hosts: 'loopback' as const,
    handle: (request) => answer(parts, name, request),
  }));
