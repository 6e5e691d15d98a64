import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { argv } from 'node:process';
import { Agent, request } from 'undici';
import type { WireActivity } from '../../test/support/activities.ts';
import { attend } from './attend.ts';

/**
 * What no bot on this machine does faster: the activity is parsed, written and synced, and one reply is sent, by this
 * Node and nothing else. Argument: the file it writes to.
 */
const [, , path = ''] = argv;

const file = await open(path, 'a');
const connector = new Agent({ connections: 64, pipelining: 1 });

let waiting: string[] = [];
let next: Promise<void> | undefined;
let last = Promise.resolve();

/** Whatever comes while the disk is busy goes in one write and one sync after it. */
const written = (line: string): Promise<void> => {
  waiting.push(line);
  next ??= last = last.then(async () => {
    const lines = waiting.join('\n');
    [waiting, next] = [[], undefined];
    await file.appendFile(`${lines}\n`);
    await file.datasync();
  });
  return next;
};

interface Told extends WireActivity {
  readonly text: string;
  readonly serviceUrl: string;
}

const bodyOf = async (incoming: IncomingMessage): Promise<Told> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Told;
};

const reply = async ({ serviceUrl, conversation, id, text }: Told): Promise<void> => {
  const answered = await request(
    `${serviceUrl}/v3/conversations/${encodeURIComponent(conversation.id)}/activities`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', replyToId: id, text: `Echo: ${text}` }),
      dispatcher: connector,
    },
  );
  await answered.body.dump();
};

const server = createServer((incoming, response) => {
  void bodyOf(incoming)
    .then(async (told) => {
      await written(JSON.stringify(told));
      await reply(told);
    })
    .then(() => response.end());
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');

attend({
  port: (server.address() as AddressInfo).port,
  stop: async () => {
    server.closeAllConnections();
    await connector.close();
    await file.close();
  },
});
