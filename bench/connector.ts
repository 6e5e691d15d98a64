import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a bot sent last to a conversation: a message, or a card put in the place of one. */
export interface Shown {
  readonly activityId: string;
  readonly body: Buffer;
}

/** The Teams connector of every bot that is measured. It runs in the driver's process, never in a bot's. */
export interface BenchConnector {
  readonly serviceUrl: string;
  /** Calls taken so far. */
  readonly calls: () => number;
  shown(conversation: string): Shown | undefined;
  forget(conversation: string): void;
  close(): Promise<void>;
}

const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** A slow turn's sign of life, on a connection of its own: it may come after the answer. */
const typing = '{"type":"typing"';
const isTyping = (body: Buffer): boolean => body.toString('latin1', 0, typing.length) === typing;

/** The tests' stand-in parses and keeps every call; this one keeps the newest body, unread, and answers an id. */
export const benchConnector = async (): Promise<BenchConnector> => {
  const newest = new Map<string, Shown>();
  let count = 0;
  const server = createServer((request, response) => {
    const [, conversation, activity] = path.exec(request.url ?? '') ?? [];
    void bodyOf(request).then((body) => {
      count += 1;
      const activityId = request.method === 'PUT' ? decodeURIComponent(activity ?? '') : `shown-${count}`;
      if (conversation !== undefined && !isTyping(body))
        newest.set(decodeURIComponent(conversation), { activityId, body });
      const answer = JSON.stringify({ id: activityId });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => count,
    shown: (conversation) => newest.get(conversation),
    forget: (conversation) => void newest.delete(conversation),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
