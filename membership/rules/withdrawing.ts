import { editOrder, mustHave, type Change } from './change.ts';
import type { WithdrawObstacle } from './desk-refusals.ts';
import type { OrderNumber, PaymentId } from './ids.ts';
import type { Money } from './money.ts';
import { isOpen } from './order.ts';
import type { Partner } from './partner.ts';

/** Money that an operator marked by hand. */
export interface ByHandMoney {
  readonly payment: PaymentId;
  readonly order: OrderNumber;
  readonly amount: Money;
}

/** Whether this mark has been withdrawn. */
export const isWithdrawn = ({ history }: Partner, payment: PaymentId): boolean =>
  history.some(({ event }) => event.type === 'markWithdrawn' && event.payment === payment);

/**
 * Why a mark can't be withdrawn: once the order is active through it, or its credit was used, taking the money away
 * is a refund. On an open order, or whole as credit of one that has expired, nothing has come of it yet.
 */
export const withdrawObstacle = (
  partner: Partner,
  { payment, order: number, amount }: ByHandMoney,
): WithdrawObstacle | undefined => {
  if (isWithdrawn(partner, payment)) return 'withdrawn';
  const { state, payments } = mustHave(partner, number);
  const parts = isOpen(state) ? payments : [];
  const credits = partner.credits.map(({ id, left }) => ({ id, amount: left }));
  const isWhole = [...parts, ...credits].some(
    (part) => part.id === payment && part.amount.minor === amount.minor,
  );
  return isWhole ? undefined : 'counted';
};

/** The order, or the credit, is as if the money had never been marked; the history keeps both. */
export const withdrawMark = (partner: Partner, { payment, order: number, amount }: ByHandMoney): Change => ({
  partner: {
    ...editOrder(partner, number, (order) => ({
      ...order,
      payments: order.payments.filter(({ id }) => id !== payment),
    })),
    credits: partner.credits.filter(({ id }) => id !== payment),
  },
  events: [{ type: 'markWithdrawn', order: number, payment, amount }],
});
