import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { respond } from './respond.ts';

/** An activity as the bot sent it; read with the test's own eyes. */
export interface SentActivity {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content?: unknown }[];
  readonly [field: string]: unknown;
}

export interface Recorded {
  readonly kind: 'sent' | 'updated' | 'deleted' | 'created';
  readonly conversation: string;
  readonly activityId: string;
  readonly replyToId?: string;
  readonly activity: SentActivity;
  readonly authorization: string | undefined;
  /** Milliseconds, of a clock that only goes forward. */
  readonly at: number;
}

/** What the next call meets instead of success; `when` holds the answer back. */
export type Misbehaviour =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  /** Takes the message and answers as usual, but only after the promise. */
  | { readonly kind: 'slow'; readonly when: Promise<unknown> }
  /** Takes the message and never answers. */
  | { readonly kind: 'hang' }
  /** Breaks the line off without an answer. */
  | { readonly kind: 'break' };

/** A call as it came in, refused ones too. */
export interface Arrival {
  readonly conversation: string;
  /** Milliseconds, of a clock that only goes forward. */
  readonly at: number;
}

export interface StandInConnector {
  /** Ends with a path, as the Agents Playground's does. */
  readonly serviceUrl: string;
  readonly origin: string;
  /** Every call, refused ones too. */
  readonly calls: number;
  /** What was taken, in order. */
  readonly recorded: readonly Recorded[];
  in(conversation: string): readonly Recorded[];
  /** What a person sees now: updates in their place, deleted gone, typing left out. */
  shown(conversation: string): readonly SentActivity[];
  /** Resolves at once or as soon as something taken fits. */
  waitFor(fits: (recorded: Recorded) => boolean): Promise<Recorded>;
  /** The next calls, one each; after them all is well again. */
  misbehave(...next: readonly Misbehaviour[]): void;
  /** From now on asked at each call what it meets; undefined: all is well. */
  treat(rule: (conversation: string) => Misbehaviour | undefined): void;
  /** Every call, in order. */
  readonly arrivals: readonly Arrival[];
  /** Puts a file where Teams would; `onConnector` files lie below the service URL, where a token is due. */
  offer(file: OfferedFile): string;
  /** The authorization headers with which a file was fetched. */
  fetches(url: string): readonly (string | undefined)[];
  clear(): void;
  close(): Promise<void>;
}

export interface OfferedFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly onConnector?: boolean;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

export interface StandInOptions {
  /** False for benchmarks: calls are answered and counted, not kept. Default true. */
  readonly record?: boolean;
}

const base = '/_connector';
const calls = /^\/_connector\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/;

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const kindOf = (method: string, conversation: string | undefined): Recorded['kind'] => {
  if (conversation === undefined) return 'created';
  if (method === 'PUT') return 'updated';
  return method === 'DELETE' ? 'deleted' : 'sent';
};

const json = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void => {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
};

const listen = async (server: Server): Promise<number> => {
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

const shownOf = (recorded: readonly Recorded[]): SentActivity[] => {
  const shown = new Map<string, SentActivity>();
  for (const { kind, activityId, activity } of recorded) {
    if (kind === 'deleted') shown.delete(activityId);
    else if (activity.type === 'message') shown.set(activityId, activity);
  }
  return [...shown.values()];
};

/** A Teams connector on this machine: gives ids, keeps what the bot says, and misbehaves on order. */
export const standInConnector = async ({ record = true }: StandInOptions = {}): Promise<StandInConnector> => {
  const recorded: Recorded[] = [];
  const byConversation = new Map<string, Recorded[]>();
  const waiting = new Set<(taken: Recorded) => void>();
  const plans: Misbehaviour[] = [];
  const files = new Map<string, OfferedFile & { fetches: (string | undefined)[] }>();
  const arrivals: Arrival[] = [];
  let rule: Parameters<StandInConnector['treat']>[0] = () => undefined;
  let count = 0;
  let nextId = 1;

  const keep = (request: IncomingMessage, parts: RegExpExecArray, body: string): string => {
    const [, conversation, activity] = parts.map((part) => (part ? decodeURIComponent(part) : undefined));
    const method = request.method ?? 'POST';
    const kind = kindOf(method, conversation);
    const activityId = kind === 'updated' || kind === 'deleted' ? (activity ?? '') : `activity-${nextId++}`;
    if (!record) return activityId;
    const taken: Recorded = {
      kind,
      conversation: conversation ?? `conversation-${nextId++}`,
      activityId,
      ...(kind === 'sent' && activity !== undefined ? { replyToId: activity } : {}),
      activity: (body === '' ? { type: '' } : JSON.parse(body)) as SentActivity,
      authorization: request.headers.authorization,
      at: performance.now(),
    };
    recorded.push(taken);
    const before = byConversation.get(taken.conversation);
    if (before) before.push(taken);
    else byConversation.set(taken.conversation, [taken]);
    for (const look of waiting) look(taken);
    return kind === 'created' ? taken.conversation : activityId;
  };

  const serveFile = (request: IncomingMessage, response: ServerResponse): void => {
    const file = files.get(request.url ?? '');
    if (!file) return respond(response, 404);
    file.fetches.push(request.headers.authorization);
    const headers = { 'content-type': file.contentType, ...file.headers };
    respond(response, file.status ?? 200, headers, file.bytes);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts = calls.exec(request.url ?? '');
    if (!parts || request.method === 'GET') {
      serveFile(request, response);
      return;
    }
    count += 1;
    const conversation = decodeURIComponent(parts[1] ?? '');
    if (record) arrivals.push({ conversation, at: performance.now() });
    const body = await read(request);
    const plan = plans.shift() ?? rule(conversation);
    if (plan?.kind === 'break') return void request.socket.destroy();
    if (plan?.kind === 'status') {
      json(response, plan.status, plan.body ?? {}, plan.headers);
      return;
    }
    const id = keep(request, parts, body);
    if (plan?.kind === 'hang') return;
    if (plan?.kind === 'slow') await plan.when;
    json(response, request.method === 'POST' ? 201 : 200, { id });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;

  return {
    serviceUrl: `${origin}${base}`,
    origin,
    get calls() {
      return count;
    },
    recorded,
    in: (conversation) => [...(byConversation.get(conversation) ?? [])],
    shown: (conversation) => shownOf(byConversation.get(conversation) ?? []),
    waitFor: (fits) => {
      const already = recorded.find(fits);
      if (already) return Promise.resolve(already);
      return new Promise((resolve) => {
        const look = (taken: Recorded): void => {
          if (!fits(taken)) return;
          waiting.delete(look);
          resolve(taken);
        };
        waiting.add(look);
      });
    },
    misbehave: (...next) => void plans.push(...next),
    treat: (next) => {
      rule = next;
    },
    arrivals,
    offer: (file) => {
      const place =
        file.onConnector === true
          ? `${base}/v3/attachments/${nextId++}/views/original`
          : `/files/${nextId++}`;
      files.set(place, { ...file, fetches: [] });
      return origin + place;
    },
    fetches: (url) => files.get(url.slice(origin.length))?.fetches ?? [],
    clear: () => {
      recorded.length = 0;
      byConversation.clear();
      arrivals.length = 0;
      plans.length = 0;
      count = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
