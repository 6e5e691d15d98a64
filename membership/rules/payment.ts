import { activate, type Circumstances } from './activation.ts';
import { dayOf, type Day } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import { editOrder, inTurn, mustHave, then, unchanged, type Change } from './change.ts';
import { addCredit, spend, takeUpCredit } from './credit.ts';
import type { PartnerEvent } from './history.ts';
import type { OrderNumber } from './ids.ts';
import { currentMembership } from './membership.ts';
import { least, minus, sum, type Money } from './money.ts';
import { due, isOpen, mayBecome, placedOn, received, type Order, type Payment } from './order.ts';
import type { Credit, HeldMoney, Partner } from './partner.ts';

/** What a transfer did to the order that it names. */
export type PaymentEffect = 'activated' | 'short' | 'credited' | 'held';

export interface Received extends Change {
  readonly effect: PaymentEffect;
}

/** Which parts of what was paid may bring an expired order back. */
export type Counting = (partner: Partner, order: Order) => readonly Payment[];

export interface PaymentTerms extends Circumstances {
  readonly counts: Counting;
}

/** Whether the bank's charges explain what is missing. */
const isEnough = (catalogue: Catalogue, order: Order, paid: Money): boolean => {
  const tolerated = catalogue.tolerances[paid.currency]?.minor ?? 0;
  return paid.minor + tolerated >= order.quote.total.minor;
};

const lastOf = (days: readonly Day[], first: Day): Day => days.reduce((a, b) => (a > b ? a : b), first);

/** Purchase date: the value date of the last part, and never before the order was there. */
const purchaseDateOf = (order: Order): Day =>
  lastOf(
    order.payments.map((payment) => payment.valueDate),
    placedOn(order),
  );

/** Activates an order that waits for money, or expired waiting, once it is paid within the tolerance. */
export const completeIfPaid = (
  partner: Partner,
  number: OrderNumber,
  circumstances: Circumstances,
): Change => {
  const order = mustHave(partner, number);
  if (!mayBecome(order.state, 'active') || !isEnough(circumstances.catalogue, order, received(order))) {
    return unchanged(partner);
  }
  return activate(partner, order, purchaseDateOf(order), circumstances);
};

const recorded = (partner: Partner, order: Order, payment: Payment): Partner =>
  editOrder(partner, order.number, (current) => ({ ...current, payments: [...current.payments, payment] }));

const receipt = (order: Order, payment: Payment): PartnerEvent => ({
  type: 'paymentReceived',
  order: order.number,
  payment: payment.id,
  amount: payment.amount,
});

const asCredit = (order: Order, payment: Payment, left: Money): Credit => ({
  id: payment.id,
  left,
  from: order.number,
  since: payment.valueDate,
});

/** The order gets what it needs and no more, so that what it received is what a refund pays back. */
const payOpenOrder = (
  partner: Partner,
  order: Order,
  payment: Payment,
  circumstances: Circumstances,
): Received => {
  const part = least(payment.amount, due(order));
  const paid = {
    partner: recorded(partner, order, { ...payment, amount: part }),
    events: [receipt(order, payment)],
  };
  const complete = then(paid, (current) => completeIfPaid(current, order.number, circumstances));
  const change = then(complete, (current) =>
    addCredit(current, asCredit(order, payment, minus(payment.amount, part))),
  );
  const now = mustHave(change.partner, order.number);
  return { ...change, effect: now.state === 'active' ? 'activated' : 'short' };
};

/** What was paid for an order that expired, as far as nothing else has used it. */
export const unspent: Counting = (partner, order) =>
  order.payments.flatMap((payment) => {
    const credit = partner.credits.find(({ id }) => id === payment.id);
    return credit ? [{ ...payment, amount: credit.left }] : [];
  });

/** The parts that may bring an expired order back: those that came up to its last day. */
export const paidInTime: Counting = (partner, order) =>
  unspent(partner, order).filter((payment) => payment.valueDate <= order.lastDay);

const isReplaced = (partner: Partner, order: Order, catalogue: Catalogue, today: Day): boolean =>
  (['gold', order.level] as const).some((level) => {
    const held = currentMembership(catalogue, partner, level, today);
    return held !== undefined && !(level === order.level && held.membership.anniversary === order.renews);
  });

/** A part that was kept as credit goes back to the order that it was sent for. */
const reclaim = (partner: Partner, number: OrderNumber, part: Payment): Change => {
  const credit = partner.credits.find(({ id }) => id === part.id);
  return credit ? spend(partner, credit, number, part) : unchanged(partner);
};

