import { join } from 'node:path';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import type { StoreName } from './databases.ts';
import { copyPartner } from './copies.ts';
import { driver, type Driver } from './driver.ts';
import { adminOf, idsOf } from './partners.ts';
import { quietDisk } from './quiet-disk.ts';
import { count, spread, table } from './report.ts';
import { ratioOf, rotated, spreadOf } from './statistics.ts';
import { purchaseTalk } from './talks.ts';

const ordersEach = 10;

/** One round of one store. */
interface Sample {
  readonly msPerPurchase: number;
  readonly bytesPerCommit: number;
}

interface Sized {
  readonly store: StoreName;
  readonly stored: number;
  readonly child: Child;
  readonly driver: Driver;
  readonly samples: Sample[];
}

const start = async (bench: Bench, store: StoreName, stored: number): Promise<Sized> => {
  const { folder, connector, databases, profile } = bench;
  const script = import.meta.resolve('./servers/purchase.ts');
  const own = join(folder, `sized-${store}-${stored}`);
  const child = await databases.filled(store, async (database) => {
    const args = [own, 'ten', ...database];
    const started = await startChild({ script, args, log: `${own}.log`, profile });
    const [url] = database;
    await started.prepare(upTo(url === undefined ? stored / ordersEach : 1), 0);
    if (url !== undefined) await copyPartner(url, (n) => idsOf(n, 0, ordersEach), stored / ordersEach);
    return started;
  });
  return { store, stored, child, driver: driver(child.url, connector), samples: [] };
};

/** Partners from all over the store; those who buy have their ten orders again, and people who are new to the bot. */
const measure = async ({ counts }: Bench, sized: Sized, round: number): Promise<Sample> => {
  const { talks } = counts.sizes;
  const partners = sized.stored / ordersEach;
  const buyers = upTo(talks).map((n) => (Math.floor((n * partners) / talks) + round) % partners);
  await sized.child.prepare(buyers, round + 1);
  const people = buyers.map((n) => adminOf(n, round + 1));
  const before = await sized.child.usage();
  const ms = await sized.driver.run(purchaseTalk, people);
  const after = await sized.child.usage();
  return {
    msPerPurchase: ms / talks,
    bytesPerCommit: (after.bytes - before.bytes) / (after.commits - before.commits),
  };
};

const values = ({ samples }: Sized, of: keyof Sample): readonly number[] =>
  samples.map((sample) => sample[of]);

const ratiosOf = (ofStore: readonly Sized[]): readonly string[] => {
  const [smallest, largest] = [ofStore[0], ofStore.at(-1)];
  if (!smallest || !largest) throw new RangeError('at least one size is measured');
  const line = (what: string, of: keyof Sample, expected: string): string => {
    const sizes = `${what}, ${smallest.store}, ${count(largest.stored)} / ${count(smallest.stored)} stored`;
    return `${sizes.padEnd(66)}${spread(ratioOf(values(largest, of), values(smallest, of)), 2)}   ${expected}`;
  };
  return [
    line('time of a purchase', 'msPerPurchase', 'expected at most 1.10'),
    ...(smallest.store === 'lowdb' ? [line('bytes of a commit', 'bytesPerCommit', 'expected equal')] : []),
  ];
};

const report = (all: readonly Sized[], rounds: number): Findings => ({
  ratios: [...Map.groupBy(all, ({ store }) => store).values()].flatMap(ratiosOf),
  absolute: [
    `A purchase, four turns, with so many orders stored, ${ordersEach} a partner (${rounds} rounds each)`,
    ...table([
      ['orders stored', 'ms a purchase', 'bytes a commit'],
      ...all.map((sized) => [
        `${sized.store}, ${count(sized.stored)}`,
        spread(spreadOf(values(sized, 'msPerPurchase')), 2),
        sized.store === 'lowdb' ? count(spreadOf(values(sized, 'bytesPerCommit')).median) : '',
      ]),
    ]),
  ],
});

/** The same purchase in stores of different size, in turn. */
export const measureSizes = async (bench: Bench): Promise<Findings> => {
  const { rounds, warmUps, lowdb, postgres } = bench.counts.sizes;
  const all: Sized[] = [];
  for (const stored of postgres) all.push(await start(bench, 'PostgreSQL', stored));
  for (const stored of lowdb) all.push(await start(bench, 'lowdb', stored));
  await quietDisk();
  for (const round of upTo(rounds + warmUps))
    for (const sized of rotated(all, round)) {
      const sample = await measure(bench, sized, round);
      if (round >= warmUps) sized.samples.push(sample);
    }
  for (const sized of all) {
    await sized.driver.close();
    await sized.child.stop();
  }
  return report(all, rounds);
};
