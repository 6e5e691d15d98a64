import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../membership/rules/calendar.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** By the clock of a zone: its date, "Wed" and "09:00". */
export const clockIn = (
  at: Instant,
  timeZone: string,
): { readonly date: string; readonly weekday: string; readonly time: string } => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return {
    date: local.toPlainDate().toString(),
    weekday: weekdays[local.dayOfWeek - 1] ?? '',
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
};
