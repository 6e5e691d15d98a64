import { addDays, type Day, type Instant } from './calendar.ts';
import type { WorkingHours } from './catalogue.ts';
import { nextWorkingMoment, startOfWork, type LocalMoment } from './working-hours.ts';

/** The digest comes at nine, and later on the day where it could not; not in the evening. */
const hours: WorkingHours = { from: 9, to: 17 };

/** A clock that is set back by more than this was wrong before: nothing is waited for. */
const mostDaysBack = 7;

/** An operator, as far as their digest goes. */
export interface DigestReader {
  /** IANA. */
  readonly timeZone: string;
  /** The day of the last digest, where they are. */
  readonly digestOn?: Day | undefined;
}

/** When the next digest is due, Monday to Friday, and its day there; `now` where it is late. At most one a day. */
export const nextDigest = ({ timeZone, digestOn }: DigestReader, now: Instant): LocalMoment => {
  const place = { timeZone, hours };
  const next = nextWorkingMoment(now, place);
  const had = digestOn !== undefined && digestOn >= next.day && digestOn <= addDays(next.day, mostDaysBack);
  return had ? startOfWork(addDays(digestOn, 1), place) : next;
};

/** For somebody who has just come: the day to count from, so that the first digest comes at the next nine o'clock. */
export const digestFrom = (timeZone: string, now: Instant): Day => {
  const { at, day } = nextDigest({ timeZone }, now);
  return at > now ? addDays(day, -1) : day;
};
