import type { PartnerEvent } from './history.ts';
import type { OrderNumber } from './ids.ts';
import { mayBecome, type Order, type OrderState } from './order.ts';
import { orderOf, type Partner } from './partner.ts';

/** A partner as it would become, and what happened on the way. */
export interface Change {
  readonly partner: Partner;
  readonly events: readonly PartnerEvent[];
}

export const unchanged = (partner: Partner): Change => ({ partner, events: [] });

/** Goes on from a change, keeping its events. */
export const then = (change: Change, next: (partner: Partner) => Change): Change => {
  const { partner, events } = next(change.partner);
  return { partner, events: [...change.events, ...events] };
};

/** One step after the other. */
export const inTurn = <Item>(
  partner: Partner,
  items: readonly Item[],
  step: (partner: Partner, item: Item) => Change,
): Change =>
  items.reduce<Change>((change, item) => then(change, (now) => step(now, item)), unchanged(partner));

/** The order with this number; a caller that made it up is a fault. */
export const mustHave = (partner: Partner, number: OrderNumber): Order => {
  const order = orderOf(partner, number);
  if (!order) throw new RangeError(`the partner has no such order`);
  return order;
};

export const editOrder = (partner: Partner, number: OrderNumber, edit: (order: Order) => Order): Partner => ({
  ...partner,
  orders: partner.orders.map((order) => (order.number === number ? edit(order) : order)),
});

/** Moves an order along the table of states; a move that the table lacks is a fault. */
export const moved = (order: Order, to: OrderState): Order => {
  if (!mayBecome(order.state, to)) throw new RangeError(`an order ${order.state} can't become ${to}`);
  return { ...order, state: to };
};
