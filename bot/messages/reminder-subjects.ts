import { isDay } from '../../membership/rules/calendar.ts';
import { levels } from '../../membership/rules/catalogue.ts';
import { subjectOf, type CardSubject } from '../../membership/rules/message.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import { reminderSteps, type Reminder } from '../../membership/rules/reminder.ts';

/** What a reminder's card shows. */
export type ShownReminder = Pick<Reminder, 'subject' | 'step'>;

/**
 * A reminder's card beside the order's own: each stays known, so that each can be changed. Its day tells apart those
 * that say the same.
 */
export const reminderCardSubject = (reminder: Reminder): CardSubject =>
  `reminder:${reminder.step}:${subjectOf({ kind: 'reminder', reminder })}:${reminder.on}`;

/** The inverse, as far as it shows; undefined for a card that is no reminder's. */
export const reminderShownBy = (shows: CardSubject): ShownReminder | undefined => {
  const [kind, said, about, first = '', day = ''] = shows.split(':');
  const step = reminderSteps.find((each) => each === said);
  if (kind !== 'reminder' || !step) return undefined;
  if (about === 'order') {
    return isOrderNumber(first) ? { step, subject: { kind: 'unpaid', order: first } } : undefined;
  }
  const level = levels.find((each) => each === first);
  return level && isDay(day) ? { step, subject: { kind: 'membership', level, anniversary: day } } : undefined;
};
