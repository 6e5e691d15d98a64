import { chargeOf } from '../rules/card.ts';
import { placedOn, received, type Order, type PaidBack } from '../rules/order.ts';
import { refundOrder } from '../rules/ending.ts';
import type { Instant } from '../rules/calendar.ts';
import type { Operator } from '../rules/history.ts';
import type { CommandId, OrderNumber, PaymentId } from '../rules/ids.ts';
import { mustHave } from '../rules/change.ts';
import type { Partner } from '../rules/partner.ts';
import { admins } from '../rules/roles.ts';
import {
  approveRefund as approved,
  declineRefund as declined,
  grantRefusal,
  withdrawApproval,
} from '../rules/refunding.ts';
import type { Refusal } from '../rules/refusals.ts';

import type { CardPorts } from './card-ports.ts';
import {
  dayRefusal,
  deskOrder,
  deskOutcome,
  emptyRefusal,
  operatorDoing,
  refused,
  type DeskOutcome,
} from './desk.ts';
import { decisionRefusal, declineRefusal } from './judge-refund.ts';
import { tellOf } from './news.ts';
import { orderNews, perform, type DeedPorts, type Doing } from './perform.ts';
import { payBackToCard } from './refund-order.ts';

export interface ApproveRefund {
  readonly order: OrderNumber;
  /** What the operator's bank has paid back, where no card paid; the gateway pays a card back by itself. */
  readonly paidBack?: PaidBack | undefined;
  readonly command: CommandId;
}

export interface DeclineRefund {
  readonly order: OrderNumber;
  /** The partner reads it. */
  readonly reason: string;
  readonly command: CommandId;
}

/** The gateway, where cards can be paid back. */
export type RefundPorts = DeedPorts & { readonly card?: CardPorts | undefined };

const approvalRefusal = (ports: DeedPorts, partner: Partner, order: Order): Refusal | undefined =>
  decisionRefusal(partner, order) ??
  (order.refundRequest && grantRefusal(ports.catalogue, partner, order, order.refundRequest));

const bankRefusal = (order: Order, paidBack: PaidBack | undefined, now: Instant): Refusal | undefined => {
  const toPay = received(order);
  const { amount } = paidBack ?? {};
  if (!paidBack || amount?.currency !== toPay.currency || amount.minor !== toPay.minor)
    return { kind: 'refundDiffers', order: order.number, toPay };
  return (
    dayRefusal(paidBack.on, order.purchaseDate ?? placedOn(order), now) ??
    emptyRefusal('reference', paidBack.reference)
  );
};

/** The bank has paid it already: decided and refunded in one commit. */
const approveByBank = async (ports: DeedPorts, doing: Doing, wish: ApproveRefund): Promise<DeskOutcome> =>
  deskOutcome(
    await perform(ports, doing, (partner, now) => {
      const order = mustHave(partner, wish.order);
      const refusal = approvalRefusal(ports, partner, order) ?? bankRefusal(order, wish.paidBack, now);
      if (refusal || !wish.paidBack)
        return refused(refusal ?? { kind: 'noRefundRequest', order: wish.order });
      const change = refundOrder(partner, wish.order, wish.paidBack, now);
      const effect = { to: admins(ports.catalogue, partner), order: wish.order, news: 'refunded' } as const;
      return { kind: 'accepted', change, order: wish.order, tell: tellOf(partner, change.partner, effect) };
    }),
  );

/** The approval stands before the gateway is asked, so that nobody declines what is being paid. */
const approveByCard = async (
  ports: CardPorts,
  doing: Doing,
  number: OrderNumber,
  charge: PaymentId,
): Promise<DeskOutcome> => {
  const first = { ...doing, command: `approve:${doing.command}` as CommandId };
  const approval = await perform(ports, first, (partner, now) => {
    const order = mustHave(partner, number);
    const refusal = approvalRefusal(ports, partner, order);
    if (refusal) return refused(refusal);
    // Approved before and not paid: the gateway had not answered, and is asked again.
    const change = order.refundRequest?.approvedAt ? { partner, events: [] } : approved(partner, number, now);
    return { kind: 'accepted', change, order: number, tell: [] };
  });
  if (approval.kind !== 'accepted') return deskOutcome(approval);
  const paid = await payBackToCard(ports, doing, number, charge);
  if (paid.kind !== 'gateway') return deskOutcome(paid);
  if (paid.code === 'unknown') return refused({ kind: 'gatewayUnsure', order: number });
  await perform(ports, { ...doing, command: `refused:${doing.command}` as CommandId }, (partner) => ({
    kind: 'accepted',
    change: withdrawApproval(partner, number),
    order: number,
    tell: [],
  }));
  return refused({ kind: 'gatewayRefused', order: number, code: paid.code });
};

/**
 * Grants a request. A card is paid back at the gateway, what else paid for the order becomes credit; else the
 * operator's bank has paid all of it back. Order and membership end.
 */
export const approveRefund = async (
  ports: RefundPorts,
  operator: Operator,
  wish: ApproveRefund,
): Promise<DeskOutcome> => {
  const found = await deskOrder(ports, operator, wish.order);
  if (found.kind === 'refused') return found;
  const { partner, order } = found;
  const doing = operatorDoing(operator, partner.mpnId, wish.command);
  if (partner.handled.some(({ id }) => id === wish.command))
    return { kind: 'accepted', partner, order: wish.order, again: true };
  const charge = chargeOf(order);
  if (!charge) return approveByBank(ports, doing, wish);
  return ports.card
    ? approveByCard(ports.card, doing, wish.order, charge.id)
    : refused({ kind: 'gatewayUnsure', order: wish.order });
};

/** Turns a request down, with the reason that the partner's admins read. */
export const declineRefund = async (
  ports: DeedPorts,
  operator: Operator,
  wish: DeclineRefund,
): Promise<DeskOutcome> => {
  const found = await deskOrder(ports, operator, wish.order);
  if (found.kind === 'refused') return found;
  const doing = operatorDoing(operator, found.partner.mpnId, wish.command);
  return deskOutcome(
    await perform(ports, doing, (partner, now) => {
      const refusal =
        declineRefusal(partner, mustHave(partner, wish.order)) ?? emptyRefusal('reason', wish.reason);
      if (refusal) return refused(refusal);
      return {
        kind: 'accepted',
        change: declined(partner, wish.order, wish.reason.trim(), now),
        order: wish.order,
        tell: [orderNews(admins(ports.catalogue, partner), wish.order, 'refundDeclined')],
      };
    }),
  );
};
