import { digestCard, type Digest } from '../../cards/desk/digest.ts';
import type { ChatRecord, ChatRecords, Clock } from '../../membership/ports.ts';
import { earliest, later, type Instant } from '../../membership/rules/calendar.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import { digestFrom, nextDigest, type DigestReader } from '../../membership/rules/digest.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import { isTimeZone } from '../../membership/rules/working-hours.ts';
import { SendFault } from '../connector/send-fault.ts';
import type { Reach } from '../messages/reach.ts';
import { sendCard } from '../messages/send.ts';
import { QueueRefusal } from '../queue/conversation-queue.ts';
import type { Beside } from '../schedule.ts';
import { languageFor, referenceIn } from '../turns/chat.ts';

export interface DigestParts {
  readonly operators: readonly PersonId[];
  readonly catalogue: Catalogue;
  readonly chats: ChatRecords;
  readonly reach: Reach;
  /** What waits now. */
  readonly gather: () => Promise<Omit<Digest, 'day'>>;
  /** A fault that is none of the connector's. */
  readonly fault: (error: unknown) => void;
}

/** A digest that could not be sent is tried again after this. */
const pauseMs = 15 * 60_000;

/** Whose zone no message has told is where the payee is. */
const readerOf = (
  { payee, countries }: Catalogue,
  { timeZone, digestOn }: Pick<ChatRecord, 'timeZone' | 'digestOn'>,
): DigestReader => {
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? timeZone : countries[payee.country]?.timeZone;
  return { timeZone: zone ?? 'UTC', digestOn };
};

/** The record of an operator who has just come: the first digest comes at the next nine o'clock. */
export const expectingDigest = (
  { catalogue, clock }: { readonly catalogue: Catalogue; readonly clock: Clock },
  record: ChatRecord,
): ChatRecord =>
  record.digestOn === undefined
    ? { ...record, digestOn: digestFrom(readerOf(catalogue, record).timeZone, clock.now()) }
    : record;

/** Rejects with the `SendFault` that the card met. */
const sendTo = async (
  { catalogue, chats, reach }: DigestParts,
  person: PersonId,
  { now, digest }: { readonly now: Instant; readonly digest: Omit<Digest, 'day'> },
): Promise<void> => {
  await reach(person, async (context, record) => {
    const { at, day } = nextDigest(readerOf(catalogue, record), now);
    if (at > now) return record;
    const noted = { ...record, digestOn: day };
    // Noted first: at most one a day, whatever becomes of the process meanwhile.
    await chats.write(noted);
    try {
      await sendCard(context, digestCard(languageFor(record), { ...digest, day }));
    } catch (error) {
      await chats.write(record);
      throw error;
    }
    return noted;
  });
};

/** The daily digest of each operator who has the bot, at nine where they are. */
export const dailyDigest = (parts: DigestParts): Beside => {
  const { operators, catalogue, chats, fault } = parts;
  const failedAt = new Map<PersonId, Instant>();

  /** Undefined where they do not have the bot. */
  const momentFor = async (person: PersonId, now: Instant): Promise<Instant | undefined> => {
    const record = await chats.read(person);
    if (!record || !referenceIn(record)) return undefined;
    const { at } = nextDigest(readerOf(catalogue, record), now);
    const failed = failedAt.get(person);
    // A clock that was set back must not keep them waiting.
    const again = failed === undefined || failed > now ? at : later(failed, pauseMs);
    return again > at ? again : at;
  };

  const sendOne = async (person: PersonId, what: Parameters<typeof sendTo>[2]): Promise<void> => {
    try {
      await sendTo(parts, person, what);
      failedAt.delete(person);
    } catch (error) {
      // Not begun, and no attempt.
      if (error instanceof QueueRefusal) return;
      if (!(error instanceof SendFault)) fault(error);
      failedAt.set(person, what.now);
    }
  };

  const moments = (now: Instant) =>
    Promise.all(operators.map(async (person) => ({ person, at: await momentFor(person, now) })));

  return {
    name: 'digest',
    next: async (now) => earliest((await moments(now)).map(({ at }) => at)),
    run: async (now) => {
      const due = (await moments(now)).filter(({ at }) => at !== undefined && at <= now);
      if (due.length === 0) return;
      const digest = await parts.gather();
      await Promise.all(due.map(({ person }) => sendOne(person, { now, digest })));
    },
  };
};
