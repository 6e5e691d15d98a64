import type { Change } from '../rules/change.ts';
import type { AadObjectId, OrderNumber } from '../rules/ids.ts';
import type { News } from '../rules/message.ts';
import { orderOf, type Partner } from '../rules/partner.ts';
import type { PaymentEffect } from '../rules/payment.ts';
import { orderNews, type Tell } from './perform.ts';

/** What a deed did to its own order, and who is told. */
export interface Effect {
  readonly to: readonly AadObjectId[];
  readonly order: OrderNumber;
  readonly news: News;
}

/** What is told of a deed's own order, and to the same people of the other orders whose state it has changed. */
export const tellOf = (
  before: Partner,
  after: Partner,
  { to, order: own, news }: Effect,
): readonly Tell[] => [
  orderNews(to, own, news),
  ...after.orders
    .filter((order) => order.number !== own && orderOf(before, order.number)?.state !== order.state)
    .map((order) => orderNews(to, order.number, order.state === 'active' ? 'active' : 'cancelled')),
];

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
  return [...new Set(orders)].map((order) => orderNews(to, order, news));
};
