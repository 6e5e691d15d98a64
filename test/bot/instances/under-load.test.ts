import assert from 'node:assert/strict';
import { say } from '../../../cards/say.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { newDatabase } from '../../store/databases.ts';
import { newFolder } from '../../store/folders.ts';
import type { Recorded } from '../../support/connector.ts';
import { postgres } from '../../support/postgres.ts';
import { textOf, type Spell } from './buyer.ts';
import { underLoad, type Load, type Trouble } from './load.ts';
import { settle, whoIs } from './people.ts';

const endure = process.env.ENDURE !== undefined;
const people = endure ? 500 : 20;
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
const between = (least: number, most: number) => (): number => least + Math.random() * (most - least);

/** All talks go on at the same time; the machine that they share with the test is to be busy, not drowned. */
const thinking = endure ? between(1_000, 9_000) : between(0, 100);

/** So long may it take from what is sent until it is noted as sent; what ends in between comes once more. */
const inFlightMs = 1_000;
/** After its restart the database is found again, with pauses; a turn without its lock may have been overtaken. */
const recoveryMs = 2_000;
/** Longer than the lease of what a dead process had claimed, and than the pause before a second attempt. */
const leaseIsOver = 120_000;

const minuteMs = 60_000;

const stored = async (store: Store): Promise<readonly Partner[]> => {
  const all: Partner[] = [];
  for await (const partner of store.partners.all()) all.push(partner);
  return all;
};

/** Every order that somebody was told of is there once, and no other. */
const checkOrders = ({ bought }: Load, partners: readonly Partner[]): number => {
  const byPerson = new Map(partners.map((partner) => [partner.people[0]?.aadObjectId, partner]));
  bought.forEach(({ orders }, nth) => {
    const own = byPerson.get(whoIs(nth).aadObjectId);
    assert.ok(own);
    const last = nth % 2 === 0 ? 'proofUnderReview' : 'awaitingTransfer';
    const expected = orders.map((order, k) => [order, k < orders.length - 1 ? 'cancelled' : last]);
    assert.deepEqual(
      own.orders.map(({ number, state }) => [number, state]),
      expected,
    );
    assert.equal(own.history.filter(({ event }) => event.type === 'orderPlaced').length, orders.length);
  });
  const all = partners.flatMap(({ orders }) => orders.map(({ number }) => number));
  assert.equal(new Set(all).size, all.length, 'a number is there twice');
  return all.length;
};

const near = (spells: readonly Spell[], at: number): boolean =>
  spells.some(({ from, to }) => at >= from - inFlightMs && at <= (from === to ? to : to + recoveryMs));

/** The scheduler may tell what a turn that died had committed, before the turn is run again and answers. */
const within = (spells: readonly Spell[], at: number): boolean =>
  spells.some(({ from, to }) => at >= from && at <= to);

/** A press is answered in the place of its card, a file by one message; what comes besides was told before. */
const answers = { 'news.placed': 0, 'news.cancelled': 0, 'news.proofReceived': 1 } as const;
const told = ['news.placed', 'news.cancelled', 'news.proofReceived'] as const;

/**
 * What was committed is told at least once, and a second time only where the first was under way as something ended.
 * @returns how often it was told a second time
 */
const checkTold = ({ connector, bought, spells }: Load): number => {
  let again = 0;
  for (const { person, orders } of bought) {
    const said = connector
      .in(person.conversation)
      .map((recorded) => ({ ...recorded, text: textOf(recorded) }));
    for (const order of orders)
      for (const news of told) {
        const here = said.filter(({ text }) => text.includes(order) && text.includes(say('en', news)));
        if (news === 'news.placed') assert.ok(here.length > 0, `nobody was told of ${order}`);
        const besides = here.filter(({ kind }) => kind === 'sent').length - answers[news];
        if (besides <= 0) continue;
        again += besides;
        const at = here[0]?.at ?? 0;
        assert.ok(
          near(spells, at) || within(person.interrupted, at),
          `${news} of ${order} came ${besides} times too often:\n${course(here, spells)}\n${course(said, person.interrupted)}`,
        );
      }
  }
  return again;
};

/** What was told, and when something had ended before or after it, in milliseconds from the first telling. */
const course = (here: readonly Recorded[], spells: readonly Spell[]): string => {
  const first = here[0]?.at ?? 0;
  const from = (at: number): string => (at - first).toFixed(0);
  return [
    ...here.map(({ kind, activityId, at }) => `${kind} ${activityId} ${from(at)}`),
    ...spells.map((spell) => `ended ${from(spell.from)}..${from(spell.to)}`),
  ].join('\n');
};

/** All that is due is done, by all at once. */
const sweepAll = async ({ fleet }: Load): Promise<void> => {
  for (const ahead of [leaseIsOver, 2 * leaseIsOver])
    await Promise.all(fleet.instances.map((instance) => instance.sweep(ahead)));
};

const check = async (load: Load, store: Store): Promise<void> => {
  const { met, spells, fleet } = load;
  const partners = await stored(store);
  const untold = partners
    .flatMap(({ outbox }) => outbox)
    .filter(({ status }) => status !== 'sent' && status !== 'superseded');
  assert.deepEqual(untold, []);
  if (endure) for (const [fault, times] of await fleet.faults()) console.log(`      ${times} × ${fault}`);
  const orders = checkOrders(load, partners);
  const again = checkTold(load);
  const kills = spells.filter(({ from, to }) => from === to).length;
  const counts = [
    `${met.turns} turns, ${orders} orders, each once; ${kills} kills`,
    `${spells.length - kills} restarts of the database; ${met.sentAgain} deliveries sent again`,
    `${met.triedAgain} deeds tried again, ${again} messages came twice`,
  ];
  console.log(`      ${counts.join(', ')}`);
};

describe(`${people} people who buy while processes are killed`, () => {
  it('and PostgreSQL crashes, with two instances on it: nothing is lost or doubled, every talk goes on', async function () {
    this.timeout(endure ? 15 * minuteMs : minuteMs);
    const server = await postgres();
    const database = await newDatabase();
    const folder = await newFolder();
    const store = await database.open();
    await settle(store, people);
    const downFor = between(0, endure ? 1_500 : 300);
    const trouble: Trouble = {
      kills: endure ? 30 : 2,
      betweenKills: endure ? between(500, 2_500) : between(700, 1_000),
      restarts: endure ? 11 : 1,
      betweenRestarts: endure ? between(5_000, 20_000) : between(200, 500),
      restart: async () => {
        await server.crash();
        await pause(downFor());
        await server.start();
      },
    };
    const load = await underLoad({
      instances: 2,
      people,
      thinking,
      folder: folder.path,
      url: database.url,
      trouble,
    });
    try {
      await sweepAll(load);
      await check(load, store);
    } finally {
      await load.stop();
      await store.close();
      await database.remove();
      await folder.remove();
    }
  });

  it('on the embedded store: nothing is lost or doubled, every talk goes on', async function () {
    this.timeout(endure ? 15 * minuteMs : minuteMs);
    const folder = await newFolder();
    const first = await folder.open();
    await settle(first, people);
    await first.close();
    const trouble: Trouble = {
      kills: endure ? 40 : 1,
      betweenKills: endure ? between(500, 2_500) : between(500, 900),
      restarts: 0,
      betweenRestarts: () => 0,
    };
    const load = await underLoad({ instances: 1, people, thinking, folder: folder.path, trouble });
    try {
      await sweepAll(load);
      await load.fleet.stop();
      const store = await folder.open();
      await check(load, store);
      await store.close();
    } finally {
      await load.stop();
      await folder.remove();
    }
  });
});
