import { elapsed, type Instant } from '../rules/calendar.ts';
import type { HistoryEntry, PartnerEvent } from '../rules/history.ts';
import type { MessageId } from '../rules/ids.ts';
import { sameSubject, type OutboxMessage } from '../rules/message.ts';
import type { Tell } from './perform.ts';

/** When a commit is made, and where the ids of its messages come from. */
export interface Stamp {
  readonly now: Instant;
  readonly messageId: () => MessageId;
}

const daysKept = 7;
/** Commands that had their effect and messages that are settled are known for 7 days. */
export const isKept = (at: Instant, now: Instant): boolean => elapsed(at, now) < daysKept * 86_400_000;

export const written = (
  events: readonly PartnerEvent[],
  entry: Omit<HistoryEntry, 'event'>,
): readonly HistoryEntry[] => events.map((event) => ({ ...entry, event }));

/** What nobody did: time brought it. */
export const byTheClock = (events: readonly PartnerEvent[], at: Instant): readonly HistoryEntry[] =>
  written(events, { at, by: { kind: 'clock' }, through: 'timer' });

const addressed = (tell: readonly Tell[], { now, messageId }: Stamp): readonly OutboxMessage[] =>
  tell.flatMap(({ to, about, at = now }) =>
    to.map((person) => ({
      id: messageId(),
      to: person,
      about,
      at,
      status: 'pending' as const,
      attempts: 0,
    })),
  );

/** One newer message of a subject is enough; what still waited about it is superseded. */
const superseding = (
  outbox: readonly OutboxMessage[],
  fresh: readonly OutboxMessage[],
): readonly OutboxMessage[] =>
  outbox.map((message) =>
    message.status === 'pending' &&
    fresh.some((next) => next.to === message.to && sameSubject(next.about, message.about))
      ? { ...message, status: 'superseded' as const }
      : message,
  );

/** The outbox with new messages, and without those that were settled long ago. */
export const withMessages = (
  outbox: readonly OutboxMessage[],
  tell: readonly Tell[],
  stamp: Stamp,
): readonly OutboxMessage[] => {
  const fresh = addressed(tell, stamp);
  const kept = superseding(outbox, fresh).filter(
    (message) => message.status === 'pending' || isKept(message.at, stamp.now),
  );
  return [...kept, ...fresh];
};
