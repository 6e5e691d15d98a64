import type { Catalogue } from './catalogue.ts';
import { dayOf, daysBetween, type Day, type Instant } from './calendar.ts';
import { editOrder, moved, mustHave, then, unchanged, type Change } from './change.ts';
import type { RefundObstacle } from './desk-refusals.ts';
import type { PartnerEvent } from './history.ts';
import type { AadObjectId, OrderNumber } from './ids.ts';
import { received, type Order, type PaidBack } from './order.ts';
import type { Membership, MembershipEnd, Partner } from './partner.ts';
import type { CancelObstacle, Refusal } from './refusals.ts';

const cancelObstacle = (order: Order): CancelObstacle | undefined => {
  switch (order.state) {
    case 'awaitingCardPayment':
    case 'awaitingTransfer':
      return received(order).minor > 0 ? 'moneyReceived' : undefined;
    case 'proofUnderReview':
      return 'proofUnderReview';
    case 'active':
      return 'active';
    case 'expired':
    case 'cancelled':
    case 'refunded':
    case 'reversed':
      return 'ended';
  }
};

/** Only an unactioned order can be cancelled: no proof under review, no money received. */
export const cancelRefusal = (order: Order): Refusal | undefined => {
  const because = cancelObstacle(order);
  return (
    because && {
      kind: 'cannotCancel',
      order: order.number,
      state: order.state,
      because,
      received: received(order),
    }
  );
};

/** Cancels an order that {@link cancelRefusal} lets go. */
export const cancelOrder = (partner: Partner, number: OrderNumber, by: AadObjectId, at: Instant): Change => ({
  partner: editOrder(partner, number, (order) => ({ ...moved(order, 'cancelled'), cancelled: { at, by } })),
  events: [{ type: 'orderCancelled', order: number }],
});

const ofOrder = (partner: Partner, number: OrderNumber): Membership | undefined =>
  partner.memberships.find((membership) => membership.order === number);

/** Within 30 days of purchase, no benefit used; never a silver after a discounted upgrade. */
export const refundObstacle = (
  catalogue: Catalogue,
  partner: Partner,
  order: Order,
  today: Day,
): RefundObstacle | undefined => {
  const membership = ofOrder(partner, order.number);
  if (membership?.discountedUpgrade) return 'silverAfterUpgrade';
  if (order.state !== 'active' || !order.purchaseDate) return 'notActive';
  if (membership?.benefitsUsed) return 'benefitsUsed';
  return daysBetween(order.purchaseDate, today) > catalogue.refundDays ? 'tooLate' : undefined;
};

const endMembership = (partner: Partner, number: OrderNumber, end: MembershipEnd): Change => {
  const membership = ofOrder(partner, number);
  // A silver that gold had ended and that is paid back must not return when the gold goes.
  if (!membership || (membership.ended && membership.ended.as !== 'upgraded')) return unchanged(partner);
  return {
    partner: {
      ...partner,
      memberships: partner.memberships.map((held) => (held === membership ? { ...held, ended: end } : held)),
    },
    events: [{ type: 'membershipEnded', level: membership.level, as: end.as }],
  };
};

/** The silver that this gold order had ended comes back until its own anniversary. */
const restoreSilver = (partner: Partner, gold: OrderNumber): Change => {
  const restored = ({ ended, ...membership }: Membership): Membership =>
    ended?.by === gold ? membership : { ...membership, ...(ended ? { ended } : {}) };
  return partner.memberships.some((membership) => membership.ended?.by === gold)
    ? {
        partner: { ...partner, memberships: partner.memberships.map(restored) },
        events: [{ type: 'membershipRestored', level: 'silver' }],
      }
    : unchanged(partner);
};

/** What paid for the order has gone: it ends with its membership, and a silver that gold had replaced comes back. */
export const endPaid = (
  partner: Partner,
  order: Order,
  event: Extract<PartnerEvent, { type: 'orderRefunded' | 'orderReversed' }>,
  now: Instant,
): Change => {
  const as = event.type === 'orderRefunded' ? 'refunded' : 'reversed';
  const over: Change = {
    partner: editOrder(partner, order.number, (current) => moved(current, as)),
    events: [event],
  };
  const withdrawn = then(over, (current) => endMembership(current, order.number, { as, on: dayOf(now) }));
  return then(withdrawn, (current) => restoreSilver(current, order.number));
};

/** The operator's bank paid the fee back, all that was received: the order and its membership end, and a silver that gold had replaced comes back. */
export const refundOrder = (
  partner: Partner,
  number: OrderNumber,
  by: Omit<PaidBack, 'amount'>,
  now: Instant,
): Change => {
  const order = mustHave(partner, number);
  const paidBack = { ...by, amount: received(order) };
  const ended = endPaid(partner, order, { type: 'orderRefunded', order: number, ...paidBack }, now);
  return { ...ended, partner: notePaidBack(ended.partner, number, paidBack) };
};

/** What the operator's bank paid back is shown on the order that the money came from. */
export const notePaidBack = (partner: Partner, number: OrderNumber, paidBack: PaidBack): Partner =>
  editOrder(partner, number, (order) => ({ ...order, paidBack: [...(order.paidBack ?? []), paidBack] }));

/** A chargeback or a returned transfer took the money away. */
export const reverseOrder = (partner: Partner, number: OrderNumber, now: Instant): Change =>
  endPaid(partner, mustHave(partner, number), { type: 'orderReversed', order: number }, now);
