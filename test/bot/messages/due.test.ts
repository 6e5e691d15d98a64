import assert from 'node:assert/strict';
import { instant } from '../../../membership/rules/calendar.ts';
import { colleagues } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { partnerOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { allShown, buy, buyElsewhere, chatOf, onlyOrder } from '../turns/demo.ts';

/** Moves the clock forward through all that falls due; answers with the moments at which an order expired. */
const moveTo = async (bot: TestBot, moment: string): Promise<readonly string[]> => {
  const stops: string[] = [];
  await bot.app.runDue(instant(new Date(moment)), (at) => {
    stops.push(at);
    bot.clock.set(at);
  });
  bot.clock.set(moment);
  // Reminders go out in working hours, which are nowhere at midnight of UTC with these people.
  return stops.filter((at) => at.endsWith('T00:00:00.000Z'));
};

/** Too late for a reminder of an order of 2 March, and before it expires. */
const lastNight = '2026-04-01T23:00:00Z';

const expiries = async (bot: TestBot): Promise<readonly unknown[]> =>
  (await partnerOf(bot)).history.filter(({ event }) => event.type === 'orderExpired');

describe('an order that is not paid', () => {
  it('is open to the end of day 30, and expires at its due moment, once', () =>
    withBot(async (bot) => {
      await buy(bot, chatOf(bot));
      assert.deepEqual(await moveTo(bot, '2026-04-01T23:59:59.999Z'), []);
      assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
      assert.deepEqual(await moveTo(bot, '2026-06-01T00:00:00Z'), ['2026-04-02T00:00:00.000Z']);
      assert.equal((await onlyOrder(bot)).state, 'expired');
      assert.deepEqual(await moveTo(bot, '2026-07-01T00:00:00Z'), []);
      bot.clock.set('2026-03-05T00:00:00Z');
      assert.deepEqual(await moveTo(bot, '2026-07-01T00:00:00Z'), []);
      const [entry, again] = await expiries(bot);
      assert.equal(again, undefined);
      const by = { kind: 'clock' };
      assert.deepEqual(
        { ...(entry as object), event: undefined },
        { at: '2026-04-02T00:00:00.000Z', by, through: 'timer', event: undefined },
      );
    }));

  it('its card says so in every chat that shows it, by itself, each in its language', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      const [megan] = colleagues;
      const other = chatOf(bot, megan, 'nl');
      const { number } = await buy(bot, chat);
      await other.say(number);
      const shown = [chat.shown().length, other.shown().length];
      bot.clock.set(lastNight);
      await moveTo(bot, '2026-04-02T00:00:00Z');
      assert.match(chat.last(), /Expired/);
      assert.doesNotMatch(chat.buttons().join(), /Cancel Order|Upload/);
      assert.match(other.last(), /Verlopen/);
      assert.deepEqual([chat.shown().length, other.shown().length], shown);
    }));

  it('expires although its card can’t be changed', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      bot.connector.misbehave({ kind: 'status', status: 500 });
      bot.clock.set(lastNight);
      await moveTo(bot, '2026-04-02T00:00:00Z');
      assert.equal((await onlyOrder(bot)).state, 'expired');
      assert.match(allShown(chat), /Awaiting transfer/);
      await chat.press('Cancel Order');
      assert.match(chat.last(), /Expired/);
    }));

  it('that came while the bot was down is written at the start', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      bot.clock.set('2026-05-01T09:00:00Z');
      await bot.restart();
      await bot.connector.waitFor(({ activity }) => JSON.stringify(activity).includes('Expired'));
      assert.equal((await expiries(bot)).length, 1);
    }));
});

describe('what falls due', () => {
  it('at several organisations is done in the order of its moments', () =>
    withBot(async (bot) => {
      bot.clock.set('2026-03-10T12:00:00Z');
      await buy(bot, chatOf(bot));
      bot.clock.set('2026-03-04T12:00:00Z');
      await buyElsewhere(bot);
      assert.deepEqual(await moveTo(bot, '2026-12-24T09:00:00Z'), [
        '2026-04-04T00:00:00.000Z',
        '2026-04-10T00:00:00.000Z',
      ]);
    }));
});
