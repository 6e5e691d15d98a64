import { daysBetween, type Day } from './calendar.ts';
import type { OrderNumber, PaymentId } from './ids.ts';
import type { Money } from './money.ts';

/** What a bank, or an operator who looked at it, says of money that came in. */
export interface Seen {
  readonly id: PaymentId;
  readonly account: string;
  readonly valueDate: Day;
  readonly amount: Money;
  readonly text: string;
}

/** Money that an operator marked as received, before any statement. */
export interface MarkedMoney extends Seen {
  readonly order: OrderNumber;
  /** The bank's. */
  readonly reference: string;
}

/** Letters and digits alone: banks and people part them as they like. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export const sameAccount = (a: string, b: string): boolean => bare(a) === bare(b);

/** A bank's day and the one that an operator read may differ by a weekend and a holiday. */
const daysApart = 5;
export const isNear = (a: Day, b: Day): boolean => Math.abs(daysBetween(a, b)) <= daysApart;

/** Shorter references stand in other texts by chance. */
const shortest = 4;

/** Whether the bank's reference stands in the line; the order's own number says nothing of which payment it is. */
export const hasReference = ({ reference, order }: MarkedMoney, line: Pick<Seen, 'id' | 'text'>): boolean => {
  const own = bare(reference).replaceAll(order, '');
  return own.length >= shortest && [line.text, line.id].some((text) => bare(text).includes(own));
};

const isEqual = (a: Money, b: Money): boolean => a.currency === b.currency && a.minor === b.minor;

/**
 * By what a statement's line is the money that an operator marked: the same amount on the same account, and the
 * bank's reference, or the same order within days. The same order on a `far` day, and the same `day` without any order,
 * are signs, though no sure ones.
 * @param named the orders that the line names, or that it was put on
 */
export const likeness = (
  marked: MarkedMoney,
  line: Seen,
  named: readonly OrderNumber[],
): 'reference' | 'order' | 'far' | 'day' | undefined => {
  if (!sameAccount(marked.account, line.account) || !isEqual(marked.amount, line.amount)) return undefined;
  if (named.some((order) => order !== marked.order)) return undefined;
  if (hasReference(marked, line)) return 'reference';
  if (named.length > 0) return isNear(marked.valueDate, line.valueDate) ? 'order' : 'far';
  return marked.valueDate === line.valueDate ? 'day' : undefined;
};

/**
 * Whether a statement's line that pays an order may be what an operator marked, though it is not surely so: it pays the
 * marked order, whatever its amount and day, since banks keep charges and people mistype; or it has the bank's
 * reference, and pays another order.
 */
export const mayBeMarked = (marked: MarkedMoney, line: Seen, order: OrderNumber): boolean =>
  marked.amount.currency === line.amount.currency && (order === marked.order || hasReference(marked, line));

/**
 * Whether what an operator is about to mark is in the ledger already: surely the same money, or money of those days
 * that has its reference, whatever order it was put on.
 */
export const isKnownMoney = (marked: MarkedMoney, line: Seen, named: readonly OrderNumber[]): boolean =>
  ['reference', 'order'].includes(likeness(marked, line, named) ?? 'none') ||
  (sameAccount(marked.account, line.account) &&
    isNear(marked.valueDate, line.valueDate) &&
    hasReference(marked, line));

/** Whether two operators, or one twice, marked the same: the bank's reference is given once. */
export const isMarkedTwice = (one: MarkedMoney, other: MarkedMoney): boolean =>
  sameAccount(one.account, other.account) &&
  isNear(one.valueDate, other.valueDate) &&
  bare(one.reference) === bare(other.reference);
