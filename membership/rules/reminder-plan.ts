import { addDays, dayOf, earliest, startOf, type Day, type Instant } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import type { AadObjectId } from './ids.ts';
import type { Partner } from './partner.ts';
import {
  sameReminderSubject,
  type PersonReminders,
  type Reminder,
  type ReminderSubject,
} from './reminder.ts';
import { admins } from './roles.ts';
import { isTrue, mattersOf, stepOn, tellsOfFact, type Matter, type StepOn } from './reminder-steps.ts';
import {
  isTimeZone,
  lastStartOfWork,
  nextWorkingMoment,
  startOfWork,
  type LocalMoment,
  type Workplace,
} from './working-hours.ts';

/** A reminder at the moment that the schedule has for it, in its reader's working hours. */
export interface Planned extends LocalMoment {
  readonly reminder: Reminder;
  /** What it says helps nobody from then on. */
  readonly until: Instant;
}

/** A partner's person, and what they were told and have chosen. */
export interface Reader {
  readonly choices: PersonReminders;
  readonly place: Workplace;
}

/** By what it is judged. */
export interface Scene {
  readonly catalogue: Catalogue;
  readonly partner: Partner;
}

/** What a person was told and has chosen; nothing, where nothing is known. */
export const choicesOf = (partner: Partner, person: AadObjectId): PersonReminders =>
  partner.reminders.find((known) => known.person === person) ?? {
    person,
    told: [],
    stopped: [],
    later: [],
  };

/** A country that the catalogue has no more, or a zone that is none, must not keep the store from opening. */
const zoneFor = ({ countries }: Catalogue, { country }: Partner, own: string | undefined): string =>
  own !== undefined && isTimeZone(own) ? own : (countries[country]?.timeZone ?? 'UTC');

export const readerOf = (catalogue: Catalogue, partner: Partner, person: AadObjectId): Reader => {
  const choices = choicesOf(partner, person);
  const timeZone = zoneFor(catalogue, partner, choices.timeZone);
  return { choices, place: { timeZone, hours: catalogue.reminders.workingHours } };
};

/** Of a matter, the newest day of the schedule, or of the person's own, that they were reminded for. */
const toldUpTo = ({ told }: PersonReminders, subject: ReminderSubject): string =>
  told
    .filter((reminder) => sameReminderSubject(reminder.subject, subject))
    .reduce((last, { on }) => (on > last ? on : last), '');

/** The day that the person has put a matter off to. */
export const putOffTo = ({ later }: PersonReminders, subject: ReminderSubject): Day | undefined =>
  later.find((choice) => sameReminderSubject(choice.subject, subject))?.on;

export const isStopped = ({ stopped }: PersonReminders, subject: ReminderSubject): boolean =>
  stopped.some((other) => sameReminderSubject(other, subject));

/** At a weekend: the Monday after, unless that is too late; then the working day before. */
const slotOn = (day: Day, until: Instant, place: Workplace): LocalMoment => {
  const start = startOfWork(day, place);
  return start.at < until ? start : lastStartOfWork(day, place, until);
};

const momentOf = ({ step, on, from, until }: StepOn, place: Workplace): LocalMoment => {
  if (from !== undefined && tellsOfFact(step)) return nextWorkingMoment(from, place);
  const slot = slotOn(on, until, place);
  return from !== undefined && slot.at < from ? nextWorkingMoment(from, place) : slot;
};

function* scheduled(matter: Matter, { choices, place }: Reader): Generator<Planned> {
  const { subject } = matter;
  const later = putOffTo(choices, subject) ?? '';
  const told = toldUpTo(choices, subject);
  for (const step of matter.steps) {
    const { on, until } = step;
    if (on <= told || (on <= later && !tellsOfFact(step.step))) continue;
    yield { reminder: { subject, step: step.step, on }, until, ...momentOf(step, place) };
  }
}

/** The moment of the day that a matter is, or would be, put off to. */
export const momentOfLater = (matter: Matter, on: Day, place: Workplace): LocalMoment =>
  slotOn(on, startOf(addDays(matter.last, 1)), place);

