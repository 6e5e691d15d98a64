import type { InvokeResponse } from 'botbuilder-core';
import {
  teamsAdapter,
  type TeamsAdapter,
  type TeamsAdapterOptions,
  type TurnLogic,
} from '../../bot/adapter/teams-adapter.ts';
import { messagesRoute } from '../../bot/http/messages.ts';
import { httpServer, type HttpServer } from '../../bot/http/server.ts';
import { botLog } from '../../bot/observe/log.ts';
import { botMetrics, type Metrics } from '../../bot/observe/metrics.ts';
import {
  conversationQueue,
  type ConversationQueue,
  type QueueOptions,
} from '../../bot/queue/conversation-queue.ts';
import { onlyProcess } from '../../store/lowdb/turns.ts';
import { deliveredOnce } from '../../bot/queue/delivered-once.ts';

export interface EchoBotOptions extends Partial<TeamsAdapterOptions> {
  readonly onTurn?: TurnLogic;
  readonly queue?: QueueOptions;
}

export interface EchoBot {
  readonly url: string;
  readonly adapter: TeamsAdapter;
  readonly server: HttpServer;
  readonly turns: ConversationQueue;
  readonly metrics: Metrics;
  /** The log, line by line. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

const echo: TurnLogic = async (context) => {
  if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text}`);
};

/** The smallest bot that stands on the edge: says again what it hears. */
export const echoBot = async (options: EchoBotOptions = {}): Promise<EchoBot> => {
  const lines: string[] = [];
  const log = botLog('debug', { write: (line) => void lines.push(line) });
  const metrics = botMetrics();
  const identity = options.identity ?? { kind: 'none' };
  const adapter = teamsAdapter({
    ...options,
    identity,
    connector: { sent: (line) => log.send(line), ...options.connector },
  });
  const queue = conversationQueue(options.queue);
  const delivered = deliveredOnce<InvokeResponse | undefined>();
  const onTurn = options.onTurn ?? echo;
  const local = identity.kind === 'none';
  const route = messagesRoute({ adapter, queue, turns: onlyProcess, delivered, onTurn, log, metrics, local });
  const server = httpServer({ log, metrics, routes: [route] });
  const port = await server.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    adapter,
    server,
    turns: queue,
    metrics,
    lines,
    close: async () => {
      await server.close(100);
      await adapter.close();
    },
  };
};
