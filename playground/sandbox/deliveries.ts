import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Misbehaviour, Sending } from './misbehave.ts';
import type { SandboxEvent } from './state.ts';
import type { World } from './world.ts';

export interface DeliveryParts {
  readonly world: World;
  readonly secret: string;
  /** The bot's webhook. */
  readonly url: () => string;
  readonly misbehave: Misbehaviour;
  /** How long to wait after so many tries in vain, in milliseconds. */
  readonly pauseMs: (tries: number) => number;
  /** Keeps that an event has been received. */
  readonly keep: () => Promise<void>;
}

export interface Deliveries {
  /** Posts the events that are not on their way yet. */
  send(): void;
  /** Resolves when nothing is being posted or kept; what waits to be tried again is not waited for. */
  settled(): Promise<void>;
  stop(): void;
}

const timeoutMs = 10_000;

/** The gateway's own scheme. @param at seconds since 1970 */
export const signatureOf = (body: string, secret: string, at: number): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

const post = async (
  { world, secret, url }: DeliveryParts,
  event: SandboxEvent,
  stopped: AbortSignal,
): Promise<boolean> => {
  const body = JSON.stringify(event, null, 2);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signatureOf(body, secret, world.now()),
  };
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(url(), { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Nobody there, or too slow: it is tried again.
    return false;
  }
};

/** Signed events on their way to the bot: each until it is received, in no promised order. */
export const deliveries = (parts: DeliveryParts): Deliveries => {
  const { world, misbehave, pauseMs, keep } = parts;
  const underWay = new Set<string>();
  const working = new Set<Promise<unknown>>();
  const stopped = new AbortController();

  const watched = <Done>(work: Promise<Done>): Promise<Done> => {
    const done = work.finally(() => working.delete(done));
    working.add(done);
    return done;
  };
  const pause = async (ms: number): Promise<void> => {
    // Rejects when stopped, which is what the next look at the signal says.
    await setTimeout(ms, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
  };
  const received = async (id: string): Promise<void> => {
    underWay.delete(id);
    world.state.events = world.state.events.filter((event) => event.id !== id);
    await keep();
  };
  const attempt = async (id: string, event: SandboxEvent): Promise<boolean> => {
    const isReceived = await post(parts, event, stopped.signal);
    if (isReceived) await received(id);
    return isReceived;
  };
  const deliver = async (id: string, { event, after }: Sending): Promise<void> => {
    await after;
    for (let tries = 1; !stopped.signal.aborted && !(await watched(attempt(id, event))); tries++)
      await pause(pauseMs(tries));
  };
  const start = (event: SandboxEvent): void => {
    underWay.add(event.id);
    const sendings = misbehave.event?.(event) ?? [{ event }];
    if (sendings.length === 0) void watched(received(event.id));
    for (const sending of sendings) void deliver(event.id, sending);
  };
  return {
    send: () => {
      for (const event of world.state.events) if (!underWay.has(event.id)) start(event);
    },
    settled: async () => {
      while (working.size > 0) await Promise.all(working);
    },
    stop: () => stopped.abort(),
  };
};
