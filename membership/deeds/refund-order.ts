import { chargeOf } from '../rules/card.ts';
import { dayOf } from '../rules/calendar.ts';
import type { RefundObstacle } from '../rules/desk-refusals.ts';
import { refundObstacle } from '../rules/ending.ts';
import type { CommandId, OrderNumber, PaymentId } from '../rules/ids.ts';
import { orderOf } from '../rules/partner.ts';
import { takeBack } from '../rules/taking-back.ts';
import { asOf } from '../rules/as-of.ts';
import { admins } from '../rules/roles.ts';
import type { CardPorts } from './card-ports.ts';
import { refundedBefore } from './judge-refund.ts';
import { newsOfGone } from './news.ts';
import { perform, type Doing, type Outcome } from './perform.ts';
import { accepted, type Accepted } from './settle-charge.ts';

/** The gateway refused, or nobody knows; asked again, it never pays twice. */
export interface GatewaySays {
  readonly kind: 'gateway';
  readonly code: string;
}

export type Refunded =
  | { readonly kind: 'refunded'; readonly outcome: Accepted }
  | { readonly kind: 'refused'; readonly because: RefundObstacle | 'notByCard' | 'orderNotFound' }
  | GatewaySays;

/** Names the refund to the gateway: an order is paid back once. */
const refundKey = (order: OrderNumber): CommandId => `refund-${order}` as CommandId;

/**
 * The whole charge goes back to the card, then order and membership end. A crash in between is made good by the
 * gateway's own news of the refund.
 * @returns a refusal where another operator's refund was first
 */
export const payBackToCard = async (
  ports: CardPorts,
  doing: Doing,
  order: OrderNumber,
  charge: PaymentId,
): Promise<Outcome | GatewaySays> => {
  const answer = await ports.gateway.refund(charge, refundKey(order));
  if (answer.kind !== 'refunded')
    return { kind: 'gateway', code: answer.kind === 'refused' ? answer.code : 'unknown' };
  return perform(ports, doing, (before, at) => {
    const refusal = refundedBefore(before, order, doing.by);
    if (refusal) return { kind: 'refused', refusal };
    const change = takeBack(before, { charge, as: 'refunded' }, at);
    const tell = newsOfGone(change, admins(ports.catalogue, before), 'refunded');
    return { kind: 'accepted', change, order, tell };
  });
};

/** The whole fee goes back to the card, by the rules of this very day. */
export const refundCardOrder = async (
  ports: CardPorts,
  doing: Doing,
  number: OrderNumber,
): Promise<Refunded> => {
  const stored = await ports.partners.read(doing.partner);
  const now = ports.clock.now();
  const partner = stored && asOf(stored, now).partner;
  const order = partner && orderOf(partner, number);
  if (!order) return { kind: 'refused', because: 'orderNotFound' };
  const because = refundObstacle(ports.catalogue, partner, order, dayOf(now));
  if (because) return { kind: 'refused', because };
  const charge = chargeOf(order);
  if (!charge) return { kind: 'refused', because: 'notByCard' };
  const answer = await payBackToCard(ports, doing, number, charge.id);
  return answer.kind === 'gateway' ? answer : { kind: 'refunded', outcome: accepted(answer) };
};
