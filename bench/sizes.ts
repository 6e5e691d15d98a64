import { join } from 'node:path';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { driver, type Driver } from './driver.ts';
import { adminOf } from './partners.ts';
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
  readonly stored: number;
  readonly child: Child;
  readonly driver: Driver;
  readonly samples: Sample[];
}

const start = async ({ folder, connector, profile }: Bench, stored: number): Promise<Sized> => {
  const script = import.meta.resolve('./servers/purchase.ts');
  const own = join(folder, `sized-${stored}`);
  const child = await startChild({ script, args: [own, 'ten'], log: `${own}.log`, profile });
  await child.prepare(upTo(stored / ordersEach), 0);
  return { stored, child, driver: driver(child.url, connector), samples: [] };
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

const report = (all: readonly Sized[]): Findings => {
  const values = ({ samples }: Sized, of: keyof Sample): readonly number[] =>
    samples.map((sample) => sample[of]);
  const [smallest, largest] = [all[0], all.at(-1)];
  if (!smallest || !largest) throw new RangeError('at least one size is measured');
  const grown = (of: keyof Sample): string => spread(ratioOf(values(largest, of), values(smallest, of)), 2);
  const what = `${count(largest.stored)} / ${count(smallest.stored)} stored`;
  const rounds = count(smallest.samples.length);
  return {
    ratios: [
      `time of a purchase, ${what}   ${grown('msPerPurchase')}   expected at most 1.20`,
      `bytes of a commit,  ${what}   ${grown('bytesPerCommit')}`,
    ],
    absolute: [
      `A purchase, four turns, with so many orders stored, ${ordersEach} a partner (${rounds} rounds each)`,
      ...table([
        ['orders stored', 'ms a purchase', 'bytes a commit'],
        ...all.map((sized) => [
          count(sized.stored),
          spread(spreadOf(values(sized, 'msPerPurchase')), 2),
          count(spreadOf(values(sized, 'bytesPerCommit')).median),
        ]),
      ]),
    ],
  };
};

/** The same purchase in stores of different size, in turn. */
export const measureSizes = async (bench: Bench): Promise<Findings> => {
  const { rounds, warmUps, stored } = bench.counts.sizes;
  const all: Sized[] = [];
  for (const size of stored) all.push(await start(bench, size));
  for (const round of upTo(rounds + warmUps))
    for (const sized of rotated(all, round)) {
      const sample = await measure(bench, sized, round);
      if (round >= warmUps) sized.samples.push(sample);
    }
  for (const sized of all) {
    await sized.driver.close();
    await sized.child.stop();
  }
  return report(all);
};
