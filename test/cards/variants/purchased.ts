import { cancelCard } from '../../../cards/cancel.ts';
import { chooseOrderCard } from '../../../cards/choose-order.ts';
import { purchasedCard, type MembershipLine, type OrderLine } from '../../../cards/purchased.ts';
import { receiptsCard } from '../../../cards/receipts.ts';
import { type Standing } from '../../../membership/rules/membership.ts';
import { due, orderStates } from '../../../membership/rules/order.ts';
import { type MembershipEnd } from '../../../membership/rules/partner.ts';
import { analytics, cardOrder, day, euro, instant, nonce, order, orderNumber, urls } from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const line = (changes: Parameters<typeof order>[0] = {}): OrderLine => {
  const made = order(changes);
  return { order: made, competency: analytics, due: due(made) };
};
const receipt: OrderLine = {
  ...line({ state: 'active', purchaseDate: day('2026-11-22') }),
  receipt: urls.receipt,
};
const membership = (standing: Standing, ended?: MembershipEnd): MembershipLine => ({
  level: 'silver',
  competency: analytics,
  standing,
  anniversary: day('2027-03-01'),
  paidOn: day('2026-03-01'),
  ended,
  window: { opens: day('2027-03-02'), closes: day('2027-03-31') },
  canRenew: standing === 'inWindow',
});
const manyLines = Array.from({ length: 60 }, (_, index) =>
  line({
    number: orderNumber((index + 1) / 100),
    state: orderStates[index % orderStates.length] ?? 'expired',
    placedAt: instant(`2026-0${1 + (index % 9)}-10T09:00:00.000Z`),
  }),
);
const ends = (['upgraded', 'refunded', 'reversed'] as const).map((as) =>
  membership('ended', { as, on: day('2026-10-01') }),
);
/** Lists of orders and memberships. */
export const purchasedCards: readonly Variant[] = [
  variant('purchased: nothing', (language) =>
    purchasedCard(language, { entries: [], memberships: [], credits: [], mayAct: true }),
  ),
  variant('purchased', (language) =>
    purchasedCard(language, {
      entries: [line(), line({ state: 'expired', number: orderNumber(0.2) }), receipt],
      memberships: [membership('active')],
      credits: [euro(5000)],
      mayAct: true,
    }),
  ),
  variant('purchased: much', (language) =>
    purchasedCard(language, {
      entries: manyLines,
      memberships: [
        membership('active'),
        membership('inWindow'),
        membership('renewing'),
        membership('renewed'),
        membership('lapsed'),
        ...ends,
      ],
      credits: [euro(5000), euro(1)],
      mayAct: true,
    }),
  ),
  variant('purchased: read only', (language) =>
    purchasedCard(language, { entries: [line()], memberships: [], credits: [], mayAct: false }),
  ),
  variant('choose order: proof', (language) =>
    chooseOrderCard(language, {
      purpose: 'proof',
      nonce,
      orders: [line(), line({ number: orderNumber(0.3) })],
    }),
  ),
  variant('choose order: cancel', (language) =>
    chooseOrderCard(language, { purpose: 'cancel', nonce, orders: manyLines }),
  ),
  ...(['payByCard', 'payByTransfer'] as const).map((purpose) =>
    variant(`choose order: ${purpose}`, (language) =>
      chooseOrderCard(language, { purpose, nonce, orders: [line(), line({ number: orderNumber(0.3) })] }),
    ),
  ),
  variant('receipts', (language) =>
    receiptsCard(language, [
      receipt,
      { ...receipt, order: cardOrder({ ...receipt.order, state: 'refunded' }) },
    ]),
  ),
  variant('cancel', (language) => cancelCard(language, { nonce, order: order(), competency: analytics })),
];
