import assert from 'node:assert/strict';
import Stripe from 'stripe';
import type { CardNews } from '../../../membership/gateway-ports.ts';
import type { Instant } from '../../../membership/rules/calendar.ts';
import { readStripeNews } from '../../../payments/card/webhook.ts';

const at = '2026-03-01T10:00:00.000Z';
const seconds = Date.parse(at) / 1_000;
const order = '1000000005';
const attempt = `${order}-2`;
const metadata = { order, attempt };
const eur = (minor: number) => ({ currency: 'EUR', minor });

const paidSession = {
  id: 'cs_test_1',
  object: 'checkout.session',
  status: 'complete',
  payment_status: 'paid',
  payment_intent: 'pi_1',
  amount_total: 184_500,
  currency: 'eur',
  livemode: false,
  metadata,
  customer_details: { name: 'Ünï ✓' },
};
const failedIntent = { id: 'pi_1', object: 'payment_intent', metadata, livemode: false };
const refundedCharge = {
  id: 'ch_1',
  object: 'charge',
  payment_intent: 'pi_1',
  amount: 184_500,
  amount_refunded: 100_000,
  currency: 'eur',
  metadata,
};
const dispute = { id: 'du_1', object: 'dispute', payment_intent: 'pi_1', status: 'lost', metadata: {} };

const eventOf = (type: string, object: object, more: object = {}) => ({
  id: 'evt_1',
  object: 'event',
  created: seconds,
  livemode: false,
  type,
  data: { object },
  ...more,
});
const textOf = (type: string, object: object, more: object = {}): string =>
  JSON.stringify(eventOf(type, object, more), null, 2);

const secrets = ['whsec_old', 'whsec_new'];
const sign = (payload: string, secret = 'whsec_new', timestamp = seconds): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
const read = (body: string | Uint8Array, signature: string | undefined, live = false) =>
  readStripeNews({ secrets, live, now: () => at as Instant })(
    typeof body === 'string' ? Buffer.from(body) : body,
    signature,
  );

describe("the gateway's news: who may tell", () => {
  const body = textOf('checkout.session.completed', paidSession);
  const genuine: readonly [string, string][] = [
    ['the newer secret', sign(body)],
    ['the older secret, while rotating', sign(body, 'whsec_old')],
    [
      'both secrets at once, as the gateway signs while rotating',
      `${sign(body, 'whsec_other')},${sign(body).split(',')[1] ?? ''}`,
    ],
    ['300 seconds ago', sign(body, 'whsec_new', seconds - 300)],
    ['300 seconds ahead', sign(body, 'whsec_new', seconds + 300)],
    ['with a scheme that is not known', `${sign(body)},v0=abc`],
  ];
  for (const [name, signature] of genuine)
    it(`genuine: ${name}`, () => assert.equal(read(body, signature).kind, 'news'));

  const [time, hash] = sign(body).split(',') as [string, string];
  const forged: readonly [string, string | Uint8Array, string | undefined][] = [
    ['no header', body, undefined],
    ['an empty header', body, ''],
    ['words for a header', body, 'trust me'],
    ['no signature', body, time],
    ['no time', body, hash],
    ['another secret', body, sign(body, 'whsec_forger')],
    ['an empty secret', body, `t=${seconds},v1=`],
    ['301 seconds ago', body, sign(body, 'whsec_new', seconds - 301)],
    ['301 seconds ahead', body, sign(body, 'whsec_new', seconds + 301)],
    [
      'an old signature with a new time',
      body,
      `${time},${sign(body, 'whsec_new', seconds - 900).split(',')[1] ?? ''}`,
    ],
    ['another amount', body.replace('184500', '1'), sign(body)],
    ['the same JSON, written anew', JSON.stringify(JSON.parse(body)), sign(body)],
    ['a line break more', `${body}\n`, sign(body)],
    ['other bytes for the same letters', Buffer.from(body, 'latin1'), sign(body)],
    ['an unknown scheme alone', body, sign(body).replace('v1=', 'v0=')],
    ['nothing', '', sign(body)],
  ];
  for (const [name, bytes, signature] of forged)
    it(`forged: ${name}`, () => assert.deepEqual(read(bytes, signature), { kind: 'forged' }));
});

