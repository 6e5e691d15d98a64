import { ICalAlarmType, ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { addDays, startOf, type Day, type Instant } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';

/** A date for somebody's calendar. */
export interface CalendarEntry {
  /** The same for the same date, so that it is changed there rather than doubled. */
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** When this was made. */
  readonly at: Instant;
}

/** An all-day event begins at midnight: the alarm comes at nine in the morning of the day before. */
const alarmBefore = 15 * 3600;

/** The entry as an iCalendar file (RFC 5545): all day, free, with an alarm the day before. */
export const calendarFile = (entry: CalendarEntry): string => {
  const { uid, day, title, description, language, at } = entry;
  const calendar = new ICalCalendar({
    prodId: { company: 'Membership Bot', product: 'Reminders', language: language.toUpperCase() },
  });
  const event = calendar.createEvent({
    id: uid,
    start: new Date(startOf(day)),
    end: new Date(startOf(addDays(day, 1))),
    allDay: true,
    summary: title,
    description: { plain: description },
    transparency: ICalEventTransparency.TRANSPARENT,
    stamp: new Date(at),
  });
  event.createAlarm({ type: ICalAlarmType.display, trigger: alarmBefore, description: title });
  return `${calendar.toString()}\r\n`;
};
