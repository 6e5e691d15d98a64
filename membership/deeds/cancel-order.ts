import { cancelOrder as cancelled, cancelRefusal } from '../rules/ending.ts';
import type { AadObjectId, OrderNumber } from '../rules/ids.ts';
import { asOf } from '../rules/as-of.ts';
import { currentAttempt } from '../rules/card.ts';
import type { Order } from '../rules/order.ts';
import type { Refusal } from '../rules/refusals.ts';
import { actOn } from './authority.ts';
import type { CardPorts } from './card-ports.ts';
import { closeCardPage } from './close-card-page.ts';
import { orderNews, perform, type DeedPorts, type Doing, type Outcome } from './perform.ts';

/** Who wants which order cancelled. */
export interface CancelOrder {
  readonly person: AadObjectId;
  readonly order: OrderNumber;
}

/**
 * Before an order is cancelled its card page is closed at the gateway; what turns out paid is settled, and then it
 * is the order's state that refuses.
 * @returns a refusal where nobody knows whether the page was paid on
 */
export const closeBefore = async (
  card: CardPorts | undefined,
  doing: Doing,
  wish: CancelOrder,
): Promise<Extract<Outcome, { kind: 'refused' }> | undefined> => {
  const stored = await card?.partners.read(doing.partner);
  if (!card || !stored) return undefined;
  const { partner } = asOf(stored, card.clock.now());
  const found = actOn(card.catalogue, partner, wish.person, wish.order);
  if (found.kind === 'refused' || cancelRefusal(found.order)) return undefined;
  const closed = await closeCardPage(card, partner, wish.order);
  return closed === 'unsure'
    ? { kind: 'refused', partner, refusal: { kind: 'gatewayUnsure', order: wish.order } }
    : undefined;
};

/** Its state forbids it, or somebody has opened a page since the last one was closed. */
export const refusalToCancel = (order: Order): Refusal | undefined =>
  cancelRefusal(order) ??
  (currentAttempt(order) ? { kind: 'gatewayUnsure', order: order.number } : undefined);

/** Cancels an unactioned order. */
export const cancelOrder = async (
  ports: DeedPorts,
  doing: Doing,
  wish: CancelOrder,
  card?: CardPorts,
): Promise<Outcome> =>
  (await closeBefore(card, doing, wish)) ??
  perform(ports, doing, (partner, now) => {
    const found = actOn(ports.catalogue, partner, wish.person, wish.order);
    if (found.kind === 'refused') return found;
    const refusal = refusalToCancel(found.order);
    if (refusal) return { kind: 'refused', refusal };
    return {
      kind: 'accepted',
      change: cancelled(partner, wish.order, wish.person, now),
      order: wish.order,
      tell: [orderNews([wish.person], wish.order, 'cancelled')],
    };
  });
