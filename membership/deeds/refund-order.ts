import { chargeOf } from '../rules/card.ts';
import { dayOf } from '../rules/calendar.ts';
import { refundObstacle, type RefundObstacle } from '../rules/ending.ts';
import type { CommandId, OrderNumber } from '../rules/ids.ts';
import { orderOf } from '../rules/partner.ts';
import { takeBack } from '../rules/taking-back.ts';
import { asOf } from '../rules/as-of.ts';
import { admins } from './authority.ts';
import type { CardPorts } from './card-ports.ts';
import { newsOfGone } from './news.ts';
import { perform, type Doing } from './perform.ts';
import { accepted, type Accepted } from './settle-charge.ts';

export type Refunded =
  | { readonly kind: 'refunded'; readonly outcome: Accepted }
  | { readonly kind: 'refused'; readonly because: RefundObstacle | 'notByCard' | 'orderNotFound' }
  /** The gateway refused, or nobody knows; asked again, it never pays twice. */
  | { readonly kind: 'gateway'; readonly code: string };

/** Names the refund to the gateway: an order is paid back once. */
const refundKey = (order: OrderNumber): CommandId => `refund-${order}` as CommandId;

/**
 * An operator's decision: the whole fee goes back to the card, then order and membership end. A crash in between
 * is made good by the gateway's own news of the refund.
 */
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
  const answer = await ports.gateway.refund(charge.id, refundKey(number));
  if (answer.kind !== 'refunded')
    return { kind: 'gateway', code: answer.kind === 'refused' ? answer.code : 'unknown' };
  const outcome = await perform(ports, doing, (before, at) => {
    const change = takeBack(before, { charge: charge.id, as: 'refunded' }, at);
    const tell = newsOfGone(change, admins(ports.catalogue, before), 'refunded');
    return { kind: 'accepted', change, order: number, tell };
  });
  return { kind: 'refunded', outcome: accepted(outcome) };
};
