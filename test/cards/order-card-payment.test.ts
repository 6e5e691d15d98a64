import assert from 'node:assert/strict';
import { orderCard } from '../../cards/order.ts';
import type { OrderView } from '../../cards/order-view.ts';
import type { Card } from '../../cards/elements.ts';
import { orderStates } from '../../membership/rules/order.ts';
import {
  analytics,
  attempt,
  buyer,
  cardOrder,
  instant,
  links,
  order,
  payment,
  today,
  urls,
} from './fixtures.ts';
import { opened, pressed, shown, titlesOf } from './parts.ts';

const view = (changes: Partial<OrderView> = {}): Card =>
  orderCard('en', {
    order: cardOrder(),
    competency: analytics,
    mpnId: buyer.mpnId,
    today,
    mayAct: true,
    links,
    urls: { pay: urls.pay },
    methods: ['card', 'transfer'],
    ...changes,
  });

describe('the way to the payment page', () => {
  it('awaiting a card: to the page, or by transfer instead', () => {
    assert.deepEqual(opened(view()), [`Open payment page ↗ ${urls.pay}`]);
    assert.deepEqual(titlesOf(view()), [
      'Open payment page ↗',
      'Pay by bank transfer instead',
      'Cancel Order',
      'Purchased offers',
    ]);
  });
  it('none without a role', () => assert.deepEqual(opened(view({ mayAct: false })), []));
  for (const state of orderStates.filter((other) => other !== 'awaitingCardPayment')) {
    it(`none of an order that is ${state}`, () =>
      assert.deepEqual(opened(view({ order: cardOrder({ state }) })), []));
  }
  it('awaiting a transfer: by card instead, in the table’s words', () =>
    assert.ok(titlesOf(view({ order: order() })).includes('Cancel and pay by card')));
  it('money received: no other way of paying', () => {
    const card = view({ order: cardOrder({ payments: [payment(5000)] }) });
    assert.deepEqual(pressed(card), ['orders']);
    assert.deepEqual(opened(card).length, 1);
  });
});

describe('an order that is paid by card', () => {
  const tried = (last: Parameters<typeof attempt>[0]): Card =>
    view({ order: cardOrder({ attempts: [attempt({ declinedAt: undefined }), attempt(last)] }) });

  it('says that the page is outside Teams, and whose address it asks for', () => {
    const words = shown(view());
    assert.match(words, /outside Teams, on the payment provider’s secure page/);
    assert.match(words, /address and zip code of the card, not those of the legal entity/);
    assert.match(words, /EUR 4,598\.00/);
    assert.doesNotMatch(words, /SWIFT|Pay by|now/);
  });
  it('waits until its last day', () =>
    assert.match(shown(view()), /Open until\n19 December 2026 \(28 days left\)/));
  const ends: readonly (readonly [Parameters<typeof attempt>[0], RegExp, RegExp])[] = [
    [
      { declinedAt: instant('2026-11-21T10:05:00.000Z') },
      /✖ The credit card was declined/,
      /for this card or another/,
    ],
    [
      { state: 'ended', end: 'expired' },
      /! The payment page has closed/,
      /the page can be opened again\. A bank/,
    ],
    [{ state: 'ended', end: 'failed' }, /! The payment page could not be opened/, /can be opened again/],
  ];
  for (const [last, what, then] of ends) {
    it(`the last try: ${String(what)}`, () => {
      assert.match(shown(tried(last)), what);
      assert.match(shown(tried(last)), then);
    });
  }
  for (const last of [{}, { state: 'ended', end: 'closed' }] as const) {
    it(`nothing of a try that is ${last.end ?? 'going on'}`, () =>
      assert.doesNotMatch(shown(tried(last)), /declined|closed|again/));
  }
  it('a paid order tells nothing of its tries', () => {
    const declined = attempt({ declinedAt: instant('2026-11-21T10:05:00.000Z') });
    assert.doesNotMatch(
      shown(view({ order: cardOrder({ state: 'active', attempts: [declined] }) })),
      /declined/,
    );
  });
  it('no other way of paying where the country has none', () => {
    const card = view({
      order: cardOrder({ attempts: [attempt({ state: 'ended', end: 'expired' })] }),
      methods: ['card'],
    });
    assert.doesNotMatch(`${shown(card)} ${titlesOf(card).join()}`, /transfer/);
  });
  it('money that an operator must place: nothing more to pay', () => {
    const card = view({ held: true, urls: { pay: urls.pay } });
    assert.deepEqual([opened(card), pressed(card).includes('changeMethod')], [[], false]);
    assert.match(shown(card), /no need to pay again/);
    assert.doesNotMatch(shown(card), /open for a card payment/);
  });
  it('card not available at the moment: no button, and why', () => {
    const card = view({ urls: {} });
    assert.deepEqual(opened(card), []);
    assert.match(shown(card), /Credit card: not available at the moment/);
  });
  it('paid: the receipt', () => {
    const card = view({ order: cardOrder({ state: 'active' }), urls: { receipt: urls.receipt } });
    assert.deepEqual(opened(card), [`Receipt ↗ ${urls.receipt}`]);
    assert.doesNotMatch(shown(card), /zip code/);
  });
});
