import type { Actor, HistoryEntry } from '../rules/history.ts';
import { samePerson, type OrderNumber } from '../rules/ids.ts';
import type { Order } from '../rules/order.ts';
import { orderOf, type Partner } from '../rules/partner.ts';
import { pendingRequest } from '../rules/refunding.ts';
import type { Refusal } from '../rules/refusals.ts';
import { lastOf } from './desk.ts';

type Decision = 'orderRefunded' | 'refundApproved' | 'refundDeclined';
const says = {
  orderRefunded: 'refunded',
  refundApproved: 'refundApproved',
  refundDeclined: 'refundDeclined',
} as const;

const already = (partner: Partner, number: OrderNumber, type: Decision): Refusal | undefined => {
  const last = lastOf(partner, (event) => event.type === type && event.order === number);
  return last && { kind: 'alreadyDecided', order: number, as: says[type], ...last };
};

/** Why there is nothing to decide on: nobody has asked, or somebody has decided. */
export const decisionRefusal = (partner: Partner, order: Order): Refusal | undefined => {
  const { number, state, refundRequest } = order;
  if (pendingRequest(order)) return undefined;
  const type = state === 'refunded' ? 'orderRefunded' : 'refundDeclined';
  const decided =
    state === 'refunded' || refundRequest?.declined ? already(partner, number, type) : undefined;
  return decided ?? { kind: 'noRefundRequest', order: number };
};

/** An approved refund may be under way at the gateway: it can't be declined. */
export const declineRefusal = (partner: Partner, order: Order): Refusal | undefined =>
  decisionRefusal(partner, order) ??
  (order.refundRequest?.approvedAt ? already(partner, order.number, 'refundApproved') : undefined);

const isRefundOf =
  (number: OrderNumber) =>
  ({ event }: HistoryEntry): boolean =>
    event.type === 'orderRefunded' && event.order === number;

/** Another operator's refund of the order was first; the gateway's own news of this one is not another's. */
export const refundedBefore = (partner: Partner, number: OrderNumber, by: Actor): Refusal | undefined => {
  if (by.kind !== 'operator' || orderOf(partner, number)?.state !== 'refunded') return undefined;
  const entry = partner.history.findLast(isRefundOf(number));
  if (entry?.by.kind !== 'operator' || samePerson(entry.by, by)) return undefined;
  return { kind: 'alreadyDecided', order: number, as: 'refunded', at: entry.at, by: entry.by.name };
};
