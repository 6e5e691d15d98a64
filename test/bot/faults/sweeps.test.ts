import assert from 'node:assert/strict';
import type { TestBot } from '../../support/bot.ts';
import {
  after,
  conversationOf,
  due,
  eachTold,
  groups,
  type Group,
  minute,
  sweepAt,
  told,
  untilTold,
  withCrowd,
} from '../../support/crowd.ts';

const count = process.env['ENDURE'] ? 5_000 : 100;
const days = 24 * 60 * minute;
/** Until the next Tuesday, which is day 29 of what is unpaid: the reminders of days 23 and 27 were missed. */
const longAway = 6 * days;
const everybody = (all: readonly Group[]): ReadonlySet<string> =>
  new Set(all.map((group) => conversationOf(group)));

/** Ends the process, and starts another at that moment; it does by itself what is due. */
const startedAt = async (bot: TestBot, ms: number): Promise<void> => {
  bot.clock.set(after(ms));
  await bot.restart();
};

const untilSoMany = async (bot: TestBot, most: number): Promise<void> => {
  let seen = 0;
  await bot.connector.waitFor(() => ++seen >= most);
};

for (const waits of ['news', 'reminders'] as const)
  describe(`${count} ${waits} that are due`, function () {
    this.timeout(120_000);
    const all = groups(count, waits);

    it('in two sweeps at once go out once', () =>
      withCrowd(all, async (bot) => {
        await Promise.all([sweepAt(bot, due), sweepAt(bot, due), sweepAt(bot, due)]);
        assert(eachTold(bot, all, 1));
      }));

    it('and a restart in the middle: each goes out, and once', () =>
      withCrowd(all, async (bot) => {
        await startedAt(bot, 0);
        await untilSoMany(bot, count / 4);
        await bot.restart();
        await untilSoMany(bot, count / 2);
        await bot.restart();
        await untilTold(bot, everybody(all));
        await sweepAt(bot, after(60 * minute));
        assert(eachTold(bot, all, 1));
      }));

    it('while the bot is down for days go out when it starts, once, whatever else was missed', () =>
      withCrowd(all, async (bot) => {
        await startedAt(bot, longAway);
        await untilTold(bot, everybody(all));
        await startedAt(bot, longAway + minute);
        await sweepAt(bot, after(longAway + 8 * 60 * minute));
        assert(eachTold(bot, all, 1));
      }));

    it('and a clock that is set back: none goes out again, none too soon', () =>
      withCrowd(all, async (bot) => {
        await sweepAt(bot, after(-1));
        assert.equal(told(bot).size, 0);
        await sweepAt(bot, after(days));
        await sweepAt(bot, after(-days));
        await startedAt(bot, -2 * days);
        await sweepAt(bot, after(days));
        assert(eachTold(bot, all, 1));
      }));
  });

// The bot really waits some seconds for what hangs.
if (process.env['ENDURE'])
  describe('messages to a connector that hangs', function () {
    this.timeout(60_000);

    it('keep the bot from stopping for seconds at most; the rest are told after its next start', async () => {
      const [stuck, ...others] = groups(20);
      assert(stuck);
      await withCrowd([stuck, ...others], async (bot) => {
        const stuckIn = conversationOf(stuck);
        bot.connector.treat((conversation) => (conversation === stuckIn ? { kind: 'hang' } : undefined));
        await startedAt(bot, 0);
        await untilTold(bot, new Set([stuck, ...others].map((group) => conversationOf(group))));
        bot.connector.treat(() => undefined);
        const began = performance.now();
        await bot.restart();
        assert(performance.now() - began < 9_000);
        await sweepAt(bot, after(60 * minute));
        assert(eachTold(bot, others, 1));
        // It was taken, and never answered: told again.
        assert.equal(told(bot).get(stuckIn), 2);
      });
    });
  });
