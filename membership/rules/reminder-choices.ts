import { addDays, dayOf, type Day, type Instant } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import type { AadObjectId } from './ids.ts';
import { orderOf, type Partner } from './partner.ts';
import type { Refusal } from './refusals.ts';
import {
  sameReminderSubject,
  type PersonReminders,
  type Reminder,
  type ReminderSubject,
} from './reminder.ts';
import { isStopped, momentOfLater, planWanted, putOffTo, readerOf, type Reader } from './reminder-plan.ts';
import { isTrue, mattersOf, stepOn, type Matter } from './reminder-steps.ts';
import { localDay } from './working-hours.ts';

/** What a person is reminded of, and how they want it. */
export interface Upcoming {
  readonly subject: ReminderSubject;
  /** The reader's own day; undefined where nothing more is planned. */
  readonly next: Day | undefined;
  readonly stopped: boolean;
  /** The day that they have put it off to. */
  readonly later: Day | undefined;
  /** The last day on which something can be done about it. */
  readonly last: Day;
}

/** Whether there is something to be done about it, now or later. */
const isPending = (catalogue: Catalogue, partner: Partner, matter: Matter, now: Instant): boolean => {
  const { subject, last } = matter;
  const today = dayOf(now);
  return today <= last && isTrue(catalogue, partner, { subject, step: stepOn(matter, today) }, today);
};

/** What a person can be reminded of still, each with the next reminder; `partner` is taken as of now. */
export const upcoming = (
  catalogue: Catalogue,
  partner: Partner,
  person: AadObjectId,
  now: Instant,
): readonly Upcoming[] => {
  const reader = readerOf(catalogue, partner, person);
  return mattersOf(catalogue, partner)
    .filter((matter) => isPending(catalogue, partner, matter, now))
    .map((matter) => {
      const { subject, last } = matter;
      const later = putOffTo(reader.choices, subject);
      const stopped = isStopped(reader.choices, subject);
      const planned = [...planWanted({ catalogue, partner }, matter, reader)].find(({ at }) => at > now);
      return {
        subject,
        next: stopped ? undefined : planned?.day,
        stopped,
        later: later !== undefined && later > localDay(now, reader.place) ? later : undefined,
        last,
      };
    });
};

const nothingToRemind: Refusal = { kind: 'nothingToRemind' };

const matterOf = (catalogue: Catalogue, partner: Partner, subject: ReminderSubject): Matter | undefined =>
  mattersOf(catalogue, partner).find((matter) => sameReminderSubject(matter.subject, subject));

/** The moment itself, where a weekend moves it to a day that is over, comes too late to be of use. */
const dayRefusal = (matter: Matter, on: Day, { place }: Reader, now: Instant): Refusal | undefined => {
  const today = localDay(now, place);
  if (on <= today) return { kind: 'reminderDayPast' };
  const last = momentOfLater(matter, matter.last, place).day;
  if (on > matter.last) return { kind: 'reminderDayTooLate', last };
  const { day } = momentOfLater(matter, on, place);
  return day <= today ? { kind: 'reminderDayTooLate', last } : undefined;
};

/** What a person's choice is about. */
interface Chosen {
  readonly person: AadObjectId;
  readonly subject: ReminderSubject;
}

/** Nothing of it until that day. */
interface PutOff extends Chosen {
  readonly on: Day;
}

/** The reader's own day on which a reminder that is put off to a day really comes: at a weekend on another. */
export const dayOfLater = (catalogue: Catalogue, partner: Partner, { person, subject, on }: PutOff): Day => {
  const matter = matterOf(catalogue, partner, subject);
  return matter ? momentOfLater(matter, on, readerOf(catalogue, partner, person).place).day : on;
};

/** Why a person can't be reminded of it on that day. */
export const laterRefusal = (
  catalogue: Catalogue,
  partner: Partner,
  { person, subject, on }: PutOff,
  now: Instant,
): Refusal | undefined => {
  const matter = matterOf(catalogue, partner, subject);
  if (!matter || !isPending(catalogue, partner, matter, now)) return nothingToRemind;
  return dayRefusal(matter, on, readerOf(catalogue, partner, person), now);
};

