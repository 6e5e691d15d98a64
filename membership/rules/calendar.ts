import type { Branded } from './ids.ts';

/** A moment in UTC as `Date.prototype.toISOString` writes it; such texts sort as the moments do. */
export type Instant = Branded<string, 'Instant'>;
/** A calendar day in UTC, `YYYY-MM-DD`; such texts sort as the days do. */
export type Day = Branded<string, 'Day'>;

const msPerDay = 86_400_000;
const fields = (day: Day): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};
/** A date without a time is read as one of UTC. */
const epochDay = (day: Day): number => Date.parse(day) / msPerDay;

export const instant = (date: Date): Instant => date.toISOString() as Instant;
export const dayOf = (moment: Instant): Day => moment.slice(0, 10) as Day;
export const addDays = (day: Day, days: number): Day =>
  new Date((epochDay(day) + days) * msPerDay).toISOString().slice(0, 10) as Day;
/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => epochDay(to) - epochDay(from);

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** The same calendar day a year on; 29 February becomes 28 February. */
export const oneYearAfter = (day: Day): Day => {
  const [year, month, date] = fields(day);
  const last = month === 2 && date === 29 ? 28 : date;
  return [String(year + 1).padStart(4, '0'), ...[month, last].map((n) => String(n).padStart(2, '0'))].join(
    '-',
  ) as Day;
};

/** A day that exists, as the calendar counts it: 2026-02-30 does not. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

export const isInstant = (text: string): text is Instant => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/** 00:00 UTC of the day. */
export const startOf = (day: Day): Instant => `${day}T00:00:00.000Z` as Instant;
/** Undefined where there is none. */
export const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.reduce(
    (first, at) => (first === undefined || (at !== undefined && at < first) ? at : first),
    undefined,
  );
/** Milliseconds from one moment to a later one. */
export const elapsed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
export const later = (moment: Instant, ms: number): Instant => instant(new Date(Date.parse(moment) + ms));
