import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant, type Instant } from '../membership/rules/calendar.ts';
import type { MovableClock } from './clock.ts';
import type { LocalBot } from './local-bot.ts';

const first = '2000-01-01T00:00:00Z';
const last = '2200-01-01T00:00:00Z';

/** Where the clock is asked to go. */
export const clockMove = z.union(
  [z.strictObject({ advance: z.string().max(40) }), z.strictObject({ now: z.string().max(40) })],
  { error: 'Say {"advance":"P30D"} or {"now":"2026-12-24T09:00:00Z"}.' },
);

const targetOf = (from: Instant, move: z.infer<typeof clockMove>): Temporal.Instant | undefined => {
  try {
    if ('now' in move) return Temporal.Instant.from(move.now);
    // Months and years are the calendar's in UTC, as days are everywhere else.
    const here = Temporal.Instant.from(from).toZonedDateTimeISO('UTC');
    return here.add(Temporal.Duration.from(move.advance)).toInstant();
  } catch {
    return undefined;
  }
};

/** @returns the moment that is meant, or a sentence that says what is wrong with it */
export const readMove = (
  from: Instant,
  move: z.infer<typeof clockMove>,
): { readonly to: Instant } | { readonly wrong: string } => {
  const target = targetOf(from, move);
  if (!target) {
    return 'now' in move
      ? { wrong: `"${move.now}" is no moment in time such as 2026-12-24T09:00:00Z.` }
      : { wrong: `"${move.advance}" is no ISO 8601 duration such as P30D or PT12H.` };
  }
  if (
    Temporal.Instant.compare(target, Temporal.Instant.from(first)) < 0 ||
    Temporal.Instant.compare(target, Temporal.Instant.from(last)) > 0
  ) {
    return { wrong: `The clock goes from ${first.slice(0, 4)} to ${last.slice(0, 4)}.` };
  }
  return { to: instant(new Date(target.epochMilliseconds)) };
};

/** Goes forward stopping at each due moment to do its work; back at once. @returns the moment it has come to */
export const moveClock = async (
  clock: MovableClock,
  bot: Pick<LocalBot, 'runDue' | 'settled'>,
  to: Instant,
): Promise<Instant> => {
  try {
    if (to > clock.now()) await bot.runDue(to, (moment) => clock.hold(moment));
  } finally {
    // Also when the work fails: a clock that stands still would be worse.
    await clock.set(to);
  }
  await bot.settled();
  return to;
};