/** Why there is nothing to stop or to take up again; one that is settled for now may come back. */
export const choiceRefusal = (
  catalogue: Catalogue,
  partner: Partner,
  subject: ReminderSubject,
  now: Instant,
): Refusal | undefined => {
  const matter = matterOf(catalogue, partner, subject);
  return matter && dayOf(now) <= matter.last ? undefined : nothingToRemind;
};

/** What fell due of a matter while a person had stopped it. */
export const missedOf = (
  catalogue: Catalogue,
  partner: Partner,
  { person, subject }: Chosen,
  now: Instant,
): readonly Reminder[] => {
  const reader = readerOf(catalogue, partner, person);
  const matter = isStopped(reader.choices, subject) ? matterOf(catalogue, partner, subject) : undefined;
  const planned = matter ? [...planWanted({ catalogue, partner }, matter, reader)] : [];
  const missed = planned.findLast(({ at }) => at <= now);
  return missed ? [missed.reminder] : [];
};

const without = <Choice>(
  choices: readonly Choice[],
  subject: ReminderSubject,
  of: (choice: Choice) => ReminderSubject,
): readonly Choice[] => choices.filter((choice) => !sameReminderSubject(of(choice), subject));

/** Nothing of it until that day; a person who had stopped it is reminded again. */
export const withLater = (choices: PersonReminders, subject: ReminderSubject, on: Day): PersonReminders => ({
  ...choices,
  stopped: without(choices.stopped, subject, (stopped) => stopped),
  later: [...without(choices.later, subject, (later) => later.subject), { subject, on }],
});

export const withStop = (choices: PersonReminders, subject: ReminderSubject): PersonReminders => ({
  ...choices,
  stopped: [...without(choices.stopped, subject, (stopped) => stopped), subject],
  later: without(choices.later, subject, (later) => later.subject),
});

/** What was due meanwhile counts as told: nobody is reminded at the moment at which they want to be again. */
export const withResume = (
  choices: PersonReminders,
  subject: ReminderSubject,
  missed: readonly Reminder[],
): PersonReminders => ({
  ...choices,
  stopped: without(choices.stopped, subject, (stopped) => stopped),
  told: [...choices.told, ...missed],
});

/** What was told, so that it is never told again; a day that it had been put off to is over. */
export const withTold = (choices: PersonReminders, told: readonly Reminder[]): PersonReminders => ({
  ...choices,
  told: [...choices.told, ...told],
  later: choices.later.filter(
    ({ subject, on }) => !told.some((one) => sameReminderSubject(one.subject, subject) && one.on >= on),
  ),
});

/** More than the year in which a refund, a chargeback or a clock set back can bring a matter to life again. */
const daysKept = 400;

/** Whether a matter is so long over that what was told of it, and chosen, need not be known any more. */
const isLongOver = (catalogue: Catalogue, partner: Partner, now: Instant) => {
  const current = mattersOf(catalogue, partner);
  const oldest = addDays(dayOf(now), -daysKept);
  return (subject: ReminderSubject): boolean => {
    const day = subject.kind === 'unpaid' ? orderOf(partner, subject.order)?.lastDay : subject.anniversary;
    return (
      (day === undefined || day < oldest) &&
      !current.some((matter) => sameReminderSubject(matter.subject, subject))
    );
  };
};

/** The partner with a person's choices; what is long over is forgotten. */
export const withChoices = (
  catalogue: Catalogue,
  partner: Partner,
  changed: readonly PersonReminders[],
  now: Instant,
): Partner => {
  const isOver = isLongOver(catalogue, partner, now);
  const others = partner.reminders.filter(({ person }) => !changed.some((one) => one.person === person));
  const cleared = [...others, ...changed].map((choices) => ({
    ...choices,
    told: choices.told.filter(({ subject }) => !isOver(subject)),
    stopped: choices.stopped.filter((subject) => !isOver(subject)),
    later: choices.later.filter(({ subject }) => !isOver(subject)),
  }));
  return { ...partner, reminders: cleared };
};
