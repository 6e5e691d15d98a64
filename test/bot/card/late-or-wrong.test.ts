import assert from 'node:assert/strict';
import { due } from '../../../membership/rules/order.ts';
import { minute, shopping, type Shop } from './shop.ts';
import { buys, opensPage, pays, readsIn, sessionFields, standing } from './steps.ts';

/** Half an hour before the order's last day ends. */
const lastMoment = '2026-04-01T23:30:00Z';

/** A page that is open at midnight, since the gateway could not be asked to close it; the order expires. */
const expiresWithPageOpen = async (shop: Shop): Promise<string> => {
  await buys(shop);
  shop.bot.clock.set(lastMoment);
  await shop.chat.say((await shop.order()).number);
  const page = await opensPage(shop);
  shop.misbehave.call = () => ({ kind: 'status', status: 500, done: false });
  await shop.passes(40 * minute);
  assert.equal((await shop.order()).state, 'expired');
  return page;
};

describe('8 paid after the order expired', () => {
  it('the offer can still be sold: active', () =>
    shopping(async (shop) => {
      const page = await expiresWithPageOpen(shop);
      await pays(shop, page);
      await shop.settled();
      const { state, purchaseDate } = await shop.order();
      assert.deepEqual([state, purchaseDate], ['active', '2026-04-02']);
      assert.match(readsIn(shop.chat), /Paid in full/);
    }));

  it('bought anew by transfer meanwhile: credit that the new order takes up, and said so', () =>
    shopping(async (shop) => {
      const page = await expiresWithPageOpen(shop);
      await buys(shop, 'transfer');
      await pays(shop, page);
      await shop.settled();
      const [old, fresh] = (await shop.partner()).orders;
      assert.deepEqual([old?.state, fresh?.state], ['expired', 'active']);
      assert.match(readsIn(shop.chat), /for this order, which had ended\. It is kept as your credit/);
    }));

  it('its requirements are no longer met: credit, and said so', () =>
    shopping(async (shop) => {
      const page = await expiresWithPageOpen(shop);
      const { mpnId } = await shop.partner();
      await shop.bot.app.store.partners.change(mpnId, (partner) => ({
        kind: 'commit',
        partner: { ...partner, qualifications: [] },
        answer: undefined,
      }));
      const back = await pays(shop, page);
      await shop.settled();
      assert.equal(await standing(back), 'gone');
      const { state, quote } = await shop.order();
      assert.equal(state, 'expired');
      assert.deepEqual(
        (await shop.partner()).credits.map(({ left }) => left),
        [quote.total],
      );
      assert.match(readsIn(shop.chat), /for this order, which had ended\. It is kept as your credit/);
    }));

  it('the gateway can be reached at midnight: the page is closed, and nobody can pay too late', () =>
    shopping(async (shop) => {
      await buys(shop);
      shop.bot.clock.set(lastMoment);
      await shop.chat.say((await shop.order()).number);
      await opensPage(shop);
      await shop.passes(40 * minute);
      const [session] = (await shop.gateway()).sessions.values();
      assert.equal(session?.status, 'expired');
      assert.equal((await shop.order()).state, 'expired');
    }));
});

/** What the gateway says of a payment, other than what was asked for, and why the money is held. */
const wrong = [
  { name: 'another amount', fields: { amount_total: 100 }, because: 'wrongAmount' },
  { name: 'more than was asked for', fields: { amount_total: 28_500_000 }, because: 'wrongAmount' },
  { name: 'another currency', fields: { currency: 'usd' }, because: 'wrongCurrency' },
  { name: 'the other mode', fields: { livemode: true }, because: 'wrongMode' },
] as const;

describe('9 the gateway took something else than was asked for', () => {
  for (const { name, fields, because } of wrong)
    it(`${name}: held for an operator, not active, said so`, () =>
      shopping(async (shop) => {
        shop.misbehave.event = (event) => [{ event: sessionFields(event, fields) }];
        await buys(shop);
        const back = await pays(shop, await opensPage(shop));
        await shop.settled();
        assert.equal(await standing(back), 'gone');
        const order = await shop.order();
        assert.equal(order.state, 'awaitingCardPayment');
        assert.deepEqual(
          (await shop.partner()).held.map((money) => [money.order, money.because]),
          [[order.number, because]],
        );
        assert.deepEqual(due(order), order.quote.total);
        assert.match(readsIn(shop.chat), /does not match this order[^]*no need to pay again/);
        await shop.passes(180 * minute);
        assert.equal((await shop.order()).state, 'awaitingCardPayment');
        assert.equal((await shop.partner()).held.length, 1);
      }));
});
