import { join } from 'node:path';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { driver } from './driver.ts';
import { adminOf } from './partners.ts';
import { count, table } from './report.ts';
import { navigationTalk, purchaseTalk } from './talks.ts';

/** In each round partners' new people buy once each, and then look around so often: 10,000 turns a round. */
const partners = 250;
const looksAround = 9;
const turnsOfRound = partners * (purchaseTalk.steps.length + looksAround * navigationTalk.steps.length);

/** After so many turns, the garbage collected. */
interface Sample {
  readonly turns: number;
  readonly heap: number;
  readonly resident: number;
}

const oneRound = async ({ connector }: Bench, child: Child, round: number): Promise<void> => {
  const drive = driver(child.url, connector);
  await child.prepare(upTo(partners), round);
  const people = upTo(partners).map((n) => adminOf(n, round));
  await drive.run(purchaseTalk, people);
  for (let times = 0; times < looksAround; times += 1) await drive.run(navigationTalk, people);
  await drive.close();
};

/** Samples at the first of the two counts, and at each tenth of the way to the second. */
const samplesOf = async (bench: Bench, child: Child): Promise<readonly Sample[]> => {
  const { turns, longestMinutes } = bench.counts.memory;
  const [few, many] = turns;
  const until = performance.now() + longestMinutes * 60_000;
  const [first, last] = [Math.ceil(few / turnsOfRound), Math.ceil(many / turnsOfRound)];
  const samples: Sample[] = [];
  for (let round = 1; round <= last; round += 1) {
    await oneRound(bench, child, round);
    const timeIsOver = performance.now() > until;
    if (round === first || round === last || timeIsOver || round % Math.ceil(last / 10) === 0)
      samples.push({ turns: round * turnsOfRound, ...(await child.memory()) });
    if (timeIsOver) break;
  }
  return samples;
};

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** What a process of the bot keeps, after many turns against after few. */
export const measureMemory = async (bench: Bench): Promise<Findings> => {
  const own = join(bench.folder, 'memory');
  const script = import.meta.resolve('./servers/purchase.ts');
  const options = { script, args: [own, 'ten'], log: `${own}.log`, profile: bench.profile };
  const child = await startChild({ ...options, flags: ['--expose-gc'] });
  const samples = await samplesOf(bench, child);
  await child.stop();
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) throw new RangeError('at least one round is measured');
  const what = `after ${count(last.turns)} / ${count(first.turns)} turns`;
  const line = (name: string, of: 'heap' | 'resident'): string =>
    `${name}, lowdb, ${what}`.padEnd(66) + (last[of] / first[of]).toFixed(2);
  return {
    ratios: [line('heap', 'heap'), line('memory of the process', 'resident')],
    absolute: [
      `Memory, the garbage collected; at most ${bench.counts.memory.longestMinutes} minutes`,
      ...table([
        ['turns', 'heap, MB', 'resident, MB'],
        ...samples.map(({ turns, heap, resident }) => [count(turns), megabytes(heap), megabytes(resident)]),
      ]),
    ],
  };
};
