import { join } from 'node:path';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { count, spread, table } from './report.ts';
import { ratioOf, rotated, spreadOf } from './statistics.ts';

interface Swept {
  readonly stored: number;
  readonly child: Child;
  readonly ms: number[];
}

const start = async ({ folder, connector, profile }: Bench, stored: number): Promise<Swept> => {
  const script = import.meta.resolve('./servers/sweep.ts');
  const own = join(folder, `swept-${stored}`);
  const args = [own, String(stored), connector.serviceUrl];
  return { stored, child: await startChild({ script, args, log: `${own}.log`, profile }), ms: [] };
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

/** One sweep of the scheduler with as many partners due, in stores of different size, in turn. */
export const measureSweep = async (bench: Bench): Promise<Findings> => {
  const { rounds, warmUps, talks, stored } = bench.counts.sweep;
  const few = await start(bench, stored[0]);
  const many = await start(bench, stored[1]);
  for (const round of upTo(rounds + warmUps))
    for (const swept of rotated([few, many], round)) {
      const ms = await measure(bench, swept, round);
      if (round >= warmUps) swept.ms.push(ms);
    }
  await few.child.stop();
  await many.child.stop();
  const what = `${count(many.stored)} / ${count(few.stored)} partners`;
  return {
    ratios: [`time of a sweep,    ${what}   ${spread(ratioOf(many.ms, few.ms), 2)}   expected at most 1.20`],
    absolute: [
      `A sweep with ${talks} partners due, each to be told one message (${count(rounds)} rounds each)`,
      ...table([
        ['partners stored', 'ms a sweep'],
        ...[few, many].map((swept) => [count(swept.stored), spread(spreadOf(swept.ms), 1)]),
      ]),
    ],
  };
};
