import assert from 'node:assert/strict';
import type { Sending } from '../../../playground/sandbox/misbehave.ts';
import type { SandboxEvent } from '../../../playground/sandbox/state.ts';
import { payOnPage } from '../../playground/sandbox/server.ts';
import { shopping, type Shop } from './shop.ts';
import { asksForPage, buys, hasLink, onlyPage, opensPage, pays, readsIn, standing, told } from './steps.ts';

const isPaid = ({ type }: SandboxEvent): boolean => type === 'checkout.session.completed';

/** The news of a payment wait until they are let go. */
const holdsBack = ({ misbehave }: Shop): { readonly letGo: () => void } => {
  const gate = Promise.withResolvers<undefined>();
  misbehave.event = (event): readonly Sending[] =>
    isPaid(event) ? [{ event, after: gate.promise }] : [{ event }];
  return { letGo: () => gate.resolve(undefined) };
};

const activations = async ({ partner }: Shop): Promise<number> =>
  (await partner()).history.filter(({ event }) => event.type === 'orderActivated').length;

describe('the gateway’s news', () => {
  it('seconds after paying, the card in the chat turns active, once, with its receipt', () =>
    shopping(async (shop) => {
      await buys(shop);
      const back = await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
      assert.ok(hasLink(shop.chat, 'Receipt ↗'));
      assert.ok(!hasLink(shop.chat, 'Open payment page ↗'));
      assert.equal(await standing(back), 'paid');
    }));

  it('1 back before the news: confirming, never “not paid”; the page turns once they come', () =>
    shopping(async (shop) => {
      const { letGo } = holdsBack(shop);
      await buys(shop);
      const back = await pays(shop, await opensPage(shop));
      const page = await (await fetch(back)).text();
      assert.match(page, /<h1>Confirming the payment …<\/h1>/);
      assert.match(page, /<section data-standing="paid"\s+hidden>/);
      assert.equal(await standing(back), 'confirming');
      assert.equal((await shop.order()).state, 'awaitingCardPayment');
      letGo();
      await shop.settled();
      assert.equal(await standing(back), 'paid');
    }));

  it('1 declined first, paid then, back before the news: confirming', () =>
    shopping(async (shop) => {
      await buys(shop);
      const page = await opensPage(shop);
      await payOnPage(page, { number: '4000 0000 0000 0002' });
      await shop.settled();
      const { letGo } = holdsBack(shop);
      assert.equal(await standing(await pays(shop, page)), 'confirming');
      letGo();
      await shop.settled();
    }));

  it('2 paid before the page itself is on record: active', () =>
    shopping(async (shop) => {
      const answered = Promise.withResolvers<undefined>();
      shop.misbehave.call = () => ({ kind: 'late', until: answered.promise });
      await buys(shop);
      assert.equal((await asksForPage(shop)).status, 503);
      assert.equal((await shop.order()).attempts?.[0]?.state, 'opening');
      await payOnPage(await onlyPage(shop));
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
      answered.resolve(undefined);
    }));

  it('2 a chargeback before its payment: kept, over a restart too, and placed after it', () =>
    shopping(async (shop) => {
      const { bot } = shop;
      const { letGo } = holdsBack(shop);
      await buys(shop);
      await payOnPage(await opensPage(shop), { number: '4000 0000 0000 0259' });
      await shop.settled();
      assert.equal((await bot.app.store.parked.all()).length, 1);
      assert.equal((await shop.order()).state, 'awaitingCardPayment');
      letGo();
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
      await bot.restart();
      await bot.connector.waitFor(({ activity }) => activity.text?.includes('has been reversed') ?? false);
      assert.equal((await shop.order()).state, 'reversed');
      assert.deepEqual(await bot.app.store.parked.all(), []);
    }));

  it('3 one event five times at once, and once more: one activation, one line in the chat', () =>
    shopping(async (shop) => {
      let paid: SandboxEvent | undefined;
      shop.misbehave.event = (event) => {
        if (isPaid(event)) paid = event;
        return Array.from({ length: 5 }, () => ({ event }));
      };
      await buys(shop);
      await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.ok(paid);
      assert.equal((await told(shop, paid)).status, 200);
      await shop.settled();
      assert.equal(await activations(shop), 1);
      const lines = shop.chat.shown().filter(({ text }) => text?.includes('Paid in full'));
      assert.equal(lines.length, 1);
    }));

  it('3 the same payment told by another event: one activation', () =>
    shopping(async (shop) => {
      shop.misbehave.event = (event) => [
        { event },
        { event: { ...event, id: `${event.id}_again`, type: 'checkout.session.async_payment_succeeded' } },
      ];
      await buys(shop);
      await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.equal(await activations(shop), 1);
    }));

  it('4 “expired” after “completed”: stays paid', () =>
    shopping(async (shop) => {
      let paid: SandboxEvent | undefined;
      shop.misbehave.event = (event) => [{ event: (paid = event) }];
      await buys(shop);
      const back = await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.ok(paid);
      const expired = { ...paid, id: 'evt_expired', type: 'checkout.session.expired' };
      assert.equal((await told(shop, expired)).status, 200);
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
      assert.equal(await standing(back), 'paid');
      assert.doesNotMatch(readsIn(shop.chat), /has closed/);
    }));

  it('4 “expired” overtakes “completed”: paid all the same', () =>
    shopping(async (shop) => {
      const { letGo } = holdsBack(shop);
      await buys(shop);
      await pays(shop, await opensPage(shop));
      const session = [...(await shop.gateway()).sessions.values()][0];
      assert.ok(session);
      const { id, metadata } = session;
      const object = { id, metadata, livemode: false, payment_status: 'unpaid', status: 'expired' };
      const [paid] = (await shop.gateway()).events;
      assert.ok(paid);
      await told(shop, { ...paid, id: 'evt_first', type: 'checkout.session.expired', data: { object } });
      await shop.settled();
      letGo();
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
    }));

  it('declined: the card says so, the page takes another card', () =>
    shopping(async (shop) => {
      await buys(shop);
      const page = await opensPage(shop);
      await payOnPage(page, { number: '4000 0000 0000 9995' });
      await shop.settled();
      assert.match(readsIn(shop.chat), /The credit card was declined\. Nothing has been paid\./);
      assert.match(readsIn(shop.chat), /for this card or another one\.[^]*bank transfer is possible too/);
      assert.equal(await opensPage(shop), page);
      await pays(shop, page);
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
      assert.doesNotMatch(readsIn(shop.chat), /for this card or another one/);
    }));
});
