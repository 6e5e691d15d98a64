import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderNumber } from '../../../membership/rules/ids.ts';
import { standInConnector, type StandInConnector } from '../../support/connector.ts';
import { realCatalogue } from '../../support/bot.ts';
import { buyer, type Buyer, type Met, type Spell, type World } from './buyer.ts';
import { startFleet, type Fleet, type FleetOptions, type Instance } from './fleet.ts';
import { whoIs } from './people.ts';

/** What is done to the bot and to its database, and how often. */
export interface Trouble {
  readonly kills: number;
  /** How long all are ready before the next kill, in milliseconds. */
  readonly betweenKills: () => number;
  /** Ends the database and starts it anew; none: there is none. */
  readonly restart?: () => Promise<void>;
  readonly restarts: number;
  readonly betweenRestarts: () => number;
}

/** What a person bought in the end, and in all. */
export interface Bought {
  readonly person: Buyer;
  readonly orders: readonly OrderNumber[];
}

export interface Load {
  readonly connector: StandInConnector;
  readonly fleet: Fleet;
  readonly met: Met;
  readonly bought: readonly Bought[];
  readonly spells: readonly Spell[];
  stop(): Promise<void>;
}

/** Each time the next one's turn, as a balancer does; past those who are not ready. */
const balancer = (instances: readonly Instance[]): (() => string | undefined) => {
  let turns = 0;
  return () => {
    for (let tried = 0; tried < instances.length; tried += 1) {
      const url = instances[turns++ % instances.length]?.url();
      if (url) return url;
    }
    return undefined;
  };
};

const killNow = (instance: Instance | undefined): Spell => {
  const from = performance.now();
  instance?.kill();
  return { from, to: from };
};

const restartNow = async (restart: () => Promise<void>): Promise<Spell> => {
  const from = performance.now();
  await restart();
  return { from, to: performance.now() };
};

const makeTrouble = async (fleet: Fleet, trouble: Trouble, spells: Spell[]): Promise<void> => {
  const { kills, betweenKills, restart, restarts, betweenRestarts } = trouble;
  const { instances } = fleet;
  const killing = async (): Promise<void> => {
    for (let nth = 0; nth < kills; nth += 1) {
      await Promise.all(instances.map((instance) => instance.ready()));
      await sleep(betweenKills());
      spells.push(killNow(instances[nth % instances.length]));
    }
  };
  const restarting = async (): Promise<void> => {
    for (let nth = 0; restart && nth < restarts; nth += 1) {
      await sleep(betweenRestarts());
      spells.push(await restartNow(restart));
    }
  };
  await Promise.all([killing(), restarting()]);
};

/** Buys and cancels until it is over, and then buys once more; every second person hands in a proof of that. */
const talkOf = async (nth: number, person: Buyer, over: () => boolean): Promise<Bought> => {
  const orders: OrderNumber[] = [];
  for (;;) {
    const order = await person.buy();
    orders.push(order);
    if (over()) {
      if (nth % 2 === 0) await person.prove(order);
      return { person, orders };
    }
    await person.cancel(order);
  }
};

export interface LoadOptions extends Omit<FleetOptions, 'begins'> {
  readonly instances: number;
  readonly people: number;
  /** The pause between two deeds of a person, in milliseconds. */
  readonly thinking: () => number;
  readonly trouble: Trouble;
}

/** So many people buy at the same time, while the bot and its database are in trouble; afterwards all is well. */
export const underLoad = async (options: LoadOptions): Promise<Load> => {
  const connector = await standInConnector();
  const fleet = await startFleet(options.instances, { ...options, begins: '2026-03-02T09:00:00Z' });
  const met: Met = { turns: 0, sentAgain: 0, triedAgain: 0 };
  const account = (await realCatalogue()).bankAccounts['EUR']?.account ?? '';
  const { thinking } = options;
  const world: World = { connector, thinking, next: balancer(fleet.instances), account, met };
  const spells: Spell[] = [];
  let over = false;
  const stop = async (): Promise<void> => {
    over = true;
    await fleet.stop();
    await connector.close();
  };
  try {
    const trouble = makeTrouble(fleet, options.trouble, spells).finally(() => (over = true));
    const people = Array.from({ length: options.people }, (_, nth) => buyer(world, whoIs(nth)));
    const [bought] = await Promise.all([
      Promise.all(people.map((person, nth) => talkOf(nth, person, () => over))),
      trouble,
    ]);
    await Promise.all(fleet.instances.map((instance) => instance.ready()));
    await Promise.all(bought.map(({ person, orders }) => person.finds(orders.at(-1)!)));
    return { connector, fleet, met, bought, spells, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
