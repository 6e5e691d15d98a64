import assert from 'node:assert/strict';
import { secretKey } from '../../playground/sandbox/server.ts';
import { shopping, type Shop } from './shop.ts';
import { buys, hasLink, opensPage, pays, readsIn, told } from './steps.ts';

/** Alex has paid for the upgrade to gold; Megan has the order in her chat. @returns the payment's id */
const goldPaid = async (shop: Shop): Promise<string> => {
  await buys(shop);
  await shop.colleague.say((await shop.order()).number);
  await pays(shop, await opensPage(shop));
  await shop.settled();
  const [id] = (await shop.gateway()).intents.keys();
  assert.ok(id);
  return id;
};

/** Somebody pays money back by hand, in the gateway's own pages. */
const refunds = async (shop: Shop, fields: Record<string, string>): Promise<void> => {
  const { status } = await fetch(`${shop.gatewayUrl}/v1/refunds`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}` },
    body: new URLSearchParams(fields),
  });
  assert.equal(status, 200);
  await shop.settled();
};

const memberships = async ({ partner }: Shop): Promise<readonly string[]> =>
  (await partner()).memberships.map(({ level, ended }) => `${level} ${ended ? 'ended' : 'active'}`);

describe('12 money that goes back', () => {
  it('a chargeback: reversed, the silver is back, every admin is told', () =>
    shopping(async (shop) => {
      const before = await memberships(shop);
      const id = await goldPaid(shop);
      await shop.sandbox.dispute(id);
      await shop.settled();
      assert.equal((await shop.order()).state, 'reversed');
      assert.deepEqual((await memberships(shop)).slice(0, before.length), before);
      for (const chat of [shop.chat, shop.colleague]) {
        assert.match(readsIn(chat), /The payment has been reversed\./);
        assert.ok(!hasLink(chat, 'Receipt ↗'));
      }
    }));

  it('a refund by hand at the gateway: refunded, the silver is back, every admin is told', () =>
    shopping(async (shop) => {
      const before = await memberships(shop);
      await refunds(shop, { payment_intent: await goldPaid(shop) });
      assert.equal((await shop.order()).state, 'refunded');
      assert.deepEqual((await memberships(shop)).slice(0, before.length), before);
      for (const chat of [shop.chat, shop.colleague])
        assert.match(readsIn(chat), /The fee has been refunded\./);
    }));

  it('a part of it: stays active; the rest too: refunded', () =>
    shopping(async (shop) => {
      const id = await goldPaid(shop);
      await refunds(shop, { payment_intent: id, amount: '100' });
      assert.equal((await shop.order()).state, 'active');
      await refunds(shop, { payment_intent: id });
      assert.equal((await shop.order()).state, 'refunded');
    }));

  it('told five times at once, then that the dispute was lost: reversed once, told once', () =>
    shopping(async (shop) => {
      shop.misbehave.event = (event) => Array.from({ length: 5 }, () => ({ event }));
      const id = await goldPaid(shop);
      await shop.sandbox.dispute(id);
      await shop.settled();
      const closed = { id: 'evt_closed', object: 'event' as const, type: 'charge.dispute.closed' };
      await told(shop, {
        ...closed,
        api_version: '2026-10-28.endive',
        created: 1,
        livemode: false,
        pending_webhooks: 1,
        request: null,
        data: { object: { payment_intent: id, status: 'lost' } },
      });
      await shop.settled();
      const { history } = await shop.partner();
      assert.equal(history.filter(({ event }) => event.type === 'orderReversed').length, 1);
      assert.equal(shop.chat.shown().filter(({ text }) => text?.includes('has been reversed')).length, 1);
    }));

  it('after it the same can be bought and paid anew', () =>
    shopping(async (shop) => {
      await shop.sandbox.dispute(await goldPaid(shop));
      await shop.settled();
      await buys(shop);
      await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
    }));
});
