import { asOf } from '../../../membership/rules/as-of.ts';
import { creditIn } from '../../../membership/rules/credit.ts';
import { received, type Order, type Payment } from '../../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import { receiveTransfer, type Received } from '../../../membership/rules/payment.ts';
import { placeOrder } from '../../../membership/rules/placing.ts';
import { catalogue, EUR } from '../../support/catalogue.ts';
import { at, order, orderNumber } from '../../support/partner.ts';

export const first = order();
export const second = order({ number: orderNumber(2), placedAt: at('2026-04-10') });

/** The bank credits an order on a day; the partner is taken as of then. */
export const pay = (owner: Partner, to: Order, paid: Payment, today: string): Received =>
  receiveTransfer(asOf(owner, at(today)).partner, to.number, paid, { catalogue, now: at(today) });
export const place = (owner: Partner, placed: Order): Partner =>
  placeOrder(asOf(owner, placed.placedAt).partner, placed, { catalogue, now: placed.placedAt }).partner;
export const credit = (owner: Partner): number => creditIn(owner, EUR).minor;
/** State, what the order received, what the partner has to its credit. */
export const shown = (owner: Partner, one: Order) => {
  const kept = orderOf(owner, one.number)!;
  return [kept.state, received(kept).minor, credit(owner)];
};
