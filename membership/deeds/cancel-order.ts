import { cancelOrder as cancelled, cancelRefusal } from '../rules/ending.ts';
import type { AadObjectId, OrderNumber } from '../rules/ids.ts';
import { actOn } from './authority.ts';
import { perform, type DeedPorts, type Doing, type Outcome } from './perform.ts';

/** Cancels an unactioned order. */
export const cancelOrder = (
  ports: DeedPorts,
  doing: Doing,
  wish: { readonly person: AadObjectId; readonly order: OrderNumber },
): Promise<Outcome> =>
  perform(ports, doing, (partner, now) => {
    const found = actOn(ports.catalogue, partner, wish.person, wish.order);
    if (found.kind === 'refused') return found;
    const refusal = cancelRefusal(found.order);
    if (refusal) return { kind: 'refused', refusal };
    return {
      kind: 'accepted',
      change: cancelled(partner, wish.order, wish.person, now),
      order: wish.order,
      tell: [{ to: [wish.person], order: wish.order, news: 'cancelled' }],
    };
  });
