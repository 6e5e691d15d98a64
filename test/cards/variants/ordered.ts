import { orderStates } from '../../../membership/rules/order.ts';
import { orderCard } from '../../../cards/order.ts';
import type { OrderView } from '../../../cards/order-view.ts';
import { newsKinds } from '../../../membership/rules/message.ts';
import {
  analytics,
  attempt,
  buyer,
  cardOrder,
  day,
  euro,
  instant,
  links,
  order,
  orderNumber,
  payment,
  proof,
  today,
  upgradeQuote,
  urls,
} from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const view = (changes: Partial<OrderView> = {}): OrderView => ({
  order: order(),
  competency: analytics,
  mpnId: buyer.mpnId,
  today,
  mayAct: true,
  links,
  urls: {},
  methods: ['card', 'transfer'],
  ...changes,
});
const declined = attempt({ declinedAt: instant('2026-11-21T10:05:00.000Z') });
const tries = [
  { name: 'declined', last: declined },
  { name: 'page open', last: attempt() },
  { name: 'page timed out', last: attempt({ state: 'ended', end: 'expired' }) },
  { name: 'page never opened', last: attempt({ state: 'ended', end: 'failed' }) },
];
const membershipDays = {
  anniversary: day('2027-11-22'),
  renewal: { opens: day('2027-11-23'), closes: day('2027-12-22') },
};
/** An order in every state. */
export const orderCards: readonly Variant[] = [
  ...orderStates.map((state) =>
    variant(`order ${state}`, (language) => orderCard(language, view({ order: order({ state }) }))),
  ),
  ...orderStates.map((state) =>
    variant(`order ${state} by card`, (language) =>
      orderCard(language, view({ order: cardOrder({ state }), urls })),
    ),
  ),
  ...orderStates.map((state) =>
    variant(`order ${state}, read only`, (language) =>
      orderCard(language, view({ order: order({ state }), mayAct: false })),
    ),
  ),
  ...newsKinds.map((news) =>
    variant(`order news ${news}`, (language) =>
      orderCard(language, view({ news, order: order({ proofs: [proof()] }) })),
    ),
  ),
  variant('order by card, placed', (language) =>
    orderCard(language, view({ news: 'placed', order: cardOrder(), urls })),
  ),
  ...tries.map(({ name, last }) =>
    variant(`order by card, ${name}`, (language) =>
      orderCard(language, view({ order: cardOrder({ attempts: [last] }), urls })),
    ),
  ),
  variant('order by card, declined, no transfer in the country', (language) =>
    orderCard(
      language,
      view({ order: cardOrder({ attempts: [declined] }), urls: { pay: urls.pay }, methods: ['card'] }),
    ),
  ),
  variant('order by card, some credit', (language) =>
    orderCard(language, view({ order: cardOrder({ payments: [payment(5000)] }), urls })),
  ),
  variant('order by card, money held', (language) =>
    orderCard(language, view({ order: cardOrder({ attempts: [attempt()] }), urls, held: true })),
  ),
  variant('order by card, card not available now', (language) =>
    orderCard(language, view({ order: cardOrder(), methods: ['transfer'] })),
  ),
  variant('order, card not offered', (language) => orderCard(language, view({ methods: ['transfer'] }))),
  variant('order active by card', (language) =>
    orderCard(
      language,
      view({
        news: 'active',
        order: cardOrder({ state: 'active', payments: [payment(459800)], purchaseDate: day('2026-11-21') }),
        urls: { receipt: urls.receipt },
        ...membershipDays,
      }),
    ),
  ),
  variant('order placed', (language) => orderCard(language, view({ news: 'placed' }))),
  variant('order, upgrade', (language) =>
    orderCard(language, view({ order: order({ kind: 'upgrade', quote: upgradeQuote }) })),
  ),
  variant('order, proof with every mark', (language) =>
    orderCard(
      language,
      view({
        news: 'proofReceived',
        sharedProof: true,
        order: order({
          state: 'proofUnderReview',
          proofs: [
            proof({
              marks: ['futureDate', 'dateBeforeOrder', 'otherAccount'],
              alsoFor: orderNumber(0.9),
              reference: undefined,
            }),
          ],
        }),
      }),
    ),
  ),
  variant('order, proof rejected', (language) =>
    orderCard(
      language,
      view({
        order: order({
          proofs: [
            proof({ rejected: { reason: 'The amount is cut off', at: instant('2026-11-22T10:00:00.000Z') } }),
          ],
        }),
      }),
    ),
  ),
  variant('order, paid in part', (language) =>
    orderCard(language, view({ news: 'short', order: order({ payments: [payment(400000)] }) })),
  ),
  variant('order active', (language) =>
    orderCard(
      language,
      view({
        news: 'active',
        order: order({ state: 'active', payments: [payment(459800)], purchaseDate: day('2026-11-22') }),
        ...membershipDays,
      }),
    ),
  ),
  ...([undefined, 'The benefits have been used'] as const).map((reason) =>
    variant(`order active, refund ${reason === undefined ? 'asked for' : 'declined'}`, (language) =>
      orderCard(
        language,
        view({
          order: order({
            state: 'active',
            refundRequest: {
              at: instant('2026-11-22T10:00:00.000Z'),
              by: order().placedBy,
              ...(reason === undefined
                ? {}
                : { declined: { reason, at: instant('2026-11-23T10:00:00.000Z') } }),
            },
          }),
        }),
      ),
    ),
  ),
  variant('order refunded by the bank', (language) =>
    orderCard(
      language,
      view({
        news: 'refunded',
        order: order({
          state: 'refunded',
          paidBack: [{ on: day('2026-11-22'), amount: euro(459800), reference: 'OUT 7' }],
        }),
      }),
    ),
  ),
  variant('order expired with credit', (language) =>
    orderCard(language, view({ order: order({ state: 'expired' }), credit: euro(5000) })),
  ),
  variant('order cancelled', (language) =>
    orderCard(
      language,
      view({
        news: 'cancelled',
        order: order({ state: 'cancelled', cancelled: { at: instant('2026-11-21T10:00:00.000Z') } }),
      }),
    ),
  ),
];
