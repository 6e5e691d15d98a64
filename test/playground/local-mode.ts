import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpServer } from '../../bot/http/server.ts';
import { botLog } from '../../bot/observe/log.ts';
import { botMetrics } from '../../bot/observe/metrics.ts';
import type { BankLine, ChatRecord } from '../../membership/ports.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { keepChats } from '../../playground/chats.ts';
import { movableClock, type MovableClock } from '../../playground/clock.ts';
import type { CompanionPage } from '../../playground/companion/bundle.ts';
import { startConnector, type LocalConnector } from '../../playground/connector.ts';
import { demoPeople } from '../../playground/demo/people.ts';
import type { LocalBot } from '../../playground/local-bot.ts';
import { localRoutes } from '../../playground/routes/table.ts';
import { fileShelf } from '../../playground/shelf.ts';
import { speaking, type PlaygroundChat } from '../../playground/speaking.ts';
import { catalogue } from '../support/catalogue.ts';
import type { Instant } from '../../membership/rules/calendar.ts';

/** An activity as the bot receives it. */
export interface Incoming {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly value?: unknown;
  readonly replyToId?: string;
  readonly action?: string;
  readonly locale: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string; readonly conversationType: string };
  readonly from: { readonly id: string; readonly name: string; readonly aadObjectId: string };
  readonly recipient: { readonly id: string };
  readonly channelData: { readonly tenant: { readonly id: string } };
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly contentUrl?: string;
    readonly name?: string;
    readonly content?: { readonly downloadUrl?: string };
  }[];
}

/** Local mode around a bot that only records. */
export interface LocalMode {
  readonly url: string;
  readonly connector: LocalConnector;
  readonly clock: MovableClock;
  readonly heard: Incoming[];
  readonly credited: BankLine[];
  /** Each stop of the clock: the moment that the bot was told, and what the clock showed then. */
  readonly stops: { readonly moment: Instant; readonly shown: Instant }[];
  /** What the bot answers an activity with. */
  answer: (activity: Incoming) => Promise<number>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export interface LocalModeOptions {
  readonly due?: readonly string[];
  readonly partners?: readonly Partner[];
  readonly records?: readonly ChatRecord[];
  readonly page?: CompanionPage;
  readonly playground?: PlaygroundChat;
}

const realNow = (): number => Date.parse('2026-11-21T09:00:00.000Z');
const noPage: CompanionPage = { html: '<h1>Local mode</h1>', script: '', style: '' };

const listenForActivities = async (mode: Pick<LocalMode, 'heard' | 'answer'>): Promise<Server> => {
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const activity = JSON.parse(body) as Incoming;
      mode.heard.push(activity);
      response.statusCode = await mode.answer(activity);
      response.end();
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const recordingBot = (
  mode: Pick<LocalMode, 'credited' | 'stops' | 'clock'>,
  { due = [], partners = [], records = [] }: LocalModeOptions,
): LocalBot => ({
  catalogue,
  partners: {
    all: async function* () {
      yield* await Promise.resolve(partners);
    },
  },
  chats: {
    read: ({ tenantId, aadObjectId }) =>
      Promise.resolve(
        records.find(({ person }) => person.tenantId === tenantId && person.aadObjectId === aadObjectId),
      ),
  },
  credit: (line) => {
    mode.credited.push(line);
    return Promise.resolve({ kind: 'known' });
  },
  runDue: (until, at) => {
    for (const moment of due as readonly Instant[]) {
      if (moment > until) continue;
      at(moment);
      mode.stops.push({ moment, shown: mode.clock.now() });
    }
    return Promise.resolve();
  },
  settled: () => Promise.resolve(),
});

export const startLocalMode = async (options: LocalModeOptions = {}): Promise<LocalMode> => {
  const folder = await mkdtemp(join(tmpdir(), 'local-mode-'));
  const clock = await movableClock(join(folder, 'clock.json'), realNow);
  const log = botLog('silent');
  const chats = keepChats(clock);
  const shelf = fileShelf();
  const connector = await startConnector({ chats, shelf, log, port: 0 });
  const server = httpServer({ log, metrics: botMetrics(), routes: [] });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const mode: LocalMode = {
    url,
    connector,
    clock,
    heard: [],
    credited: [],
    stops: [],
    answer: () => Promise.resolve(200),
    post: (path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: async () => {
      messages.closeAllConnections();
      messages.close();
      await server.close(0);
      await connector.close(0);
      await rm(folder, { recursive: true });
    },
  };
  const messages = await listenForActivities(mode);
  const messagesUrl = `http://127.0.0.1:${(messages.address() as AddressInfo).port}/api/messages`;
  const bot = recordingBot(mode, options);
  const { serviceUrl } = connector;
  const playground = () => options.playground;
  const speak = speaking({ bot, clock, chats, serviceUrl, messagesUrl: () => messagesUrl, playground });
  const parts = { bot, clock, chats, shelf, connector, people: demoPeople, playground };
  server.extend(localRoutes({ ...parts, speaking: speak }, options.page ?? noPage));
  return mode;
};
