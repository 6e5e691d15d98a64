import assert from 'node:assert/strict';
import { payOnPage } from '../../playground/sandbox/server.ts';
import { shopping, type Shop } from './shop.ts';
import { asksForPage, buys, counts, hasLink, opensPage, pays, readsIn } from './steps.ts';

const states = async ({ partner }: Shop): Promise<readonly string[]> =>
  (await partner()).orders.map(({ method, state }) => `${method} ${state}`);

const cancels = async ({ chat }: Shop): Promise<void> => {
  await chat.say('cancel');
  await chat.say('yes');
};

/** Two ways to end a card order, and what then is there. */
const ends = [
  { name: 'Cancel Order', end: cancels, left: ['card cancelled'] },
  {
    name: 'Pay by bank transfer instead',
    end: ({ chat }: Shop) => chat.press('Pay by bank transfer instead'),
    left: ['card cancelled', 'transfer awaitingTransfer'],
  },
] as const;

describe('7 an order is ended while its page is open', () => {
  for (const { name, end, left } of ends) {
    it(`${name}: the page is closed first, and nobody can pay on it`, () =>
      shopping(async (shop) => {
        await buys(shop);
        const page = await opensPage(shop);
        await end(shop);
        assert.deepEqual(await states(shop), left);
        assert.equal((await payOnPage(page)).status, 409);
        assert.deepEqual(await counts(shop), { charges: 0, open: 0 });
        await shop.settled();
        assert.doesNotMatch(readsIn(shop.chat), /payment page has closed/);
      }));

    it(`${name}: paid already, the news lost: refused, and active`, () =>
      shopping(async (shop) => {
        shop.misbehave.event = () => [];
        await buys(shop);
        await pays(shop, await opensPage(shop));
        await end(shop);
        assert.deepEqual(await states(shop), ['card active']);
        assert.match(readsIn(shop.chat), /is paid and active, so it can’t be cancelled/);
        assert.ok(hasLink(shop.chat, 'Receipt ↗'));
      }));

    it(`${name}: the gateway does not say: nothing is changed, and it can be paid or tried again`, () =>
      shopping(async (shop) => {
        await buys(shop);
        const page = await opensPage(shop);
        shop.misbehave.call = () => ({ kind: 'status', status: 500, done: false });
        await end(shop);
        assert.match(readsIn(shop.chat), /can’t be sure whether order \d+ has been paid/);
        assert.deepEqual(await states(shop), ['card awaitingCardPayment']);
        shop.misbehave.call = undefined;
        await pays(shop, page);
        await shop.settled();
        assert.deepEqual(await states(shop), ['card active']);
      }));

    it(`${name}: closed, and the answer lost: the next try finds it closed`, () =>
      shopping(async (shop) => {
        await buys(shop);
        await opensPage(shop);
        shop.misbehave.call = (name) =>
          name === 'sessions.expire' ? { kind: 'reset', done: true } : undefined;
        await end(shop);
        assert.deepEqual(await states(shop), ['card awaitingCardPayment']);
        shop.misbehave.call = undefined;
        await end(shop);
        assert.deepEqual(await states(shop), left);
      }));

    it(`${name}, at once with Pay: one legal end`, () =>
      shopping(async (shop) => {
        await buys(shop);
        const page = await opensPage(shop);
        await Promise.all([end(shop), payOnPage(page)]);
        await shop.settled();
        const { charges } = await counts(shop);
        assert.deepEqual(await states(shop), charges === 1 ? ['card active'] : left);
      }));
  }

  it('the other admin’s link to the page is refused with the order’s state', () =>
    shopping(async (shop) => {
      await buys(shop);
      await opensPage(shop);
      const card = shop.chat.shown().at(-1);
      await cancels(shop);
      const refused = await asksForPage(shop, { ...shop.chat, shown: () => (card ? [card] : []) });
      assert.equal(refused.status, 409);
      assert.match(await refused.text(), /not waiting for a card payment: Cancelled/);
    }));

  it('two admins end it at once: one cancels, both are shown the same', () =>
    shopping(async (shop) => {
      const { chat, colleague } = shop;
      await buys(shop);
      await opensPage(shop);
      await colleague.say((await shop.order()).number);
      await chat.say('cancel');
      await colleague.say('cancel');
      await Promise.all([chat.say('yes'), colleague.say('yes')]);
      await shop.settled();
      assert.deepEqual(await states(shop), ['card cancelled']);
      for (const each of [chat, colleague]) assert.match(readsIn(each), /Cancelled/);
    }));
});

describe('the way of paying is changed in one press', () => {
  it('transfer, card, transfer, card: each time one open order, and the last is paid', () =>
    shopping(async (shop) => {
      const { chat } = shop;
      await buys(shop, 'transfer');
      await chat.press('Cancel and pay by card');
      await opensPage(shop);
      await chat.press('Pay by bank transfer instead');
      await chat.press('Cancel and pay by card');
      assert.deepEqual(await states(shop), [
        'transfer cancelled',
        'card cancelled',
        'transfer cancelled',
        'card awaitingCardPayment',
      ]);
      assert.deepEqual(await counts(shop), { charges: 0, open: 0 });
      await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
    }));
});
