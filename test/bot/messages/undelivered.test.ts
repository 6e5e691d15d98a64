import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { instant, type Instant } from '../../../membership/rules/calendar.ts';
import type { Order } from '../../../membership/rules/order.ts';
import { currentPerson } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { buttonsOf, wordsOf, type Chat } from '../../support/chat.ts';
import type { Misbehaviour } from '../../support/connector.ts';
import { partnerOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { accept, allShown, chatOf, onlyOrder, pressing, review } from '../turns/demo.ts';

const status = (code: number): Misbehaviour => ({ kind: 'status', status: code });

/** Everything that falls due until then is done. */
const upTo = async (bot: TestBot, moment: string): Promise<void> => {
  await bot.app.runDue(instant(new Date(moment)), (at: Instant) => bot.clock.set(at));
};

/** The cards that report the order as placed, with what can be done next. */
const reports = (chat: Chat, { number }: Order): number =>
  chat
    .shown()
    .filter((activity) => buttonsOf(activity).some(({ title }) => title === 'Upload payment proof'))
    .map((activity) => wordsOf(activity).join('\n'))
    .filter((text) => text.includes(number) && text.includes('Your order has been received.')).length;

const outbox = async (bot: TestBot): Promise<readonly string[]> =>
  (await partnerOf(bot)).outbox.map((message) => message.status);

/** Submit is pressed, and the reply that would report the order meets these. */
const submitted = async (bot: TestBot, ...met: readonly Misbehaviour[]): Promise<Chat> => {
  const chat = chatOf(bot);
  await review(chat);
  bot.connector.misbehave(...met);
  await chat.press('Submit', accept);
  return chat;
};

/** What the reply meets, and what the message behind it. */
const mishaps: Readonly<Record<string, readonly Misbehaviour[]>> = {
  'a 500': [status(500)],
  'a broken line': [{ kind: 'break' }],
  'a 403 for the pressed card, and for a new one': [status(403), status(403)],
  '401 without end': [status(401), status(401)],
};

describe('a reply that reports an order and does not arrive', () => {
  for (const [name, met] of Object.entries(mishaps)) {
    it(`because of ${name}: the order is there once, and is told behind the turn, once, without an apology`, () =>
      withBot(async (bot) => {
        const chat = await submitted(bot, ...met);
        const order = await onlyOrder(bot);
        assert.equal(reports(chat, order), 1);
        assert.match(bot.logged(), /"where":"reply"/);
        await upTo(bot, '2026-03-02T10:00:00Z');
        assert.doesNotMatch(allShown(chat), /went wrong|could not be saved/);
        assert.equal(reports(chat, order), 1);
        assert.deepEqual(await outbox(bot), ['sent']);
      }));
  }

  it('is told a few seconds later where the message behind the turn does not arrive either', () =>
    withBot(async (bot) => {
      const chat = await submitted(bot, status(500), status(500));
      const order = await onlyOrder(bot);
      assert.deepEqual([reports(chat, order), await outbox(bot)], [0, ['pending']]);
      await upTo(bot, '2026-03-02T09:00:04Z');
      assert.deepEqual([reports(chat, order), await outbox(bot)], [1, ['sent']]);
      assert.doesNotMatch(allShown(chat), /went wrong/);
    }));

  it('ends the talk', () =>
    withBot(async (bot) => {
      const chat = await submitted(bot, status(500), status(500));
      await chat.say('back');
      assert.match(chat.last(), /I have not asked anything|What would you like to do/);
    }));

  it('is told after a restart, once', () =>
    withBot(async (bot) => {
      const chat = await submitted(bot, status(500), status(500));
      const order = await onlyOrder(bot);
      bot.clock.set('2026-03-02T09:00:04Z');
      await bot.restart();
      await bot.connector.waitFor(({ activity }) => wordsOf(activity).includes(order.number));
      await bot.restart();
      await upTo(bot, '2026-03-02T10:00:00Z');
      assert.equal(reports(chat, order), 1);
    }));

  it('is shown by Submit pressed again', () =>
    withBot(async (bot) => {
      const chat = await submitted(bot, status(500), status(500));
      await chat.send(pressing(chat, 'Submit', accept)());
      const order = await onlyOrder(bot);
      const cards = () => chat.shown().filter((activity) => wordsOf(activity).includes(order.number)).length;
      assert.equal(cards(), 1);
      await upTo(bot, '2026-03-02T10:00:00Z');
      assert.deepEqual([cards(), reports(chat, order), await outbox(bot)], [1, 1, ['sent']]);
    }));

  it('is tried again after longer and longer pauses, and given up after some hours', () =>
    withBot(async (bot) => {
      await submitted(bot, ...Array.from({ length: 40 }, () => status(500)));
      const tries = [Date.parse(bot.clock.now())];
      await bot.app.runDue(instant(new Date('2026-03-03T09:00:00Z')), (at) => {
        bot.clock.set(at);
        tries.push(Date.parse(at));
      });
      const pauses = tries.slice(1).map((at, nth) => at - (tries[nth] ?? 0));
      assert.equal(pauses.length, 12);
      // A quarter more or less, so that many do not come back together.
      for (const [nth, pause] of pauses.entries()) assert(Math.abs(pause / (3_500 * 2 ** nth) - 1) <= 0.25);
      assert(new Set(pauses.map((pause, nth) => (pause / 2 ** nth).toFixed(0))).size > 6);
      assert.deepEqual(await outbox(bot), ['givenUp']);
      assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
    }));
});

describe('a chat that is gone', () => {
  for (const code of [403, 404])
    it(`answers ${code}: is written to no more, until the person comes back`, () =>
      withBot(async (bot) => {
        const chat = await submitted(bot, status(500), status(500));
        bot.connector.misbehave(status(code));
        await upTo(bot, '2026-03-02T10:00:00Z');
        assert.deepEqual(await outbox(bot), ['givenUp']);
        const installed = async () => (await bot.app.store.chats.read(currentPerson))?.installed;
        assert.equal(await installed(), false);
        await chat.say('orders');
        assert.match(chat.last(), /Awaiting transfer/);
        assert.equal(await installed(), true);
      }));
});

describe('what is beside the reply', () => {
  it('a card left behind that can’t be changed does not spoil the answer', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      await chat.say('accept');
      // The order's card arrives; that the review before it was left, does not.
      bot.connector.misbehave({ kind: 'slow', when: pause(1) }, status(500));
      await chat.say('submit');
      const order = await onlyOrder(bot);
      assert.equal(reports(chat, order), 1);
      assert.doesNotMatch(chat.last(), /went wrong/);
      assert.deepEqual(await outbox(bot), ['sent']);
    }));

  it('a pressed card that is gone is sent anew', () =>
    withBot(async (bot) => {
      const chat = await submitted(bot, status(404));
      assert.equal(reports(chat, await onlyOrder(bot)), 1);
      assert.deepEqual(await outbox(bot), ['sent']);
    }));
});
