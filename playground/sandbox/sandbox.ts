import { randomBytes } from 'node:crypto';
import type { Route } from '../../bot/http/exchange.ts';
import type { Clock } from '../../membership/ports.ts';
import { apiRoutes } from './api.ts';
import { deliveries } from './deliveries.ts';
import type { Misbehaviour } from './misbehave.ts';
import { pageRoutes } from './page-routes.ts';
import { closeOverdue, disputeCharge } from './paying.ts';
import { readState, writeState } from './state.ts';
import { sandboxWorld } from './world.ts';

export interface SandboxOptions {
  /** Where it keeps what it knows; need not be there. */
  readonly file: string;
  readonly clock: Clock;
  /** `sk_test_…`, the only key that it takes. */
  readonly secretKey: string;
  /** Signs its events. */
  readonly webhookSecret: string;
  /** The address of the server that has its routes, without a path: `http://localhost:3978`. */
  readonly origin: () => string;
  /** Where it posts its events. */
  readonly webhookUrl: () => string;
  /** A new id that begins with this. */
  readonly id?: (prefix: string) => string;
  readonly misbehave?: Misbehaviour;
  /** How long to wait after so many posts in vain, in milliseconds; grows up to a minute when left out. */
  readonly pauseMs?: (tries: number) => number;
}

/** A gateway that speaks Stripe's wire format, for local mode and tests. No real money, no real card. */
export interface Sandbox {
  readonly routes: readonly Route[];
  /** Closes the pages whose time is over, and posts what has not been received. */
  tick(): Promise<void>;
  /** The card's bank takes a payment back. @param intent `pi_…` */
  dispute(intent: string): Promise<void>;
  /** Resolves when no event is being posted. */
  settled(): Promise<void>;
  /** Posts nothing more; what was not received is posted after the next start. */
  stop(): void;
}

/** Everything of the sandbox lies below this path; its API's base is this too. */
export const sandboxPath = '/sandbox';

const growing = (tries: number): number => Math.min(1_000 * 2 ** (tries - 1), 60_000);
const randomId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

/** Reads what it knew; its routes are to be served by whoever opens it, and `tick` to be called now and then. */
export const openSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { file, clock, secretKey, id = randomId, misbehave = {}, pauseMs = growing } = options;
  const state = await readState(file);
  const base = (): string => options.origin() + sandboxPath;
  const world = sandboxWorld({ state, clock, id, base });
  const keep = (): Promise<void> => writeState(file, state);
  const outgoing = deliveries({
    world,
    secret: options.webhookSecret,
    url: options.webhookUrl,
    misbehave,
    pauseMs,
    keep,
  });
  const commit = async (): Promise<void> => {
    await keep();
    outgoing.send();
  };
  return {
    routes: [
      ...apiRoutes({ world, secretKey, misbehave, commit }, sandboxPath),
      ...pageRoutes({ world, commit }, sandboxPath),
    ],
    tick: async () => {
      if (closeOverdue(world)) await commit();
      else outgoing.send();
    },
    dispute: async (intent) => {
      const paid = world.state.intents.get(intent);
      if (!paid) throw new RangeError(`no such payment: ${intent}`);
      disputeCharge(world, paid);
      await commit();
    },
    settled: () => outgoing.settled(),
    stop: () => outgoing.stop(),
  };
};
