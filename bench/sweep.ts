import { join } from 'node:path';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { copyPartner } from './copies.ts';
import type { StoreName } from './databases.ts';
import { quietDisk } from './quiet-disk.ts';
import { count, spread, table } from './report.ts';
import { ratioOf, rotated, spreadOf } from './statistics.ts';
import { groups, idsOf } from '../test/support/crowd.ts';

interface Swept {
  readonly store: StoreName;
  readonly stored: number;
  readonly child: Child;
  readonly ms: number[];
}

const start = async (bench: Bench, store: StoreName, stored: number): Promise<Swept> => {
  const { folder, connector, databases, profile } = bench;
  const script = import.meta.resolve('./servers/sweep.ts');
  const own = join(folder, `swept-${store}-${stored}`);
  const all = groups(stored);
  const child = await databases.filled(store, async (database) => {
    const args = [own, String(stored), connector.serviceUrl, ...database];
    const started = await startChild({ script, args, log: `${own}.log`, profile });
    const [url] = database;
    if (url !== undefined) await copyPartner(url, (n) => idsOf(all[n]!), stored);
    return started;
  });
  return { store, stored, child, ms: [] };
};

/** Those who are due come from all over the store, and are others in each round; each is told one message. */
const measure = async ({ counts, connector }: Bench, swept: Swept, round: number): Promise<number> => {
  const { talks } = counts.sweep;
  const due = upTo(talks).map((n) => (Math.floor((n * swept.stored) / talks) + round) % swept.stored);
  await swept.child.prepare(due, round);
  const before = connector.calls();
  const began = performance.now();
  await swept.child.sweep();
  const ms = performance.now() - began;
  if (connector.calls() - before !== talks)
    throw new Error(`${connector.calls() - before} messages instead of ${talks}`);
  return ms;
};

const ratioOfStore = (ofStore: readonly Swept[]): string => {
  const [few, many] = [ofStore[0], ofStore.at(-1)];
  if (!few || !many) throw new RangeError('at least one size is measured');
  const what = `time of a sweep, ${few.store}, ${count(many.stored)} / ${count(few.stored)} partners`;
  return `${what.padEnd(66)}${spread(ratioOf(many.ms, few.ms), 2)}   expected at most 1.20`;
};

/** One sweep of the scheduler with as many partners due, in stores of different size, in turn. */
export const measureSweep = async (bench: Bench): Promise<Findings> => {
  const { rounds, warmUps, talks, lowdb, postgres } = bench.counts.sweep;
  const all: Swept[] = [];
  for (const stored of postgres) all.push(await start(bench, 'PostgreSQL', stored));
  for (const stored of lowdb) all.push(await start(bench, 'lowdb', stored));
  await quietDisk();
  for (const round of upTo(rounds + warmUps))
    for (const swept of rotated(all, round)) {
      const ms = await measure(bench, swept, round);
      if (round >= warmUps) swept.ms.push(ms);
    }
  for (const { child } of all) await child.stop();
  return {
    ratios: [...Map.groupBy(all, ({ store }) => store).values()].map(ratioOfStore),
    absolute: [
      `A sweep with ${talks} partners due, each to be told one message (${count(rounds)} rounds each)`,
      ...table([
        ['partners stored', 'ms a sweep'],
        ...all.map(({ store, stored, ms }) => [`${store}, ${count(stored)}`, spread(spreadOf(ms), 1)]),
      ]),
    ],
  };
};
