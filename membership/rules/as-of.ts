import { dayOf, type Instant } from './calendar.ts';
import { addDays } from './calendar.ts';
import { editOrder, inTurn, moved, then, type Change } from './change.ts';
import { keepAsCredit } from './credit.ts';
import { isOpen, type Order } from './order.ts';
import type { Partner } from './partner.ts';

const isOver = (order: Order, now: Instant): boolean => isOpen(order.state) && dayOf(now) > order.lastDay;

const expire = (partner: Partner, order: Order): Change =>
  then(
    {
      partner: editOrder(partner, order.number, (current) => moved(current, 'expired')),
      events: [{ type: 'orderExpired', order: order.number }],
    },
    (expired) => keepAsCredit(expired, order, addDays(order.lastDay, 1)),
  );

/**
 * The partner as it is at a moment: orders not paid in time are expired and what was sent for them is credit,
 * whether or not a job has run. Every view and every deed begins here.
 */
export const asOf = (partner: Partner, now: Instant): Change =>
  inTurn(
    partner,
    partner.orders.filter((order) => isOver(order, now)),
    expire,
  );
