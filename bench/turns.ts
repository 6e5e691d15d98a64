import { join } from 'node:path';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { conversations, driver, type Driver, type Somebody } from './driver.ts';
import { adminOf } from './partners.ts';
import { quietDisk } from './quiet-disk.ts';
import { count, spread, table } from './report.ts';
import { ratioOf, rotated, spreadOf } from './statistics.ts';
import { echoTalk, purchaseTalk, waterfallTalk, type Talk } from './talks.ts';

interface Bot {
  readonly name: string;
  /** A file's address. */
  readonly script: string;
  readonly talk: Talk;
  readonly args: (bench: Bench) => Promise<readonly string[]>;
}

const none = (): Promise<readonly string[]> => Promise.resolve([]);

const echo: Bot = {
  name: 'SDK EchoBot',
  script: import.meta.resolve('./servers/echo.ts'),
  talk: echoTalk,
  args: none,
};
const waterfall: Bot = {
  name: 'SDK waterfall, in memory',
  script: import.meta.resolve('./servers/waterfall.ts'),
  talk: waterfallTalk,
  args: none,
};
const purchase: Bot = {
  name: 'purchase, lowdb',
  script: import.meta.resolve('./servers/purchase.ts'),
  talk: purchaseTalk,
  args: ({ folder }) => Promise.resolve([join(folder, 'turns'), 'none']),
};
const purchaseInDatabase: Bot = {
  ...purchase,
  name: 'purchase, PostgreSQL',
  args: async ({ folder, databases }) => [join(folder, 'turns-proofs'), 'none', await databases.fresh()],
};
/** The physical limit. */
const bare: Bot = {
  name: 'parse, synced write, reply',
  script: import.meta.resolve('./servers/bare.ts'),
  talk: echoTalk,
  args: ({ folder }) => Promise.resolve([join(folder, 'turns-bare')]),
};
const bots = [echo, waterfall, purchase, purchaseInDatabase, bare] as const;

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

const start = async (bench: Bench, bot: Bot): Promise<Running> => {
  const { folder, connector, profile } = bench;
  const log = join(folder, 'turns.log');
  const child = await startChild({ script: bot.script, args: await bot.args(bench), log, profile });
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
  const line = (one: Bot, other: Bot, expected = ''): string =>
    `turns a second, ${one.name} / ${other.name}`.padEnd(66) + `${ratio(one, other)}   ${expected}`.trimEnd();
  const column = (samples: readonly Sample[], of: keyof Sample, digits: number): string =>
    spread(spreadOf(samples.map((sample) => sample[of])), digits);
  return {
    ratios: [
      line(purchase, waterfall, 'expected at least 1.20'),
      line(purchaseInDatabase, waterfall, 'expected at least 0.80'),
      line(purchase, echo, 'expected at least 0.90'),
      line(purchaseInDatabase, echo),
      line(waterfall, echo),
      ...[echo, waterfall, purchase, purchaseInDatabase].map((bot) => line(bot, bare)),
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

/** The SDK's EchoBot and waterfall, this bot's purchase on either store, and the limit, in turn, on one connector. */
export const measureTurns = async (bench: Bench): Promise<Findings> => {
  const { rounds, warmUps, talks } = bench.counts.turns;
  const all = await Promise.all(bots.map((bot) => start(bench, bot)));
  for (const { child } of all) await child.prepare(upTo((rounds + warmUps) * talks), 0);
  await quietDisk();
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
