import type { AadObjectId, OrderNumber } from '../rules/ids.ts';
import { requestRefund as requested, requestRefusal } from '../rules/refunding.ts';
import { actOn } from './authority.ts';
import { orderNews, perform, type DeedPorts, type Doing, type Outcome } from './perform.ts';

/** Who wants the fee of which order back. */
export interface RequestRefund {
  readonly person: AadObjectId;
  readonly order: OrderNumber;
  readonly reason?: string | undefined;
}

/** Asks for the fee back; an operator decides, and the day of the request is what counts. */
export const requestRefund = (ports: DeedPorts, doing: Doing, wish: RequestRefund): Promise<Outcome> =>
  perform(ports, doing, (partner, now) => {
    const { person, order } = wish;
    const found = actOn(ports.catalogue, partner, person, order);
    if (found.kind === 'refused') return found;
    const refusal = requestRefusal(ports.catalogue, partner, found.order, now);
    if (refusal) return { kind: 'refused', refusal };
    const reason = wish.reason?.trim();
    const request = { at: now, by: person, ...(reason ? { reason } : {}) };
    return {
      kind: 'accepted',
      change: requested(partner, order, request),
      order,
      tell: [orderNews([person], order, 'refundRequested')],
    };
  });
