import assert from 'node:assert/strict';
import { buys, pageOf, paying, pays } from './paying.ts';

const typed = ['receipt', 'bon', 'kwitantie', 'kvitto'];

describe('receipts', () => {
  for (const word of typed) {
    it(`${word}: none yet, then the receipt’s button`, () =>
      paying(async (here) => {
        const { bot, chat, w, order } = here;
        await chat.say(word);
        assert.equal(chat.last(), w('noReceiptYet'));
        await buys(here, 'card');
        const { number } = await order();
        await chat.say(`${word} ${number}`);
        assert.equal(chat.last(), `There is no receipt for order ${number}: Awaiting card payment.`);
        await chat.say(number);
        await pays(here);
        await chat.say(`${word} ${number}`);
        const link = pageOf(chat.shown().at(-1), w('openReceipt'));
        assert.ok(link);
        const { status, headers } = await fetch(`${bot.url}${new URL(link).pathname}`);
        assert.deepEqual([status, headers.get('content-type')], [200, 'application/pdf']);
      }));
  }

  it('of an order that is nobody’s here: not found', () =>
    paying(async ({ chat }) => {
      await chat.say('receipt 5500000006');
      assert.equal(chat.last(), 'Your organisation has no such order.');
    }));
});
