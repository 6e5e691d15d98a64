import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import {
  HttpRefusal,
  jsonAnswer,
  type HttpAnswer,
  type HttpRequest,
  type Route,
} from '../bot/http/exchange.ts';
import { httpServer } from '../bot/http/server.ts';
import type { Log } from '../bot/observe/log.ts';
import { botMetrics } from '../bot/observe/metrics.ts';
import type { Chats, WireActivity } from './chats.ts';
import type { Shelf } from './shelf.ts';

export interface ConnectorOptions {
  readonly chats: Chats;
  readonly shelf: Shelf;
  readonly log: Log;
  /** Another is taken where this one is in use; the same one each time keeps references good over restarts. */
  readonly port: number;
}

/** A Teams of our own, for those who do not sit at the Agents Playground. */
export interface LocalConnector {
  /** What the bot knows the connector by. */
  readonly serviceUrl: string;
  /** Where a phone's picture lies: on the connector. */
  contentUrl(fileId: string): string;
  /** Where a desktop's file lies: elsewhere, under a link of its own. */
  downloadUrl(fileId: string, name: string): string;
  close(graceMs: number): Promise<void>;
}

/** Teams takes no larger message. */
const maxMessage = 100 * 1024;
const anyActivity = z.looseObject({ type: z.string() });

const activityOf = async (request: HttpRequest): Promise<WireActivity> => {
  const read = anyActivity.safeParse(await request.json());
  if (!read.success) throw new HttpRefusal(400, 'noActivity');
  return read.data;
};

const param = (request: HttpRequest, name: string): string => {
  const value = request.params[name];
  if (value === undefined) throw new HttpRefusal(404, 'notFound');
  return value;
};

const talkRoutes = (chats: Chats): readonly Route[] => {
  const all = '/v3/conversations/:conversation/activities';
  const one = `${all}/:activity`;
  const send = async (request: HttpRequest): Promise<HttpAnswer> =>
    jsonAnswer(201, { id: chats.sent(param(request, 'conversation'), await activityOf(request)) });
  return [
    { method: 'POST', path: all, handle: send, maxBody: maxMessage, hosts: 'loopback' },
    { method: 'POST', path: one, handle: send, maxBody: maxMessage, hosts: 'loopback' },
    {
      method: 'PUT',
      path: one,
      maxBody: maxMessage,
      hosts: 'loopback',
      handle: async (request) => {
        const id = param(request, 'activity');
        chats.updated(param(request, 'conversation'), id, await activityOf(request));
        return jsonAnswer(200, { id });
      },
    },
    {
      method: 'DELETE',
      path: one,
      hosts: 'loopback',
      handle: (request) => {
        chats.deleted(param(request, 'conversation'), param(request, 'activity'));
        return { status: 200 };
      },
    },
  ];
};

const serveFile =
  (shelf: Shelf) =>
  async (request: HttpRequest): Promise<HttpAnswer> => {
    const file = shelf.get(param(request, 'file'));
    if (!file) throw new HttpRefusal(404, 'notFound');
    const type = (await fileTypeFromBuffer(file.bytes))?.mime ?? 'application/octet-stream';
    return { status: 200, headers: { 'content-type': type }, body: Buffer.from(file.bytes) };
  };

const fileRoutes = (shelf: Shelf): readonly Route[] => [
  {
    method: 'GET',
    path: '/v3/attachments/:file/views/original',
    handle: serveFile(shelf),
    hosts: 'loopback',
  },
  { method: 'GET', path: '/files/:file/*', handle: serveFile(shelf), hosts: 'loopback' },
];

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Starts it on this machine's own address alone. */
export const startConnector = async ({
  chats,
  shelf,
  log,
  port,
}: ConnectorOptions): Promise<LocalConnector> => {
  const routes = [...talkRoutes(chats), ...fileRoutes(shelf)];
  // Its own numbers: it is no part of the bot.
  const start = () => httpServer({ log, metrics: botMetrics(), routes });
  let server = start();
  const listening = await server.listen(port, '127.0.0.1').catch(async (error: unknown) => {
    if (!isTaken(error)) throw error;
    server = start();
    return server.listen(0, '127.0.0.1');
  });
  const origin = `http://127.0.0.1:${listening}`;
  return {
    serviceUrl: origin,
    contentUrl: (id) => `${origin}/v3/attachments/${id}/views/original`,
    downloadUrl: (id, name) => `${origin}/files/${id}/${encodeURIComponent(name)}`,
    close: (graceMs) => server.close(graceMs),
  };
};
