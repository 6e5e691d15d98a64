import assert from 'node:assert/strict';
import { wordsOf } from '../support/chat.ts';
import { buys, opensPage, pageOf, paying, type Paying } from './paying.ts';

const states = async ({ orders }: Paying): Promise<readonly string[]> =>
  (await orders()).map(({ method, state }) => `${method} ${state}`);
const said = ({ chat }: Paying): string => chat.shown().flatMap(wordsOf).join('\n');

describe('changing the way of paying', () => {
  it('cancel and pay by card: one press, the new order’s card in place of the old', () =>
    paying(async (here) => {
      const { chat, w } = here;
      await buys(here, 'transfer');
      const old = chat.button(w('change.card')).card;
      await chat.press(w('change.card'));
      assert.deepEqual(await states(here), ['transfer cancelled', 'card awaitingCardPayment']);
      assert.doesNotMatch(said(here), /SWIFT/);
      const [first, second] = await here.orders();
      assert.equal(chat.button(w('change.transfer')).card, old);
      assert.equal(
        chat.last(),
        `Order ${first?.number} is cancelled; order ${second?.number} takes its place.`,
      );
    }));

  it('pressed twice, one order', () =>
    paying(async (here) => {
      const { chat, w } = here;
      await buys(here, 'transfer');
      const { data, card } = chat.button(w('change.card'));
      await Promise.all([1, 2].map(() => chat.send(chat.speaker.submit(data, card))));
      await chat.send(chat.speaker.submit(data, card));
      assert.deepEqual(await states(here), ['transfer cancelled', 'card awaitingCardPayment']);
    }));

  it('the colleague’s card of the old order says that it is cancelled', () =>
    paying(async (here) => {
      const { chat, colleague, w } = here;
      await buys(here, 'transfer');
      await colleague.say((await here.order()).number);
      await chat.press(w('change.card'));
      assert.ok(colleague.last().includes(w('order.cancelled')));
    }));

  for (const typed of [
    'pay by card',
    'betalen met creditcard',
    'Betala med kort',
    'annuleren en met creditcard betalen',
  ])
    it(`typed: ${typed}; the old card gives way`, () =>
      paying(async (here) => {
        await buys(here, 'transfer');
        await here.chat.say(typed);
        assert.deepEqual(await states(here), ['transfer cancelled', 'card awaitingCardPayment']);
        assert.doesNotMatch(said(here), /SWIFT/);
      }));

  it('by transfer instead: the page is closed at the gateway first', () =>
    paying(async (here) => {
      const { chat, gateway, w } = here;
      await buys(here, 'card');
      const page = await opensPage(here);
      await chat.press(w('change.transfer'));
      assert.deepEqual(await states(here), ['card cancelled', 'transfer awaitingTransfer']);
      assert.equal(gateway.pageAt(page).state, 'expired');
    }));

  it('a page that turns out paid: refused, active, and the card says so', () =>
    paying(async (here) => {
      const { chat, gateway, w } = here;
      await buys(here, 'card');
      gateway.pay(await opensPage(here));
      await chat.press(w('change.transfer'));
      assert.deepEqual(await states(here), ['card active']);
      assert.match(said(here), /is paid and active, so it can’t be cancelled/);
      assert.ok(chat.shown().some((shown) => pageOf(shown, w('openReceipt'))));
      assert.ok(!chat.shown().some((shown) => pageOf(shown, w('openPaymentPage'))));
    }));

  it('the same for Cancel Order', () =>
    paying(async (here) => {
      const { chat, gateway, w } = here;
      await buys(here, 'card');
      gateway.pay(await opensPage(here));
      await chat.press(w('cancelOrder'));
      await chat.say('yes');
      assert.deepEqual(await states(here), ['card active']);
      assert.ok(chat.shown().some((shown) => pageOf(shown, w('openReceipt'))));
    }));

  it('the gateway does not answer: nothing is changed, and said so', () =>
    paying(async (here) => {
      const { chat, gateway, w } = here;
      await buys(here, 'card');
      await opensPage(here);
      gateway.fail('close', 'lostBefore', 'lostBefore');
      gateway.fail('look', 'lostBefore', 'lostBefore');
      await chat.press(w('change.transfer'));
      assert.match(chat.last(), /can’t be sure whether order \d+ has been paid\. Nothing was changed/);
      await chat.press(w('cancelOrder'));
      await chat.say('yes');
      assert.match(chat.last(), /can’t be sure/);
      assert.deepEqual(await states(here), ['card awaitingCardPayment']);
      gateway.healed();
      await chat.say('cancel');
      await chat.say('yes');
      assert.deepEqual(await states(here), ['card cancelled']);
    }));

  it('an order that is to be paid so already is shown', () =>
    paying(async (here) => {
      await buys(here, 'card');
      await here.chat.say('pay by card');
      assert.ok(pageOf(here.chat.shown().at(-1), here.w('openPaymentPage')));
      assert.deepEqual(await states(here), ['card awaitingCardPayment']);
    }));

  it('nothing to change: said', () =>
    paying(async ({ chat, w }) => {
      await chat.say('pay by transfer');
      assert.equal(chat.last(), w('noOrderToChange'));
    }));

  it('card is not offered: said, and nothing changed', () =>
    paying(
      async (here) => {
        await buys(here, 'transfer');
        assert.ok(!here.chat.buttons().includes(here.w('change.card')));
        await here.chat.say('pay by card');
        assert.match(here.chat.last(), /Credit card can’t be used/);
        assert.deepEqual(await states(here), ['transfer awaitingTransfer']);
      },
      { takesCards: false },
    ));
});