describe("the gateway's news: what they say", () => {
  const charge = {
    id: 'pi_1',
    order,
    attempt,
    session: 'cs_test_1',
    amount: eur(184_500),
    on: '2026-03-01',
    live: false,
  };
  const told: readonly [string, string, object, object][] = [
    ['a page was paid on', 'checkout.session.completed', paidSession, { kind: 'paid', charge }],
    [
      'a slow payment came through',
      'checkout.session.async_payment_succeeded',
      paidSession,
      { kind: 'paid', charge },
    ],
    [
      'another amount and currency: told as they are',
      'checkout.session.completed',
      { ...paidSession, amount_total: 5, currency: 'jpy' },
      { kind: 'paid', charge: { ...charge, amount: { currency: 'JPY', minor: 5 } } },
    ],
    [
      'a payment in full, its charge of the day before',
      'checkout.session.completed',
      { ...paidSession, payment_intent: { id: 'pi_1', latest_charge: { created: seconds - 86_400 } } },
      { kind: 'paid', charge: { ...charge, on: '2026-02-28' } },
    ],
    [
      'a slow payment failed',
      'checkout.session.async_payment_failed',
      { ...paidSession, payment_status: 'unpaid' },
      { kind: 'pageExpired', order, attempt },
    ],
    [
      'a page ran out',
      'checkout.session.expired',
      { ...paidSession, status: 'expired', payment_status: 'unpaid', payment_intent: null },
      { kind: 'pageExpired', order, attempt },
    ],
    [
      'a card was declined',
      'payment_intent.payment_failed',
      failedIntent,
      { kind: 'declined', order, attempt, at },
    ],
    [
      'a part was paid back',
      'charge.refunded',
      refundedCharge,
      { kind: 'refunded', charge: 'pi_1', amount: eur(100_000) },
    ],
    [
      'the bank took it back',
      'charge.dispute.funds_withdrawn',
      dispute,
      { kind: 'reversed', charge: 'pi_1' },
    ],
    ['a dispute is lost', 'charge.dispute.closed', dispute, { kind: 'reversed', charge: 'pi_1' }],
  ];
  for (const [name, type, object, news] of told)
    it(name, () => {
      const body = textOf(type, object);
      assert.deepEqual(read(body, sign(body)), { kind: 'news', id: 'stripe:evt_1', news: news as CardNews });
    });

  const strangers = [
    null,
    {},
    { order },
    { attempt },
    { order, attempt: '1000000048-1' },
    { order: '5', attempt: '5-1' },
  ];
  const ignored: readonly [string, string, object][] = [
    [
      'a completed page whose money is still to come',
      'checkout.session.completed',
      { ...paidSession, payment_status: 'unpaid' },
    ],
    ['a dispute that is won', 'charge.dispute.closed', { ...dispute, status: 'won' }],
    [
      'a dispute about no payment of this kind',
      'charge.dispute.funds_withdrawn',
      { ...dispute, payment_intent: null },
    ],
    ['a type that does not matter', 'customer.created', { id: 'cus_1' }],
    ['a type named like a property', 'constructor', {}],
    ...strangers.flatMap((other): [string, string, object][] => [
      [
        `a page of another shop: ${JSON.stringify(other)}`,
        'checkout.session.completed',
        { ...paidSession, metadata: other },
      ],
      [
        `a card declined there: ${JSON.stringify(other)}`,
        'payment_intent.payment_failed',
        { ...failedIntent, metadata: other },
      ],
      [`a refund there: ${JSON.stringify(other)}`, 'charge.refunded', { ...refundedCharge, metadata: other }],
    ]),
  ];
  for (const [name, type, object] of ignored)
    it(`ignored: ${name}`, () => {
      const body = textOf(type, object);
      assert.deepEqual(read(body, sign(body)), { kind: 'ignored' });
    });

  it('a payment in the other mode is told as such, for the deed to hold', () => {
    const body = textOf('checkout.session.completed', paidSession);
    const news = read(body, sign(body), true);
    assert.ok(news.kind === 'news' && news.news.kind === 'paid');
    assert.equal(news.news.charge.live, false);
  });
  for (const [type, object] of [
    ['checkout.session.expired', paidSession],
    ['payment_intent.payment_failed', failedIntent],
    ['charge.refunded', refundedCharge],
    ['charge.dispute.funds_withdrawn', dispute],
  ] as const)
    it(`ignored: ${type} in the other mode`, () => {
      const body = textOf(type, object);
      assert.deepEqual(read(body, sign(body), true), { kind: 'ignored' });
    });

  for (const [name, object] of [
    ['no amount refunded', { ...refundedCharge, amount_refunded: undefined }],
    ['a currency that does not exist', { ...refundedCharge, currency: 'zzz' }],
  ] as const)
    it(`a fault, not acknowledged: ${name}`, () => {
      const body = textOf('charge.refunded', object);
      assert.throws(() => read(body, sign(body)));
    });
  for (const field of ['amount_total', 'currency', 'payment_intent'] as const)
    it(`a fault, not acknowledged: our page is paid, and its ${field} is missing`, () => {
      const body = textOf('checkout.session.completed', { ...paidSession, [field]: null });
      assert.throws(() => read(body, sign(body)));
    });
});
