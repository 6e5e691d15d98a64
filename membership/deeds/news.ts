import type { Change } from '../rules/change.ts';
import type { AadObjectId } from '../rules/ids.ts';
import { orderOf, type News, type Partner } from '../rules/partner.ts';
import type { PaymentEffect } from '../rules/payment.ts';
import type { Tell } from './perform.ts';

/** What is told of the other orders whose state a deed has changed, to those who are told of its own. */
export const besides = (before: Partner, after: Partner, told: Pick<Tell, 'to' | 'order'>): readonly Tell[] =>
  after.orders
    .filter((order) => order.number !== told.order && orderOf(before, order.number)?.state !== order.state)
    .map((order) => ({
      to: told.to,
      order: order.number,
      news: order.state === 'active' ? 'active' : 'cancelled',
    }));

/** What people are told of money that came in. */
export const newsOf = (effect: PaymentEffect): News => {
  switch (effect) {
    case 'activated':
      return 'active';
    case 'short':
    case 'held':
    case 'credited':
      return effect;
  }
};

/** What people are told of a charge that went back: of every order that it ended, or that it had been kept from. */
export const newsOfGone = (
  { events }: Change,
  to: readonly AadObjectId[],
  news: 'refunded' | 'reversed',
): readonly Tell[] => {
  const orders = events.flatMap((event) =>
    event.type === 'orderRefunded' || event.type === 'orderReversed' || event.type === 'moneyTakenBack'
      ? [event.order]
      : [],
  );
  return [...new Set(orders)].map((order) => ({ to, order, news }));
};