/** Whether an expired order is paid after all, and nothing was bought in its place. */
const comesBack = (partner: Partner, order: Order, circumstances: PaymentTerms): boolean => {
  const { catalogue, now, counts } = circumstances;
  const parts = counts(partner, order).map((part) => part.amount);
  return (
    order.state === 'expired' &&
    isEnough(catalogue, order, sum(order.quote.total.currency, parts)) &&
    !isReplaced(partner, order, catalogue, dayOf(now))
  );
};

const reopenExpired = (partner: Partner, order: Order, circumstances: PaymentTerms): Change => {
  const emptied = editOrder(partner, order.number, (current) => ({ ...current, payments: [] }));
  const paid = inTurn(emptied, circumstances.counts(partner, order), (current, part) =>
    reclaim(current, order.number, part),
  );
  return then(paid, (current) => completeIfPaid(current, order.number, circumstances));
};

/** The open order that late money can serve. */
const openOrder = (partner: Partner): Order | undefined =>
  partner.orders.find((order) => isOpen(order.state));

/**
 * An order that ended keeps a record of what came in for it; an active one has all that it needs, and to an open one
 * the money would count.
 */
const credited = (partner: Partner, order: Order, payment: Payment): Change => {
  const isEnded = order.state !== 'active' && !isOpen(order.state);
  const noted = isEnded ? recorded(partner, order, payment) : partner;
  return then({ partner: noted, events: [receipt(order, payment)] }, (current) =>
    addCredit(current, asCredit(order, payment, payment.amount)),
  );
};

const serveOpenOrder = (partner: Partner, payment: Payment, circumstances: Circumstances): Change => {
  const open = openOrder(partner);
  if (!open || payment.valueDate > open.lastDay) return unchanged(partner);
  const today = lastOf([payment.valueDate], placedOn(open));
  return then(takeUpCredit(partner, open.number, today), (current) =>
    completeIfPaid(current, open.number, circumstances),
  );
};

const payEndedOrder = (
  partner: Partner,
  order: Order,
  payment: Payment,
  circumstances: PaymentTerms,
): Received => {
  const kept = credited(partner, order, payment);
  const reopened = comesBack(kept.partner, mustHave(kept.partner, order.number), circumstances);
  const change = then(kept, (current) =>
    reopened
      ? reopenExpired(current, mustHave(current, order.number), circumstances)
      : serveOpenOrder(current, payment, circumstances),
  );
  return { ...change, effect: reopened ? 'activated' : 'credited' };
};

/** Money of any source reaches an order in the order's currency. */
export const pay = (
  partner: Partner,
  order: Order,
  payment: Payment,
  circumstances: PaymentTerms,
): Received =>
  isOpen(order.state)
    ? payOpenOrder(partner, order, payment, circumstances)
    : payEndedOrder(partner, order, payment, circumstances);

/**
 * A bank's credit reaches the order that its reference names. `partner` is taken as of now (see `asOf`).
 * Short: the order waits for the rest. Over: active, the rest is credit. For an ended order: credit, which an
 * open order takes up at once; but an expired order whose money was in time becomes active. With a value date after
 * an open order's last day, in a statement that comes ahead of it: credit, and the order waits on.
 */
export const receiveTransfer = (
  partner: Partner,
  number: OrderNumber,
  payment: Payment,
  circumstances: Circumstances,
): Received => {
  const order = mustHave(partner, number);
  if (payment.amount.currency !== order.quote.total.currency)
    return hold(partner, order, payment, 'wrongCurrency');
  if (isOpen(order.state) && payment.valueDate > order.lastDay)
    return { ...credited(partner, order, payment), effect: 'credited' };
  return pay(partner, order, payment, { ...circumstances, counts: paidInTime });
};

/** Money that is not what was asked for: an operator decides. */
export const hold = (
  partner: Partner,
  order: Order,
  payment: Payment,
  because: HeldMoney['because'],
): Received => ({
  partner: {
    ...partner,
    held: [
      ...partner.held,
      {
        id: payment.id,
        amount: payment.amount,
        valueDate: payment.valueDate,
        order: order.number,
        because,
      },
    ],
  },
  events: [{ type: 'moneyHeld', order: order.number, payment: payment.id, amount: payment.amount }],
  effect: 'held',
});
