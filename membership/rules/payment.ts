import { activate, type Circumstances } from './activation.ts';
import { dayOf, type Day } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import { editOrder, mustHave, then, unchanged, type Change } from './change.ts';
import { addCredit, takeUpCredit } from './credit.ts';
import type { OrderNumber } from './ids.ts';
import { currentMembership } from './membership.ts';
import { minus, plus, sum, type Money } from './money.ts';
import { isOpen, placedOn, received, type Order, type Payment } from './order.ts';
import type { Partner } from './partner.ts';

/** What a transfer did to the order that it names. */
export type PaymentEffect = 'activated' | 'short' | 'credited' | 'held';

export interface Received extends Change {
  readonly effect: PaymentEffect;
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

/** Activates an open order that is paid within the tolerance. */
export const completeIfPaid = (
  partner: Partner,
  number: OrderNumber,
  circumstances: Circumstances,
): Change => {
  const order = mustHave(partner, number);
  if (!isOpen(order.state) || !isEnough(circumstances.catalogue, order, received(order))) {
    return unchanged(partner);
  }
  return activate(partner, order, purchaseDateOf(order), circumstances);
};

const recorded = (partner: Partner, order: Order, payment: Payment): Change => ({
  partner: editOrder(partner, order.number, (current) => ({
    ...current,
    payments: [...current.payments, payment],
  })),
  events: [{ type: 'paymentReceived', order: order.number, payment: payment.id, amount: payment.amount }],
});

/** What came in beyond the total; only the payment that completes an order can bring any. */
const surplus = (order: Order, payment: Payment): Money => {
  const over = minus(plus(received(order), payment.amount), order.quote.total);
  return over.minor > 0 ? over : minus(over, over);
};

const payOpenOrder = (
  partner: Partner,
  order: Order,
  payment: Payment,
  circumstances: Circumstances,
): Received => {
  const paid = then(recorded(partner, order, payment), (current) =>
    completeIfPaid(current, order.number, circumstances),
  );
  const change = then(paid, (current) =>
    addCredit(current, {
      id: payment.id,
      left: surplus(order, payment),
      from: order.number,
      since: payment.valueDate,
    }),
  );
  const now = mustHave(change.partner, order.number);
  return { ...change, effect: now.state === 'active' ? 'activated' : 'short' };
};

/** The credits of an expired order's own payments that nothing else has used. */
const unspent = (partner: Partner, order: Order): readonly Payment[] =>
  order.payments.filter((payment) =>
    partner.credits.some((credit) => credit.id === payment.id && credit.left.minor === payment.amount.minor),
  );

/** Paid in time, seen late: what is unspent of it and this payment, all up to the last day, make the total. */
const inTime = (partner: Partner, order: Order, payment: Payment): readonly Payment[] =>
  [...unspent(partner, order), payment].filter((part) => part.valueDate <= order.lastDay);

const isReplaced = (partner: Partner, order: Order, catalogue: Catalogue, today: Day): boolean =>
  (['gold', order.level] as const).some((level) => {
    const held = currentMembership(catalogue, partner, level, today);
    return held !== undefined && (order.kind !== 'renewal' || held.membership.anniversary !== order.renews);
  });

const reopenExpired = (
  partner: Partner,
  order: Order,
  payment: Payment,
  circumstances: Circumstances,
): Received => {
  const parts = inTime(partner, order, payment);
  const ids = new Set(parts.map((part) => part.id));
  const reclaimed: Partner = {
    ...partner,
    credits: partner.credits.filter((credit) => !ids.has(credit.id)),
    orders: partner.orders.map((current) =>
      current.number === order.number ? { ...current, payments: parts } : current,
    ),
  };
  const purchaseDate = lastOf(
    parts.map((part) => part.valueDate),
    placedOn(order),
  );
  const paid: Change = {
    partner: reclaimed,
    events: [{ type: 'paymentReceived', order: order.number, payment: payment.id, amount: payment.amount }],
  };
  const active = then(paid, (current) => activate(current, order, purchaseDate, circumstances));
  const over = surplus({ ...order, payments: parts.filter((part) => part.id !== payment.id) }, payment);
  const change = then(active, (current) =>
    addCredit(current, { id: payment.id, left: over, from: order.number, since: payment.valueDate }),
  );
  return { ...change, effect: 'activated' };
};

/** The open transfer order that late money can serve. */
const openTransfer = (partner: Partner): Order | undefined =>
  partner.orders.find((order) => isOpen(order.state) && order.method === 'transfer');

const creditIt = (
  partner: Partner,
  order: Order,
  payment: Payment,
  circumstances: Circumstances,
): Received => {
  const kept = then(recorded(partner, order, payment), (current) =>
    addCredit(current, {
      id: payment.id,
      left: payment.amount,
      from: order.number,
      since: payment.valueDate,
    }),
  );
  const open = openTransfer(partner);
  if (!open) return { ...kept, effect: 'credited' };
  const today = lastOf([payment.valueDate], placedOn(open));
  const takenUp = then(kept, (current) => takeUpCredit(current, open.number, today));
  const change = then(takenUp, (current) => completeIfPaid(current, open.number, circumstances));
  return { ...change, effect: 'credited' };
};

/**
 * A bank's credit reaches the order that its reference names. `partner` is taken as of now (see `asOf`).
 * Short: the order waits for the rest. Over: active, the rest is credit. For an ended order: credit, which an
 * open transfer order takes up at once; but an expired order whose money was in time becomes active.
 */
export const receiveTransfer = (
  partner: Partner,
  number: OrderNumber,
  payment: Payment,
  circumstances: Circumstances,
): Received => {
  const order = mustHave(partner, number);
  if (payment.amount.currency !== order.quote.total.currency) return hold(partner, order, payment);
  if (isOpen(order.state)) return payOpenOrder(partner, order, payment, circumstances);
  const { catalogue, now } = circumstances;
  const comesBack =
    order.state === 'expired' &&
    payment.valueDate <= order.lastDay &&
    isEnough(
      catalogue,
      order,
      sum(
        payment.amount.currency,
        inTime(partner, order, payment).map((part) => part.amount),
      ),
    ) &&
    !isReplaced(partner, order, catalogue, dayOf(now));
  return comesBack
    ? reopenExpired(partner, order, payment, circumstances)
    : creditIt(partner, order, payment, circumstances);
};

/** Wrong currency: an operator decides. */
const hold = (partner: Partner, order: Order, payment: Payment): Received => ({
  partner: {
    ...partner,
    held: [
      ...partner.held,
      {
        id: payment.id,
        amount: payment.amount,
        valueDate: payment.valueDate,
        order: order.number,
        because: 'wrongCurrency',
      },
    ],
  },
  events: [{ type: 'moneyHeld', order: order.number, payment: payment.id, amount: payment.amount }],
  effect: 'held',
});
