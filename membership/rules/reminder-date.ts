import type { Day } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import { windowOf } from './membership.ts';
import { isOpen } from './order.ts';
import { orderOf, type Partner } from './partner.ts';
import type { ReminderSubject } from './reminder.ts';
import { settlementOf } from './settlement.ts';

/** The date that matters: the last day to pay, the day the window opens, or the last day to renew. */
export interface ReminderDate {
  readonly kind: 'payBy' | 'opens' | 'renewBy';
  readonly day: Day;
}

/** @returns undefined where the matter is settled, or the date is over */
export const reminderDate = (
  catalogue: Catalogue,
  partner: Partner,
  subject: ReminderSubject,
  today: Day,
): ReminderDate | undefined => {
  if (settlementOf(partner, subject)) return undefined;
  if (subject.kind === 'unpaid') {
    const order = orderOf(partner, subject.order);
    return order && isOpen(order.state) ? { kind: 'payBy', day: order.lastDay } : undefined;
  }
  const { opens, closes } = windowOf(catalogue, subject.anniversary);
  if (today < opens) return { kind: 'opens', day: opens };
  return today <= closes ? { kind: 'renewBy', day: closes } : undefined;
};
