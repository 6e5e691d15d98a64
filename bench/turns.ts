import { join } from 'node:path';
import { upTo, warmUps, type Bench, type Findings } from './bench.ts';
import { startChild, type Child } from './child.ts';
import { conversations, driver, type Driver, type Somebody } from './driver.ts';
import { adminOf } from './partners.ts';
import { count, spread, table } from './report.ts';
import { ratioOf, rotated, spreadOf } from './statistics.ts';
import { echoTalk, purchaseTalk, waterfallTalk, type Talk } from './talks.ts';

interface Bot {
  readonly name: string;
  readonly script: string;
  readonly talk: Talk;
}

const echo: Bot = { name: 'SDK EchoBot', script: 'echo', talk: echoTalk };
const waterfall: Bot = { name: 'SDK waterfall, in memory', script: 'waterfall', talk: waterfallTalk };
const purchase: Bot = { name: 'purchase, on disk', script: 'purchase', talk: purchaseTalk };
const bots = [echo, waterfall, purchase] as const;

interface Running {
  readonly bot: Bot;
  readonly child: Child;
  readonly driver: Driver;
  /** A round each. */
  readonly turnsPerSecond: number[];
  readonly cpuPerTurn: number[];
  readonly callsPerTurn: number[];
}

const start = async ({ folder, connector, profile }: Bench, bot: Bot): Promise<Running> => {
  const script = new URL(`./servers/${bot.script}.ts`, import.meta.url);
  const log = join(folder, `${bot.script}.log`);
  const child = await startChild({ script, args: [join(folder, 'turns')], log, profile });
  const found = { turnsPerSecond: [], cpuPerTurn: [], callsPerTurn: [] };
  return { bot, child, driver: driver(child.url, connector), ...found };
};

const measure = async ({ connector }: Bench, running: Running, people: readonly Somebody[]) => {
  const { bot, child } = running;
  const turns = people.length * bot.talk.steps.length;
  const before = { ...(await child.usage()), calls: connector.calls() };
  const ms = await running.driver.run(bot.talk, people);
  const after = { ...(await child.usage()), calls: connector.calls() };
  running.turnsPerSecond.push((turns / ms) * 1_000);
  running.cpuPerTurn.push((after.cpu - before.cpu) / turns);
  running.callsPerTurn.push((after.calls - before.calls) / turns);
};

const report = (all: readonly Running[]): Findings => {
  const rates = new Map(all.map(({ bot, turnsPerSecond }) => [bot, turnsPerSecond.slice(warmUps)]));
  const ratio = (one: Bot, other: Bot): string =>
    spread(ratioOf(rates.get(one) ?? [], rates.get(other) ?? []), 2);
  const rows = all.map((running) => [
    running.bot.name,
    ...[running.turnsPerSecond, running.cpuPerTurn].map((values) =>
      spread(spreadOf(values.slice(warmUps)), 0),
    ),
    spreadOf(running.callsPerTurn).median.toFixed(2),
  ]);
  return {
    ratios: [
      `turns a second, purchase / SDK waterfall    ${ratio(purchase, waterfall)}   expected at least 0.80`,
      `turns a second, purchase / SDK EchoBot      ${ratio(purchase, echo)}`,
      `turns a second, SDK waterfall / EchoBot     ${ratio(waterfall, echo)}`,
    ],
    absolute: [
      `Turns at ${conversations} conversations (${count(rates.get(echo)?.length ?? 0)} rounds each)`,
      ...table([['', 'turns a second', 'processor µs a turn', 'calls a turn'], ...rows]),
    ],
  };
};

/** The SDK's EchoBot and waterfall beside this bot's purchase, in turn, on the same connector. */
export const measureTurns = async (bench: Bench): Promise<Findings> => {
  const { rounds, talks } = bench.counts.turns;
  const all = await Promise.all(bots.map((bot) => start(bench, bot)));
  const people = (round: number): readonly Somebody[] =>
    upTo(talks).map((n) => adminOf(round * talks + n, 0));
  for (const { child } of all) await child.prepare(upTo((rounds + warmUps) * talks), 0);
  for (const round of upTo(rounds + warmUps))
    for (const running of rotated(all, round)) await measure(bench, running, people(round));
  for (const running of all) {
    await running.driver.close();
    await running.child.stop();
  }
  return report(all);
};