function* putOff(matter: Matter, { choices, place }: Reader): Generator<Planned> {
  const { subject, last } = matter;
  const on = putOffTo(choices, subject);
  if (on === undefined || on <= toldUpTo(choices, subject)) return;
  const moment = momentOfLater(matter, on, place);
  const reminder = { subject, step: stepOn(matter, dayOf(moment.at)), on };
  yield { reminder, until: startOf(addDays(last, 1)), ...moment };
}

function* choicesFirst(matter: Matter, reader: Reader): Generator<Planned> {
  yield* putOff(matter, reader);
  yield* scheduled(matter, reader);
}

/**
 * What a person would hear of a matter if nothing happened, whether they want to or not, in order; of what falls on
 * one day, the later one only. Nothing is reckoned before it is asked for: moments in a time zone are dear.
 */
export function* planWanted(
  { catalogue, partner }: Scene,
  matter: Matter,
  reader: Reader,
): Generator<Planned> {
  let before: Planned | undefined;
  for (const next of choicesFirst(matter, reader)) {
    const { reminder, at, until } = next;
    if (at >= until || !isTrue(catalogue, partner, reminder, dayOf(at))) continue;
    if (before && before.day < next.day) yield before;
    before = next;
  }
  if (before) yield before;
}

const planOf = (scene: Scene, matter: Matter, reader: Reader): Iterable<Planned> =>
  isStopped(reader.choices, matter.subject) ? [] : planWanted(scene, matter, reader);

/** A reminder that is due, and when it may go out: now, or in the next working hour. */
export interface DueReminder {
  readonly reminder: Reminder;
  /** Undefined where what was missed helps nobody any more: it counts as told. */
  readonly goes: Instant | undefined;
}

export interface ReminderPlan {
  /** At most one of each subject: what was missed has collapsed into the latest. */
  readonly due: readonly DueReminder[];
  /** When something will be due next, if nothing else happens. */
  readonly next: Instant | undefined;
}

/** What is due now for a person of a partner as of now, and when something is due next. */
export const reminderPlan = (
  catalogue: Catalogue,
  partner: Partner,
  person: AadObjectId,
  now: Instant,
): ReminderPlan => {
  const reader = readerOf(catalogue, partner, person);
  const plans = mattersOf(catalogue, partner).map((matter) => [
    ...planOf({ catalogue, partner }, matter, reader),
  ]);
  const goes = ({ reminder, until }: Planned): Instant | undefined => {
    const { at } = nextWorkingMoment(now, reader.place);
    return at < until && isTrue(catalogue, partner, reminder, dayOf(at)) ? at : undefined;
  };
  return {
    due: plans.flatMap((planned) => {
      const due = planned.findLast(({ at }) => at <= now);
      return due ? [{ reminder: due.reminder, goes: goes(due) }] : [];
    }),
    next: earliest(plans.map((planned) => planned.find(({ at }) => at > now)?.at)),
  };
};

/** What makes people's plans differ: whoever was told and has chosen nothing is reminded as the others are. */
const alike = ({ choices: { told, stopped, later, person }, place }: Reader): string =>
  told.length + stopped.length + later.length === 0 ? place.timeZone : `${place.timeZone} ${person}`;

const first = <Item>(items: Iterable<Item>): Item | undefined => {
  for (const item of items) return item;
  return undefined;
};

/** When somebody of a partner is reminded first; a moment that has passed is one that was missed. */
export const firstReminder = (catalogue: Catalogue, partner: Partner): Instant | undefined => {
  const matters = mattersOf(catalogue, partner);
  if (matters.length === 0) return undefined;
  const readers = admins(catalogue, partner).map((person) => readerOf(catalogue, partner, person));
  const different = new Map(readers.map((reader) => [alike(reader), reader]));
  const moments = [...different.values()].flatMap((reader) =>
    matters.map((matter) => first(planOf({ catalogue, partner }, matter, reader))?.at),
  );
  return earliest(moments);
};
