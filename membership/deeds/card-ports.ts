import type { CardGateway, PageWish } from '../gateway-ports.ts';
import type { CardAttempt, Order } from '../rules/order.ts';
import type { Partner } from '../rules/partner.ts';
import type { DeedPorts } from './perform.ts';

/** What the deeds about card payment need. */
export interface CardPorts extends DeedPorts {
  readonly gateway: CardGateway;
  /** Whether this deployment takes real money; the gateway's test mode is its own world. */
  readonly live: boolean;
  /** The page's words and ways back; the same for the same attempt, whoever asks and whenever. */
  readonly pageOf: (
    partner: Partner,
    order: Order,
    attempt: CardAttempt,
  ) => Pick<PageWish, 'title' | 'returnUrl' | 'cancelUrl'>;
}

/** What is asked of the gateway for an attempt: made of what was recorded, so that a repeat is the same. */
export const wishOf = (ports: CardPorts, partner: Partner, order: Order, attempt: CardAttempt): PageWish => ({
  key: attempt.key,
  order: order.number,
  amount: attempt.amount,
  startedAt: attempt.startedAt,
  language: attempt.language,
  ...ports.pageOf(partner, order, attempt),
});
