import { addDays, earliest, startOf, type Instant } from './calendar.ts';
import { currentAttempt } from './card.ts';
import type { Catalogue } from './catalogue.ts';
import { isOpen } from './order.ts';
import type { Partner } from './partner.ts';
import { firstReminder } from './reminder-plan.ts';

/** The next moment at which a partner needs attention: an order expires, a card attempt is to be asked about,
 * somebody is to be reminded, or a message waits to be sent. */
export const nextDue = (catalogue: Catalogue, partner: Partner): Instant | undefined =>
  earliest([
    ...partner.orders
      .filter((order) => isOpen(order.state))
      .map((order) => startOf(addDays(order.lastDay, 1))),
    ...partner.orders.flatMap((order) => currentAttempt(order)?.lookAt ?? []),
    ...partner.outbox.filter((message) => message.status === 'pending').map((message) => message.at),
    firstReminder(catalogue, partner),
  ]);
