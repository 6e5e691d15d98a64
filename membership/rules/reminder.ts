import type { Level } from './catalogue.ts';
import type { Day } from './calendar.ts';
import type { AadObjectId, OrderNumber } from './ids.ts';

/** What a reminder is about. */
export type ReminderSubject =
  | { readonly kind: 'unpaid'; readonly order: OrderNumber }
  /** The membership that is paid until this anniversary. */
  | { readonly kind: 'membership'; readonly level: Level; readonly anniversary: Day };

/**
 * What a reminder says.
 * - `unpaid`, `expired`: of a transfer order
 * - `before`: the anniversary comes; `opens`, `closing`: it can be renewed; `lapsed`: it could have been
 */
export const reminderSteps = ['unpaid', 'expired', 'before', 'opens', 'closing', 'lapsed'] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** One reminder: nobody gets the same one twice. */
export interface Reminder {
  readonly subject: ReminderSubject;
  readonly step: ReminderStep;
  /** The day that the schedule, or the person, chose for it; it may go out on another. */
  readonly on: Day;
}

/** What one person has been reminded of, and how they want it. */
export interface PersonReminders {
  readonly person: AadObjectId;
  /** IANA, from what they last sent; the partner's country decides where there is none. */
  readonly timeZone?: string | undefined;
  readonly told: readonly Reminder[];
  readonly stopped: readonly ReminderSubject[];
  /** "Remind me later": until then nothing is said of the subject. */
  readonly later: readonly { readonly subject: ReminderSubject; readonly on: Day }[];
}

export const sameReminderSubject = (a: ReminderSubject, b: ReminderSubject): boolean =>
  a.kind === 'unpaid'
    ? b.kind === 'unpaid' && a.order === b.order
    : b.kind === 'membership' && a.level === b.level && a.anniversary === b.anniversary;
