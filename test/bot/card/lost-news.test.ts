import assert from 'node:assert/strict';
import type { SandboxEvent } from '../../../playground/sandbox/state.ts';
import { dayMs, minute, shopping, type Shop } from './shop.ts';
import { buys, hasLink, opensPage, pays, readsIn, standing, told } from './steps.ts';

const losesNews = ({ misbehave }: Shop): readonly SandboxEvent[] => {
  const lost: SandboxEvent[] = [];
  misbehave.event = (event) => {
    lost.push(event);
    return [];
  };
  return lost;
};

describe('11 the gateway’s news are lost', () => {
  it('paid: within minutes the sweep asks, the card turns active, the return says paid', () =>
    shopping(async (shop) => {
      losesNews(shop);
      await buys(shop);
      const back = await pays(shop, await opensPage(shop));
      assert.equal(await standing(back), 'confirming');
      await shop.passes(3 * minute);
      assert.equal((await shop.order()).state, 'active');
      assert.ok(hasLink(shop.chat, 'Receipt ↗'));
      assert.equal(await standing(back), 'paid');
    }));

  it('they come days later: nothing happens twice', () =>
    shopping(async (shop) => {
      const lost = losesNews(shop);
      await buys(shop);
      await pays(shop, await opensPage(shop));
      await shop.passes(5 * dayMs);
      const before = (await shop.partner()).history.length;
      for (const event of lost) assert.equal((await told(shop, event)).status, 200);
      await shop.settled();
      const { history } = await shop.partner();
      assert.equal(history.length, before);
      assert.equal(readsIn(shop.chat).match(/Paid in full: the membership is active/g)?.length, 1);
    }));

  it('the bot was down too, past the order’s last day: asked at start, active from the day of the charge', () =>
    shopping(async (shop) => {
      const { bot } = shop;
      losesNews(shop);
      await buys(shop);
      await pays(shop, await opensPage(shop));
      bot.clock.set('2026-04-20T08:00:00Z');
      await bot.restart();
      await bot.connector.waitFor(({ activity }) => activity.text?.includes('Paid in full') ?? false);
      const { state, purchaseDate } = await shop.order();
      assert.deepEqual([state, purchaseDate], ['active', '2026-03-02']);
      await bot.app.settled();
    }));

  it('the gateway is away when the sweep asks: it asks again', () =>
    shopping(async (shop) => {
      losesNews(shop);
      await buys(shop);
      await pays(shop, await opensPage(shop));
      shop.misbehave.call = () => ({ kind: 'reset', done: false });
      await shop.passes(60 * minute);
      assert.equal((await shop.order()).state, 'awaitingCardPayment');
      shop.misbehave.call = undefined;
      await shop.passes(11 * minute);
      assert.equal((await shop.order()).state, 'active');
    }));

  it('nobody paid, the page ran out: the card says so, and another page can be opened', () =>
    shopping(async (shop) => {
      losesNews(shop);
      await buys(shop);
      const page = await opensPage(shop);
      await shop.passes(75 * minute);
      assert.match(readsIn(shop.chat), /The payment page has closed\. Nothing has been paid on it\./);
      await shop.chat.say((await shop.order()).number);
      const next = await opensPage(shop);
      assert.notEqual(next, page);
      await pays(shop, next);
      await shop.passes(3 * minute);
      assert.equal((await shop.order()).state, 'active');
    }));
});
