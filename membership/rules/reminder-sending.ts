import { dayOf, type Day, type Instant } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import type { AadObjectId } from './ids.ts';
import type { OutboxMessage } from './message.ts';
import { personOf, type Partner } from './partner.ts';
import { sameReminderSubject, type Reminder } from './reminder.ts';
import { isStopped, putOffTo, readerOf } from './reminder-plan.ts';
import { isTrue, tellsOfFact } from './reminder-steps.ts';
import { mayBuy } from './roles.ts';
import { nextWorkingMoment } from './working-hours.ts';

/** Whether a reminder that waits is sent: now, later, or no more. `partner` is taken as of now. */
export const stillDue = (
  catalogue: Catalogue,
  partner: Partner,
  { to, reminder }: { readonly to: AadObjectId; readonly reminder: Reminder },
  now: Instant,
): 'send' | 'superseded' | { readonly later: Instant } => {
  const { choices, place } = readerOf(catalogue, partner, to);
  const { subject, step, on } = reminder;
  const waits = !tellsOfFact(step) && (putOffTo(choices, subject) ?? '') > on;
  const wanted = mayBuy(catalogue, personOf(partner, to)) && !isStopped(choices, subject) && !waits;
  if (!wanted || !isTrue(catalogue, partner, reminder, dayOf(now))) return 'superseded';
  const { at } = nextWorkingMoment(now, place);
  return at === now ? 'send' : { later: at };
};

/** Reminders that reached nobody: all who were to get one do not have the bot, or could not be sent to. */
export const unreached = ({ outbox }: Partner): readonly Reminder[] => {
  const sent = new Map<string, { readonly reminder: Reminder; readonly messages: OutboxMessage[] }>();
  for (const message of outbox) {
    if (message.about.kind !== 'reminder') continue;
    const { reminder } = message.about;
    const key = JSON.stringify(reminder);
    const known = sent.get(key);
    if (known) known.messages.push(message);
    else sent.set(key, { reminder, messages: [message] });
  }
  return [...sent.values()]
    .filter(({ messages }) => messages.every(({ status }) => status === 'givenUp'))
    .map(({ reminder }) => reminder);
};

/** Of each matter that is still to be settled on a day, the newest reminder where that one reached nobody. */
export const unheard = (catalogue: Catalogue, partner: Partner, day: Day): readonly Reminder[] => {
  const all = partner.outbox.flatMap(({ about }) => (about.kind === 'reminder' ? [about.reminder] : []));
  return unreached(partner).filter(
    (reminder) =>
      isTrue(catalogue, partner, reminder, day) &&
      !all.some(({ subject, on }) => sameReminderSubject(subject, reminder.subject) && on > reminder.on),
  );
};
