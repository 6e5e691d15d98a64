import type { Day } from './calendar.ts';
import type { Change } from './change.ts';
import { notePaidBack } from './ending.ts';
import type { OrderNumber, PaymentId } from './ids.ts';
import { minus, type Money } from './money.ts';
import type { PaidBack } from './order.ts';
import type { Partner } from './partner.ts';
import type { Refusal } from './refusals.ts';

/** Money of the partner that its bank can be sent back: a credit, a part of it too, or held money, the whole of it. */
export interface Returnable {
  readonly kind: 'credit' | 'held';
  readonly id: PaymentId;
  readonly left: Money;
  readonly order: OrderNumber;
  readonly since: Day;
}

export const returnable = (partner: Partner, id: PaymentId): Returnable | undefined => {
  const credit = partner.credits.find((one) => one.id === id);
  if (credit) return { kind: 'credit', id, left: credit.left, order: credit.from, since: credit.since };
  const held = partner.held.find((one) => one.id === id);
  return held && { kind: 'held', id, left: held.amount, order: held.order, since: held.valueDate };
};

/** Why it is not this amount that is paid back. */
export const amountRefusal = (money: Returnable, amount: Money): Refusal | undefined => {
  const { kind, left, order } = money;
  if (amount.minor <= 0) return { kind: 'amountNotPositive' };
  if (amount.currency !== left.currency || amount.minor > left.minor) return { kind: 'moreThanThere', left };
  return kind === 'held' && amount.minor < left.minor
    ? { kind: 'refundDiffers', order, toPay: left }
    : undefined;
};

/** The operator's bank has paid it back: the credit is less, or gone; held money is gone. */
export const payBack = (partner: Partner, money: Returnable, paidBack: PaidBack): Change => {
  const credits = partner.credits
    .map((credit) =>
      credit.id === money.id ? { ...credit, left: minus(credit.left, paidBack.amount) } : credit,
    )
    .filter(({ left }) => left.minor > 0);
  const rest =
    money.kind === 'credit'
      ? { ...partner, credits }
      : { ...partner, held: partner.held.filter(({ id }) => id !== money.id) };
  return {
    partner: notePaidBack(rest, money.order, paidBack),
    events: [{ type: 'moneyPaidBack', order: money.order, payment: money.id, ...paidBack }],
  };
};
