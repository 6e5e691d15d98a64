import { join } from 'node:path';
import { upTo, warmUps, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { driver, type Driver } from './driver.ts';
import { adminOf } from './partners.ts';
import { count, spread, table } from './report.ts';
import { ratioOf, rotated, spreadOf } from './statistics.ts';
import { purchaseTalk } from './talks.ts';

const ordersEach = 10;

interface Sized {
  readonly stored: number;
  readonly child: Child;
  readonly driver: Driver;
  readonly msPerPurchase: number[];
  readonly bytesPerCommit: number[];
}

const start = async ({ folder, connector, profile }: Bench, stored: number): Promise<Sized> => {
  const script = new URL('./servers/purchase.ts', import.meta.url);
  const own = join(folder, `sized-${stored}`);
  const child = await startChild({ script, args: [own, 'ten'], log: `${own}.log`, profile });
  await child.prepare(upTo(stored / ordersEach), 0);
  return { stored, child, driver: driver(child.url, connector), msPerPurchase: [], bytesPerCommit: [] };
};

/** Partners from all over the store; those who buy have their ten orders again, and people who are new to the bot. */
const measure = async ({ counts }: Bench, sized: Sized, round: number): Promise<void> => {
  const { purchases } = counts.sizes;
  const partners = sized.stored / ordersEach;
  const buyers = upTo(purchases).map((n) => (Math.floor((n * partners) / purchases) + round) % partners);
  await sized.child.prepare(buyers, round + 1);
  const people = buyers.map((n) => adminOf(n, round + 1));
  const before = await sized.child.usage();
  const ms = await sized.driver.run(purchaseTalk, people);
  const after = await sized.child.usage();
  sized.msPerPurchase.push(ms / purchases);
  sized.bytesPerCommit.push((after.bytes - before.bytes) / (after.commits - before.commits));
};

const report = (all: readonly Sized[]): Findings => {
  const times = all.map(({ msPerPurchase }) => msPerPurchase.slice(warmUps));
  const [smallest, largest] = [all[0], all.at(-1)];
  const grown = (values: readonly (readonly number[])[]): string =>
    spread(ratioOf(values.at(-1) ?? [], values[0] ?? []), 2);
  const what = `${count(largest?.stored ?? 0)} / ${count(smallest?.stored ?? 0)} stored`;
  return {
    ratios: [
      `time of a purchase, ${what}   ${grown(times)}   expected at most 1.20`,
      `bytes of a commit,  ${what}   ${grown(all.map(({ bytesPerCommit }) => bytesPerCommit))}`,
    ],
    absolute: [
      `A purchase, four turns, with so many orders stored, ${ordersEach} a partner (${count(times[0]?.length ?? 0)} rounds each)`,
      ...table([
        ['orders stored', 'ms a purchase', 'bytes a commit'],
        ...all.map(({ stored, bytesPerCommit }, index) => [
          count(stored),
          spread(spreadOf(times[index] ?? []), 2),
          count(spreadOf(bytesPerCommit).median),
        ]),
      ]),
    ],
  };
};

/** The same purchase in stores of different size, in turn. */
export const measureSizes = async (bench: Bench): Promise<Findings> => {
  const { rounds, stored } = bench.counts.sizes;
  const all: Sized[] = [];
  for (const size of stored) all.push(await start(bench, size));
  for (const round of upTo(rounds + warmUps))
    for (const sized of rotated(all, round)) await measure(bench, sized, round);
  for (const sized of all) {
    await sized.driver.close();
    await sized.child.stop();
  }
  return report(all);
};
