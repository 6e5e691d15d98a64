import { addDays, dayOf, type Day, type Instant } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import { editOrder, type Change } from './change.ts';
import type { RefundObstacle } from './desk-refusals.ts';
import { refundObstacle } from './ending.ts';
import type { OrderNumber } from './ids.ts';
import type { Order, RefundRequest } from './order.ts';
import type { Partner } from './partner.ts';
import type { Refusal } from './refusals.ts';

const refusalFor = (catalogue: Catalogue, order: Order, because: RefundObstacle): Refusal =>
  because === 'tooLate' && order.purchaseDate
    ? {
        kind: 'refundTooLate',
        order: order.number,
        lastDay: addDays(order.purchaseDate, catalogue.refundDays),
      }
    : {
        kind: 'refundNotPossible',
        order: order.number,
        because: because === 'tooLate' ? 'notActive' : because,
      };

const obstacleRefusal = (
  catalogue: Catalogue,
  partner: Partner,
  order: Order,
  day: Day,
): Refusal | undefined => {
  const because = refundObstacle(catalogue, partner, order, day);
  return because && refusalFor(catalogue, order, because);
};

/** Asked for and not decided. */
export const pendingRequest = ({ state, refundRequest }: Order): RefundRequest | undefined =>
  state === 'active' && refundRequest && !refundRequest.declined ? refundRequest : undefined;

/** Why the fee can't be asked back now; after a "no" it can be asked for again while there is time. */
export const requestRefusal = (
  catalogue: Catalogue,
  partner: Partner,
  order: Order,
  now: Instant,
): Refusal | undefined =>
  pendingRequest(order)
    ? { kind: 'refundNotPossible', order: order.number, because: 'alreadyRequested' }
    : obstacleRefusal(catalogue, partner, order, dayOf(now));

/** Why a request can't be granted: judged by the day on which it was made, and by what was used since. */
export const grantRefusal = (
  catalogue: Catalogue,
  partner: Partner,
  order: Order,
  { at }: RefundRequest,
): Refusal | undefined => obstacleRefusal(catalogue, partner, order, dayOf(at));

const editRequest = (
  partner: Partner,
  number: OrderNumber,
  edit: (request: RefundRequest) => RefundRequest,
): Partner =>
  editOrder(partner, number, (order) =>
    order.refundRequest ? { ...order, refundRequest: edit(order.refundRequest) } : order,
  );

export const requestRefund = (partner: Partner, number: OrderNumber, request: RefundRequest): Change => {
  const { reason } = request;
  return {
    partner: editOrder(partner, number, (order) => ({ ...order, refundRequest: request })),
    events: [{ type: 'refundRequested', order: number, ...(reason === undefined ? {} : { reason }) }],
  };
};

/** An operator lets the gateway pay it back; from here on nobody can decline it. */
export const approveRefund = (partner: Partner, number: OrderNumber, at: Instant): Change => ({
  partner: editRequest(partner, number, (request) => ({ ...request, approvedAt: at })),
  events: [{ type: 'refundApproved', order: number }],
});

/** The gateway refused for good: nothing is being paid, and it is open again what becomes of the request. */
export const withdrawApproval = (partner: Partner, number: OrderNumber): Change => ({
  partner: editRequest(partner, number, (request) => ({ ...request, approvedAt: undefined })),
  events: [],
});

export const declineRefund = (
  partner: Partner,
  number: OrderNumber,
  reason: string,
  at: Instant,
): Change => ({
  partner: editRequest(partner, number, (request) => ({ ...request, declined: { reason, at } })),
  events: [{ type: 'refundDeclined', order: number, reason }],
});
