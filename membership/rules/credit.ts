import type { Day } from './calendar.ts';
import { editOrder, inTurn, mustHave, unchanged, type Change } from './change.ts';
import type { OrderNumber, PaymentId } from './ids.ts';
import { least, minus, plus, sum, type Currency, type Money } from './money.ts';
import { due, type Order, type Payment } from './order.ts';
import type { Credit, Partner } from './partner.ts';

/** What the partner has to its credit in a currency. */
export const creditIn = (partner: Pick<Partner, 'credits'>, currency: Currency): Money =>
  sum(
    currency,
    partner.credits.filter((credit) => credit.left.currency === currency).map((credit) => credit.left),
  );

/** What is left of the same payment is one credit. */
const merged = (credits: readonly Credit[], credit: Credit): readonly Credit[] =>
  credits.some(({ id }) => id === credit.id)
    ? credits.map((kept) => (kept.id === credit.id ? { ...kept, left: plus(kept.left, credit.left) } : kept))
    : [...credits, credit];

/** Adds a credit, unless it is worth nothing. */
export const addCredit = (partner: Partner, credit: Credit): Change =>
  credit.left.minor <= 0
    ? unchanged(partner)
    : {
        partner: { ...partner, credits: merged(partner.credits, credit) },
        events: [{ type: 'creditKept', order: credit.from, amount: credit.left }],
      };

/** What was paid for an order that ended unpaid stays the partner's. */
export const keepAsCredit = (partner: Partner, order: Order, since: Day): Change =>
  inTurn(partner, order.payments, (current, payment) =>
    addCredit(current, { id: payment.id, left: payment.amount, from: order.number, since }),
  );

const without = (credits: readonly Credit[], used: Credit, amount: Money): readonly Credit[] =>
  credits
    .map((credit) => (credit.id === used.id ? { ...credit, left: minus(credit.left, amount) } : credit))
    .filter((credit) => credit.left.minor > 0);

/**
 * Moves what the order still needs of a credit to the order.
 * @param as what the order shows of it
 */
export const spend = (
  partner: Partner,
  credit: Credit,
  number: OrderNumber,
  as: Omit<Payment, 'amount'>,
): Change => {
  const order = mustHave(partner, number);
  if (credit.left.currency !== order.quote.total.currency) return unchanged(partner);
  const amount = least(credit.left, due(order));
  if (amount.minor === 0) return unchanged(partner);
  return {
    partner: {
      ...editOrder(partner, number, (current) => ({
        ...current,
        payments: [...current.payments, { ...as, amount }],
      })),
      credits: without(partner.credits, credit, amount),
    },
    events: [{ type: 'creditTakenUp', order: number, amount }],
  };
};

/**
 * An order takes up the credit that it needs, oldest first, without a second payment.
 * @param today the purchase date that credit brings: the day on which it is taken up
 */
export const takeUpCredit = (partner: Partner, number: OrderNumber, today: Day): Change =>
  inTurn(
    partner,
    partner.credits.toSorted((a, b) => a.since.localeCompare(b.since)),
    (current, credit) =>
      spend(current, credit, number, {
        id: `${credit.id}>${number}` as PaymentId,
        source: 'credit',
        valueDate: today,
      }),
  );
