import type { Card } from '../../cards/elements.ts';
import { viewReminder } from '../../dialogs/reminders-view.ts';
import type { ChatRecord } from '../../membership/ports.ts';
import { isOpen, type Order } from '../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../membership/rules/partner.ts';
import type { Reminder } from '../../membership/rules/reminder.ts';
import { settlementOf, type Settlement } from '../../membership/rules/settlement.ts';
import { readerFor, type Reading } from './order-news.ts';
import { reminderShownBy, type ShownReminder } from './reminder-subjects.ts';

/** A reminder in the reader's own language; undefined once there is nothing to remind of. */
export const reminderCardFor = (
  reading: Reading,
  record: ChatRecord,
  partner: Partner,
  reminder: Reminder,
): Card | undefined =>
  settlementOf(partner, reminder.subject)
    ? undefined
    : viewReminder(readerFor(reading, record, partner), partner, reminder);

/** Whether a change of the order may have settled what a reminder is about. */
const concerns = (partner: Partner, { subject }: ShownReminder, order: Order): boolean => {
  if (subject.kind === 'unpaid' && subject.order === order.number) return true;
  const level = subject.kind === 'unpaid' ? orderOf(partner, subject.order)?.level : subject.level;
  return order.level === level || order.level === 'gold';
};

/** An order that is open may still be cancelled, and what it settled is then to be done again. */
const isFinal = (partner: Partner, { order }: Settlement): boolean => {
  const settling = order && orderOf(partner, order);
  return !settling || !isOpen(settling.state);
};

export interface ReminderCard {
  readonly activityId: string;
  readonly card: Card;
  /** Settled for good: the card never changes again. */
  readonly over: boolean;
}

/** The reminders in a chat that a change of the order concerns, as they are now. */
export const reminderCardsIn = (
  reading: Reading,
  record: ChatRecord,
  partner: Partner,
  order: Order,
): readonly ReminderCard[] =>
  record.cards.flatMap(({ shows, activityId }) => {
    const shown = reminderShownBy(shows);
    if (!shown || !concerns(partner, shown, order)) return [];
    const card = viewReminder(readerFor(reading, record, partner), partner, shown);
    const settlement = settlementOf(partner, shown.subject);
    return card ? [{ activityId, card, over: settlement !== undefined && isFinal(partner, settlement) }] : [];
  });
