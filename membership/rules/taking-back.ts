import { dayOf, type Instant } from './calendar.ts';
import { editOrder, inTurn, then, unchanged, type Change } from './change.ts';
import { addCredit } from './credit.ts';
import { endPaid } from './ending.ts';
import type { PartnerEvent } from './history.ts';
import type { PaymentId } from './ids.ts';
import { sum, type Money } from './money.ts';
import { isOpen, type Order } from './order.ts';
import type { Partner } from './partner.ts';

/** A charge that has gone back: paid back to the card, or taken by a chargeback. */
export interface Gone {
  readonly charge: PaymentId;
  readonly as: 'refunded' | 'reversed';
}

/** Whether this is the charge's money: the charge itself, or a part of it that an order took up as credit. */
const isOf =
  (charge: PaymentId) =>
  ({ id }: { readonly id: PaymentId }): boolean =>
    id === charge || id.startsWith(`${charge}>`);

const total = (order: Order, parts: readonly { readonly amount: Money }[]): Money =>
  sum(
    order.quote.total.currency,
    parts.map((part) => part.amount),
  );

/** The order ends, and what else was paid for it stays the partner's. */
const endOrder = (partner: Partner, order: Order, { charge, as }: Gone, now: Instant): Change => {
  const isGone = isOf(charge);
  const { number } = order;
  const amount = total(order, order.payments.filter(isGone));
  const event: PartnerEvent =
    as === 'refunded'
      ? { type: 'orderRefunded', order: number, amount, reference: charge }
      : { type: 'orderReversed', order: number };
  const rest = order.payments.filter((part) => !isGone(part));
  return then(endPaid(partner, order, event, now), (current) =>
    inTurn(current, rest, (changing, part) =>
      addCredit(changing, { id: part.id, left: part.amount, from: number, since: dayOf(now) }),
    ),
  );
};

const withdraw = (partner: Partner, order: Order, gone: Gone, now: Instant): Change => {
  if (order.state === 'active') return endOrder(partner, order, gone, now);
  // What an ended order shows is a record of what came in for it: the money itself is credit.
  if (!isOpen(order.state)) return unchanged(partner);
  const isGone = isOf(gone.charge);
  const amount = total(order, order.payments.filter(isGone));
  return {
    partner: editOrder(partner, order.number, (current) => ({
      ...current,
      payments: current.payments.filter((part) => !isGone(part)),
    })),
    events: [{ type: 'moneyTakenBack', order: order.number, amount }],
  };
};

const withoutKept = (partner: Partner, charge: PaymentId): Change => {
  const isGone = isOf(charge);
  const kept = partner.credits.filter(isGone).map(({ from, left }) => ({ order: from, amount: left }));
  const waiting = partner.held.filter(isGone).map(({ order, amount }) => ({ order, amount }));
  return {
    partner: {
      ...partner,
      credits: partner.credits.filter((credit) => !isGone(credit)),
      held: partner.held.filter((held) => !isGone(held)),
    },
    events: [...kept, ...waiting].map((part) => ({ type: 'moneyTakenBack', ...part })),
  };
};

/**
 * The money of a charge has left: every active order that it paid ends, also one that took it up as credit; what was
 * kept of it, or held, is the partner's no more. Told again, it changes nothing.
 */
export const takeBack = (partner: Partner, gone: Gone, now: Instant): Change => {
  const touched = partner.orders.filter((order) => order.payments.some(isOf(gone.charge)));
  return then(withoutKept(partner, gone.charge), (poorer) =>
    inTurn(poorer, touched, (current, order) => withdraw(current, order, gone, now)),
  );
};
