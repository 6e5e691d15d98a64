import assert from 'node:assert/strict';
import { instant } from '../../../membership/rules/calendar.ts';
import type { Order } from '../../../membership/rules/order.ts';
import { StoreFault } from '../../../store/faults.ts';
import type { Store } from '../../../store/contract.ts';
import type { BankLine } from '../../../membership/ports.ts';
import type { PaymentId } from '../../../membership/rules/ids.ts';
import { colleagues, dana, type DemoPerson } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { day } from '../../support/partner.ts';
import { partnerOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { buy, buyElsewhere, chatOf, onlyOrder } from '../turns/demo.ts';

const lineFor = (order: Order, id: string): BankLine => ({
  id: id as PaymentId,
  account: order.account?.account ?? '',
  bookedOn: day('2026-03-04'),
  valueDate: day('2026-03-04'),
  amount: order.quote.total,
  text: order.number,
  status: { kind: 'recorded' },
});

/** A store that can be told to keep nothing of what is decided about one organisation. */
const withBroken = () => {
  const broken = new Set<string>();
  const around = (store: Store): Store => ({
    ...store,
    partners: {
      ...store.partners,
      change: (id, decide, options) =>
        broken.has(id)
          ? Promise.reject(new StoreFault('notSaved', 'broken'))
          : store.partners.change(id, decide, options),
    },
  });
  return { around, broken };
};

const statesOf = async (bot: TestBot, person: DemoPerson): Promise<readonly string[]> =>
  (await partnerOf(bot, person.tenantId)).orders.map(({ state }) => state);

describe('money that was recorded and not told', () => {
  it('is told at the next start: once, in the chat too', () => {
    const { around, broken } = withBroken();
    return withBot(
      async (bot) => {
        const chat = chatOf(bot);
        const order = await buy(bot, chat);
        broken.add('6234461');
        await assert.rejects(bot.app.credit(lineFor(order, 'l1')), { code: 'notSaved' });
        assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
        broken.clear();
        await bot.restart();
        await bot.connector.waitFor(({ activity }) => /membership is active/.test(JSON.stringify(activity)));
        const paid = await onlyOrder(bot);
        assert.equal(paid.state, 'active');
        await bot.restart();
        assert.deepEqual((await onlyOrder(bot)).payments, paid.payments);
        assert.equal(paid.payments.length, 1);
      },
      { around },
    );
  });

  it('and fails again, does not keep the bot from starting, nor others’ money from being told', () => {
    const { around, broken } = withBroken();
    return withBot(
      async (bot) => {
        const order = await buy(bot, chatOf(bot));
        const other = await buyElsewhere(bot);
        for (const id of ['6234461', '6405318']) broken.add(id);
        await assert.rejects(bot.app.credit(lineFor(order, 'l1')));
        await assert.rejects(bot.app.credit(lineFor(other, 'l2')));
        broken.delete('6405318');
        await bot.restart();
        assert.deepEqual(await statesOf(bot, dana), ['active']);
        assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
        assert.match(bot.logged(), /"code":"notSaved"/);
        broken.clear();
        await bot.restart();
        assert.equal((await onlyOrder(bot)).state, 'active');
      },
      { around },
    );
  });
});

describe('news of money that does not arrive', () => {
  it('is told later, once, to whom it did not reach; the others hear it once', () =>
    withBot(async (bot) => {
      const [megan] = colleagues;
      const chats = [chatOf(bot), chatOf(bot, megan)] as const;
      for (const chat of chats) await chat.say('hello');
      const order = await buy(bot, chats[0]);
      bot.connector.misbehave({ kind: 'status', status: 500 });
      await bot.app.credit(lineFor(order, 'l1'));
      const news = /Paid in full: the membership is active/;
      const told = (): readonly number[] =>
        chats.map(
          ({ speaker }) =>
            bot.connector
              .in(speaker.conversation)
              .filter(({ kind, activity }) => kind === 'sent' && news.test(JSON.stringify(activity))).length,
        );
      assert.deepEqual([...told()].toSorted(), [0, 1]);
      await bot.app.runDue(instant(new Date('2026-03-02T12:00:00Z')), (at) => bot.clock.set(at));
      assert.deepEqual(told(), [1, 1]);
      await bot.restart();
      await bot.app.runDue(instant(new Date('2026-03-03T12:00:00Z')), (at) => bot.clock.set(at));
      assert.deepEqual(told(), [1, 1]);
    }));
});
