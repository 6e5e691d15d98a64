import { join } from 'node:path';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { conversations, driver, type Driver, type Somebody } from './driver.ts';
import { adminOf } from './partners.ts';
import { count, spread, table } from './report.ts';
import { ratioOf, rotated, spreadOf } from './statistics.ts';
import { echoTalk, purchaseTalk, waterfallTalk, type Talk } from './talks.ts';

interface Bot {
  readonly name: string;
  /** A file's address. */
  readonly script: string;
  readonly talk: Talk;
}

const echo: Bot = {
  name: 'SDK EchoBot',
  script: import.meta.resolve('./servers/echo.ts'),
  talk: echoTalk,
};
const waterfall: Bot = {
  name: 'SDK waterfall, in memory',
  script: import.meta.resolve('./servers/waterfall.ts'),
  talk: waterfallTalk,
};
const purchase: Bot = {
  name: 'purchase, on disk',
  script: import.meta.resolve('./servers/purchase.ts'),
  talk: purchaseTalk,
};
const bots = [echo, waterfall, purchase] as const;

/** One round of one bot. */
interface Sample {
  readonly turnsPerSecond: number;
  /** Microseconds of the bot's processor time a turn, all its threads. */
  readonly cpu: number;
  /** The same of the process that has the driver and the connector. */
  readonly driverCpu: number;
  readonly callsPerTurn: number;
}

interface Running {
  readonly bot: Bot;
  readonly child: Child;
  readonly driver: Driver;
  readonly samples: Sample[];
}

const start = async ({ folder, connector, profile }: Bench, bot: Bot): Promise<Running> => {
  const log = join(folder, 'turns.log');
  const child = await startChild({ script: bot.script, args: [join(folder, 'turns')], log, profile });
  return { bot, child, driver: driver(child.url, connector), samples: [] };
};

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const measure = async (
  { connector }: Bench,
  { bot, child, driver: drive }: Running,
  people: readonly Somebody[],
): Promise<Sample> => {
  const totals = async () => ({
    cpu: (await child.usage()).cpu,
    own: ownCpu(),
    calls: connector.calls(),
  });
  const turns = people.length * bot.talk.steps.length;
  const before = await totals();
  const ms = await drive.run(bot.talk, people);
  const after = await totals();
  return {
    turnsPerSecond: (turns / ms) * 1_000,
    cpu: (after.cpu - before.cpu) / turns,
    driverCpu: (after.own - before.own) / turns,
    callsPerTurn: (after.calls - before.calls) / turns,
  };
};

const report = (all: readonly Running[]): Findings => {
  const found = new Map(all.map(({ bot, samples }) => [bot, samples]));
  const ratio = (one: Bot, other: Bot): string => {
    const [ones, others] = [one, other].map((bot) =>
      (found.get(bot) ?? []).map(({ turnsPerSecond }) => turnsPerSecond),
    );
    return spread(ratioOf(ones ?? [], others ?? []), 2);
  };
  const column = (samples: readonly Sample[], of: keyof Sample, digits: number): string =>
    spread(spreadOf(samples.map((sample) => sample[of])), digits);
  return {
    ratios: [
      `turns a second, purchase / SDK waterfall    ${ratio(purchase, waterfall)}   expected at least 0.80`,
      `turns a second, purchase / SDK EchoBot      ${ratio(purchase, echo)}`,
      `turns a second, SDK waterfall / EchoBot     ${ratio(waterfall, echo)}`,
    ],
    absolute: [
      `Turns at ${conversations} conversations (${count(found.get(echo)?.length ?? 0)} rounds each)`,
      ...table([
        ['', 'turns a second', 'processor µs a turn', 'driver µs a turn', 'calls a turn'],
        ...all.map(({ bot, samples }) => [
          bot.name,
          column(samples, 'turnsPerSecond', 0),
          column(samples, 'cpu', 0),
          column(samples, 'driverCpu', 0),
          spreadOf(samples.map(({ callsPerTurn }) => callsPerTurn)).median.toFixed(2),
        ]),
      ]),
    ],
  };
};

/** The SDK's EchoBot and waterfall beside this bot's purchase, in turn, on the same connector. */
export const measureTurns = async (bench: Bench): Promise<Findings> => {
  const { rounds, warmUps, talks } = bench.counts.turns;
  const all = await Promise.all(bots.map((bot) => start(bench, bot)));
  for (const { child } of all) await child.prepare(upTo((rounds + warmUps) * talks), 0);
  for (const round of upTo(rounds + warmUps)) {
    const people = upTo(talks).map((n) => adminOf(round * talks + n, 0));
    for (const running of rotated(all, round)) {
      const sample = await measure(bench, running, people);
      if (round >= warmUps) running.samples.push(sample);
    }
  }
  for (const running of all) {
    await running.driver.close();
    await running.child.stop();
  }
  return report(all);
};
