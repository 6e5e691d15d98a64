import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import { addDays, instant, isWeekend, type Day, type Instant } from './calendar.ts';
import type { WorkingHours } from './catalogue.ts';

/** Where somebody works, and when. */
export interface Workplace {
  /** IANA; see {@link isTimeZone}. */
  readonly timeZone: string;
  readonly hours: WorkingHours;
}

/** A moment, and the day that the calendar there shows. */
export interface LocalMoment {
  readonly at: Instant;
  readonly day: Day;
}

/** Whether it names a time zone by place, as `Europe/Dublin` does; an offset such as `+01:00` knows no summer. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId !== '';
  } catch {
    return false;
  }
};

const instantOf = ({ epochMilliseconds }: Temporal.ZonedDateTime): Instant =>
  instant(new Date(epochMilliseconds));

const localAt = (at: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);

const dayThere = (local: Temporal.ZonedDateTime): Day => local.toPlainDate().toString() as Day;

/** The same few days and zones are asked for by every partner at each start: zones are slow to reckon with. */
const starts = new LRUCache<string, LocalMoment>({ max: 20_000 });

/** When work begins on a day. */
const startOn = (day: Day, { timeZone, hours }: Workplace): LocalMoment => {
  const key = `${timeZone} ${day} ${hours.from}`;
  const known = starts.get(key);
  if (known) return known;
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour: hours.from } });
  const moment = { at: instantOf(start), day };
  starts.set(key, moment);
  return moment;
};

/** The day itself, or the first working day after it, or before. */
const workday = (day: Day, step: 1 | -1): Day => (isWeekend(day) ? workday(addDays(day, step), step) : day);

/** The day that the calendar shows there. */
export const localDay = (at: Instant, { timeZone }: Workplace): Day => dayThere(localAt(at, timeZone));

/** The moment itself where it is in working hours, Monday to Friday; else when they next begin. */
export const nextWorkingMoment = (at: Instant, place: Workplace): LocalMoment => {
  const local = localAt(at, place.timeZone);
  const day = dayThere(local);
  const { from, to } = place.hours;
  if (isWeekend(day) || local.hour >= to) return startOn(workday(addDays(day, 1), 1), place);
  return local.hour < from ? startOn(day, place) : { at: instantOf(local), day };
};

/** The first working hour of a local day; of one at a weekend, of the Monday after. */
export const startOfWork = (day: Day, place: Workplace): LocalMoment => startOn(workday(day, 1), place);

/** The first working hour of the last day, not after this one, that has it before a moment. */
export const lastStartOfWork = (day: Day, place: Workplace, before: Instant): LocalMoment => {
  const start = startOn(workday(day, -1), place);
  return start.at < before ? start : lastStartOfWork(addDays(start.day, -1), place, before);
};
