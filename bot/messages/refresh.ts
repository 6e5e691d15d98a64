import type { ChatRecord, ChatRecords } from '../../membership/ports.ts';
import type { AadObjectId, OrderNumber, PersonId } from '../../membership/rules/ids.ts';
import { orderSubject } from '../../membership/rules/message.ts';
import { orderOf, type Partner } from '../../membership/rules/partner.ts';
import { SendFault } from '../connector/send-fault.ts';
import { QueueRefusal } from '../queue/conversation-queue.ts';
import { cardOf } from '../turns/chat.ts';
import { orderCardFor, readNow, type Reading } from './order-news.ts';
import type { Reach } from './reach.ts';
import { reminderCardsIn, type ReminderCard } from './reminder-cards.ts';
import { updateCard } from './send.ts';

interface RefreshParts {
  readonly reading: Reading;
  readonly chats: ChatRecords;
  readonly reach: Reach;
}

interface Refreshed {
  readonly person: PersonId;
  /** As it was when the refreshing began: enough to see which cards it may concern. */
  readonly partner: Partner;
  readonly order: OrderNumber;
}

/** A chat that can't be reached keeps its old card, judged when pressed. */
export const unlessUnreachable = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof SendFault || error instanceof QueueRefusal)) throw error;
  }
};

/** Changes one person's card of an order. */
const refreshOrder = async (
  { reading, reach }: RefreshParts,
  { person, partner: { mpnId }, order }: Refreshed,
): Promise<void> => {
  const refreshed = reach(person, async (context, record) => {
    // Read only now: turns that came before this one may have changed the order, and what shows it.
    const shown = cardOf(record, orderSubject(order));
    const partner = shown && (await readNow(reading, mpnId));
    if (partner) await updateCard(context, shown, orderCardFor(reading, record, partner, { order }));
    return record;
  });
  await unlessUnreachable(refreshed);
};

/** Changes one person's reminders that the order concerns: each says who has settled its matter. */
const refreshReminders = async (
  { reading, reach }: RefreshParts,
  { person, partner, order: number }: Refreshed,
  known: ChatRecord,
): Promise<void> => {
  const concerned = (record: ChatRecord, of: Partner | undefined): readonly ReminderCard[] => {
    const order = of && orderOf(of, number);
    return order ? reminderCardsIn(reading, record, of, order) : [];
  };
  for (const { activityId: id } of concerned(known, partner)) {
    const refreshed = reach(person, async (context, record) => {
      // Read only now, as with the order's card.
      const newest = await readNow(reading, partner.mpnId);
      const now = concerned(record, newest).find(({ activityId }) => activityId === id);
      if (!now) return record;
      await updateCard(context, id, now.card);
      return now.over
        ? { ...record, cards: record.cards.filter(({ activityId }) => activityId !== id) }
        : record;
    });
    await unlessUnreachable(refreshed);
  }
};

/**
 * The order's card shows the order as it is, in the chat of everybody but those who were just told; reminders that it
 * concerns show who has settled their matter, in everybody's.
 */
export const refreshCards = async (
  parts: RefreshParts,
  partner: Partner,
  { order, told }: { readonly order: OrderNumber; readonly told: readonly AadObjectId[] },
): Promise<void> => {
  const { tenantId, people } = partner;
  await Promise.all(
    people.map(async ({ aadObjectId }) => {
      const person = { tenantId, aadObjectId };
      const known = await parts.chats.read(person);
      if (!known) return;
      const refreshed = { person, partner, order };
      const shown = cardOf(known, orderSubject(order));
      if (shown && !told.includes(aadObjectId)) await refreshOrder(parts, refreshed);
      await refreshReminders(parts, refreshed, known);
    }),
  );
};
