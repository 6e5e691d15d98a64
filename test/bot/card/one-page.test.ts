import assert from 'node:assert/strict';
import type { CallFault, OperationName } from '../../../playground/sandbox/misbehave.ts';
import { minute, shopping, type Shop } from './shop.ts';
import { asksForPage, buys, counts, hasLink, onlyPage, opensPage, pays, readsIn } from './steps.ts';

const pages = async ({ gateway }: Shop): Promise<number> => (await gateway()).sessions.size;

/** The next calls of this kind go wrong, one after the other; after them all is well. */
const fails = ({ misbehave }: Shop, which: OperationName, ...faults: readonly CallFault[]): void => {
  const left = [...faults];
  misbehave.call = (operation) => (operation === which ? left.shift() : undefined);
};

const attempts = async ({ order }: Shop) =>
  ((await order()).attempts ?? []).map(({ state, end }) => end ?? state);

const never = new Promise<never>(() => undefined);

describe('5 one open page for an order', () => {
  it('pressed twice, and ten times at once: the same page', () =>
    shopping(async (shop) => {
      await buys(shop);
      const page = await opensPage(shop);
      const more = await Promise.all(Array.from({ length: 10 }, () => opensPage(shop)));
      assert.deepEqual(new Set(more), new Set([page]));
      assert.equal(await pages(shop), 1);
      assert.deepEqual(await attempts(shop), ['open']);
    }));

  it('first pressed ten times at once: one page', () =>
    shopping(async (shop) => {
      await buys(shop);
      const all = await Promise.all(Array.from({ length: 10 }, () => opensPage(shop)));
      assert.equal(new Set(all).size, 1);
      assert.equal(await pages(shop), 1);
    }));

  it('two admins at once: the same page, and one charge', () =>
    shopping(async (shop) => {
      const { chat, colleague, order } = shop;
      await buys(shop);
      await colleague.say((await order()).number);
      const [mine, hers] = await Promise.all([opensPage(shop, chat), opensPage(shop, colleague)]);
      assert.equal(mine, hers);
      await pays(shop, mine);
      await shop.settled();
      assert.deepEqual(await counts(shop), { charges: 1, open: 0 });
      for (const each of [chat, colleague]) assert.ok(hasLink(each, 'Receipt ↗'));
    }));

  it('once it is paid, the link leads to no page: the order says why', () =>
    shopping(async (shop) => {
      await buys(shop);
      const card = shop.chat.shown().at(-1);
      await pays(shop, await opensPage(shop));
      const refused = await asksForPage(shop, { ...shop.chat, shown: () => (card ? [card] : []) });
      assert.equal(refused.status, 409);
      assert.match(await refused.text(), /is not waiting for a card payment: Active/);
      await shop.settled();
    }));
});

/** What each does to the call that opens the page, and whether the gateway has done it all the same. */
const faults = {
  'no answer in time': { kind: 'late', until: never },
  '500 before it is done': { kind: 'status', status: 500, done: false },
  '500 after it is done': { kind: 'status', status: 500, done: true },
  'reset before it is done': { kind: 'reset', done: false },
  'reset after it is done': { kind: 'reset', done: true },
  '429': { kind: 'status', status: 429, done: false },
  '409, the key is in use': { kind: 'status', status: 409, done: false },
} as const satisfies Record<string, CallFault>;

describe('6 the gateway does not answer', () => {
  for (const [name, fault] of Object.entries(faults)) {
    it(`${name}: asked again with the same key, one page`, () =>
      shopping(async (shop) => {
        fails(shop, 'sessions.create', fault);
        await buys(shop);
        await pays(shop, await opensPage(shop));
        await shop.settled();
        assert.equal(await pages(shop), 1);
        assert.deepEqual(await attempts(shop), ['paid']);
      }));

    it(`${name}, twice: said so, and the next press finds the same page`, () =>
      shopping(async (shop) => {
        fails(shop, 'sessions.create', fault, fault);
        await buys(shop);
        const answer = await asksForPage(shop);
        assert.equal(answer.status, 503);
        assert.match(await answer.text(), /can’t be opened right now/);
        assert.deepEqual(await attempts(shop), ['opening']);
        await opensPage(shop);
        assert.equal(await pages(shop), 1);
        assert.deepEqual(await attempts(shop), ['open']);
      }));
  }

  it('nobody asks again: the sweep looks it up by its key, and what was paid meanwhile is active', () =>
    shopping(async (shop) => {
      const lost: CallFault = { kind: 'reset', done: true };
      fails(shop, 'sessions.create', lost, lost);
      shop.misbehave.event = () => [];
      await buys(shop);
      assert.equal((await asksForPage(shop)).status, 503);
      await pays(shop, await onlyPage(shop));
      await shop.passes(30 * minute);
      assert.equal((await shop.order()).state, 'active');
      assert.equal(await pages(shop), 1);
    }));

  it('a clear no: said so, nothing left open, and it can be tried again', () =>
    shopping(async (shop) => {
      fails(shop, 'sessions.create', { kind: 'status', status: 400, done: false });
      await buys(shop);
      assert.equal((await asksForPage(shop)).status, 503);
      assert.deepEqual(await attempts(shop), ['failed']);
      await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.deepEqual(await attempts(shop), ['failed', 'paid']);
    }));

  it('while it is away for hours the order waits, and nothing is said to be paid or not', () =>
    shopping(async (shop) => {
      shop.misbehave.call = () => ({ kind: 'status', status: 503, done: false });
      await buys(shop);
      await asksForPage(shop);
      await shop.passes(180 * minute);
      assert.equal((await shop.order()).state, 'awaitingCardPayment');
      assert.doesNotMatch(readsIn(shop.chat), /Paid in full/);
      shop.misbehave.call = undefined;
      // The link in the chat has run out by now: the order brings a new one.
      await shop.chat.say((await shop.order()).number);
      await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
    }));
});
