import assert from 'node:assert/strict';
import { operator } from '../../../playground/demo/people.ts';
import { chatWith } from '../../support/chat.ts';
import { shopping, type Shop } from './shop.ts';
import { buys, opensPage, pays, readsIn } from './steps.ts';

/** Paid by card, and asked back. */
const askedBack = async (shop: Shop): Promise<void> => {
  await buys(shop);
  await pays(shop, await opensPage(shop));
  await shop.settled();
  await shop.chat.say((await shop.order()).number);
  await shop.chat.press('Request refund');
  await shop.chat.press('Request refund', { reason: 'Bought twice' });
};

describe('at the desk: a refund of a card payment', () => {
  it('is approved on a card with nothing to fill in, and paid by the gateway, once', () =>
    shopping(async (shop) => {
      await askedBack(shop);
      const olivia = chatWith(shop.bot, operator);
      await olivia.say('refund requests');
      await olivia.press(`${(await shop.order()).number} · Fabrikam B.V.`);
      assert.match(olivia.last(), /Bought twice/);
      await olivia.press('Approve refund');
      assert.match(olivia.last(), /goes back to the credit card/);
      const { data, card } = olivia.button('Refund to the card');
      const press = olivia.speaker.submit(data, card);
      await Promise.all([olivia.send(press), olivia.send({ ...press, id: 'again' })]);
      await shop.settled();
      assert.equal((await shop.order()).state, 'refunded');
      assert.match(olivia.last(), /Refunded/);
      assert.match(readsIn(shop.chat), /The fee has been refunded\./);
      await olivia.say('refund requests');
      assert.match(olivia.last(), /nothing here now/);
    }));

  it('that the gateway does not answer is said, and can be pressed again', () =>
    shopping(async (shop) => {
      await askedBack(shop);
      const olivia = chatWith(shop.bot, operator);
      await olivia.say((await shop.order()).number);
      await olivia.press('Approve refund');
      shop.misbehave.call = () => ({ kind: 'reset', done: true });
      await olivia.press('Refund to the card');
      assert.match(olivia.last(), /does not answer/);
      assert.equal((await shop.order()).state, 'active');
      shop.misbehave.call = undefined;
      await olivia.press('Refund to the card');
      await shop.settled();
      assert.equal((await shop.order()).state, 'refunded');
    }));
});
