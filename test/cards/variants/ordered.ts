import { orderStates } from '../../../membership/rules/order.ts';
import { orderCard, type OrderView } from '../../../cards/order.ts';
import { type News } from '../../../membership/rules/partner.ts';
import {
  analytics,
  buyer,
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
} from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const view = (changes: Partial<OrderView> = {}): OrderView => ({
  order: order(),
  competency: analytics,
  mpnId: buyer.mpnId,
  today,
  mayAct: true,
  links,
  ...changes,
});
const allNews: readonly News[] = [
  'placed',
  'proofReceived',
  'proofRejected',
  'cancelled',
  'active',
  'short',
  'held',
  'credited',
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
    variant(`order ${state}, read only`, (language) =>
      orderCard(language, view({ order: order({ state }), mayAct: false })),
    ),
  ),
  ...allNews.map((news) =>
    variant(`order news ${news}`, (language) =>
      orderCard(language, view({ news, order: order({ proofs: [proof()] }) })),
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
