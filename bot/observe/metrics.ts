import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { MessageLine, SendLine, TurnLine } from './log.ts';

/** Numbers for Prometheus. Labels are closed words of our own, never what somebody sent. */
export interface Metrics {
  turn(outcome: TurnLine['outcome'], ms: number): void;
  send(kind: SendLine['kind'], outcome: SendLine['outcome'], ms: number): void;
  /** A message of an outbox. */
  message(outcome: MessageLine['outcome']): void;
  /** @param deed the deed's name */
  commit(deed: string, outcome: 'committed' | 'unchanged' | 'refused' | 'failed'): void;
  /** @param route the route's pattern, not the path that was asked for */
  http(route: string, status: number): void;
  /** In Prometheus's text format. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** Seconds, from a turn without I/O up to what Teams no longer waits for. */
const turnBuckets = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 5, 10, 15];

export interface MetricsOptions {
  /** Memory, CPU and event loop of the process too; once per process. */
  readonly process?: boolean;
}

export const botMetrics = ({ process = false }: MetricsOptions = {}): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });
  const turns = new Histogram({
    name: 'bot_turn_seconds',
    help: 'Turns by outcome, from the activity read to the answer.',
    labelNames: ['outcome'] as const,
    buckets: turnBuckets,
    registers,
  });
  const sends = new Histogram({
    name: 'bot_send_seconds',
    help: 'Calls to the Teams connector by kind and outcome, repeats included.',
    labelNames: ['kind', 'outcome'] as const,
    buckets: turnBuckets,
    registers,
  });
  const commits = new Counter({
    name: 'bot_commits_total',
    help: 'Deeds by outcome.',
    labelNames: ['deed', 'outcome'] as const,
    registers,
  });
  const messages = new Counter({
    name: 'bot_messages_total',
    help: 'Messages of the outbox by what became of them; one that is put off comes again.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const requests = new Counter({
    name: 'bot_http_requests_total',
    help: 'HTTP requests by route and status.',
    labelNames: ['route', 'status'] as const,
    registers,
  });
  return {
    turn: (outcome, ms) => turns.observe({ outcome }, ms / 1000),
    send: (kind, outcome, ms) => sends.observe({ kind, outcome }, ms / 1000),
    message: (outcome) => messages.inc({ outcome }),
    commit: (deed, outcome) => commits.inc({ deed, outcome }),
    http: (route, status) => requests.inc({ route, status }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
};
