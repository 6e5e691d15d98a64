import { markMessages } from '../../membership/deeds/mark-message.ts';
import { later } from '../../membership/rules/calendar.ts';
import type { AadObjectId, MpnId, PersonId } from '../../membership/rules/ids.ts';
import type { OutboxMessage } from '../../membership/rules/message.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { stillDue } from '../../membership/rules/reminder-sending.ts';
import { SendFault } from '../connector/send-fault.ts';
import { QueueRefusal } from '../queue/conversation-queue.ts';
import { messageCard } from './message-card.ts';
import { readNow, tellNews, type Reading } from './order-news.ts';
import type { Reach } from './reach.ts';

export interface DeliveryParts {
  readonly reading: Reading;
  readonly reach: Reach;
  /** A fault that is none of the connector's. */
  readonly fault: (error: unknown) => void;
}

/** A message is tried so often, each time after twice the pause: soon at first, and about four hours in all. */
const mostAttempts = 13;
const firstPauseMs = 3_500;
/** A connector that asks for more than this may be asked again all the same. */
const longestWishMs = 3_600_000;

/** Spread, so that those who were turned away together do not come back together; never before the connector wishes. */
const pauseAfter = (error: unknown, attempts: number, random: number): number => {
  const wished = error instanceof SendFault ? (error.retryAfterMs ?? 0) : 0;
  const own = firstPauseMs * 2 ** attempts * (0.75 + random / 2);
  return Math.max(own, Math.min(wished, longestWishMs));
};

const stillWaits = (partner: Partner | undefined, { id }: OutboxMessage): Partner | undefined =>
  partner?.outbox.some((kept) => kept.id === id && kept.status === 'pending') ? partner : undefined;

const mark = (
  { partners }: Reading,
  id: MpnId,
  message: OutboxMessage,
  change: Partial<OutboxMessage>,
): Promise<void> => markMessages(partners, id, [message.id], (kept) => ({ ...kept, ...change }));

const putOff = (
  { reading }: DeliveryParts,
  id: MpnId,
  message: OutboxMessage,
  error: unknown,
): Promise<void> => {
  const attempts = message.attempts + 1;
  if (attempts >= mostAttempts) return mark(reading, id, message, { status: 'givenUp', attempts });
  const pause = pauseAfter(error, message.attempts, reading.chance.random());
  return mark(reading, id, message, { attempts, at: later(reading.clock.now(), pause) });
};

/** A reminder may be settled or stopped by now, or its reader's working day may be over. */
const verdictOn = (
  { catalogue, clock }: Reading,
  partner: Partner,
  { to, about }: OutboxMessage,
): ReturnType<typeof stillDue> =>
  about.kind === 'reminder'
    ? stillDue(catalogue, partner, { to, reminder: about.reminder }, clock.now())
    : 'send';

const send = (
  { reading, reach }: DeliveryParts,
  partner: Partner,
  person: PersonId,
  message: OutboxMessage,
): Promise<'done' | 'unreachable'> =>
  reach(person, async (context, record) => {
    // A turn may have told it meanwhile.
    const now = stillWaits(await readNow(reading, partner.mpnId), message);
    if (!now) return record;
    const verdict = verdictOn(reading, now, message);
    if (typeof verdict === 'object') {
      await mark(reading, partner.mpnId, message, { at: verdict.later });
      return record;
    }
    const card = verdict === 'send' && messageCard(reading, record, now, message.about);
    if (!card) {
      await mark(reading, partner.mpnId, message, { status: 'superseded' });
      return record;
    }
    const after = await tellNews(context, record, card, message.about);
    await mark(reading, partner.mpnId, message, { status: 'sent' });
    return after;
  });

const deliverOne = async (parts: DeliveryParts, partner: Partner, message: OutboxMessage): Promise<void> => {
  const { reading } = parts;
  const person = { tenantId: partner.tenantId, aadObjectId: message.to };
  try {
    const reached = await send(parts, partner, person, message);
    if (reached === 'unreachable') await mark(reading, partner.mpnId, message, { status: 'givenUp' });
  } catch (error) {
    // Not begun, and no attempt: it still waits.
    if (error instanceof QueueRefusal) return;
    if (!(error instanceof SendFault)) parts.fault(error);
    await putOff(parts, partner.mpnId, message, error);
  }
};

/**
 * Sends what waits at a partner; resolves when each message was sent, refused or put off.
 * @returns who was addressed
 */
export const deliver = async (parts: DeliveryParts, partner: Partner): Promise<readonly AadObjectId[]> => {
  const now = parts.reading.clock.now();
  const waiting = partner.outbox.filter((message) => message.status === 'pending' && message.at <= now);
  await Promise.all(waiting.map((message) => deliverOne(parts, partner, message)));
  return waiting.map((message) => message.to);
};
