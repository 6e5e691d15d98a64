import type { ChatRecords } from '../../membership/ports.ts';
import type { AadObjectId, MpnId, OrderNumber, PersonId } from '../../membership/rules/ids.ts';
import { orderSubject } from '../../membership/rules/message.ts';
import { SendFault } from '../connector/send-fault.ts';
import { QueueRefusal } from '../queue/conversation-queue.ts';
import { cardOf } from '../turns/chat.ts';
import { orderCardFor, readNow, type Reading } from './order-news.ts';
import type { Reach } from './reach.ts';
import { updateCard } from './send.ts';

interface RefreshParts {
  readonly reading: Reading;
  readonly chats: ChatRecords;
  readonly reach: Reach;
}

/** Changes one person's card of an order; a chat that can't be reached keeps its old card, judged when pressed. */
const refreshOne = async (
  { reading, chats, reach }: RefreshParts,
  person: PersonId,
  mpnId: MpnId,
  order: OrderNumber,
): Promise<void> => {
  const known = await chats.read(person);
  if (!known || !cardOf(known, orderSubject(order))) return;
  try {
    await reach(person, async (context, record) => {
      // Read only now: turns that came before this one may have changed the order, and what shows it.
      const shown = cardOf(record, orderSubject(order));
      const partner = shown && (await readNow(reading, mpnId));
      if (partner) await updateCard(context, shown, orderCardFor(reading, record, partner, { order }));
      return record;
    });
  } catch (error) {
    if (!(error instanceof SendFault || error instanceof QueueRefusal)) throw error;
  }
};

/** The order's card shows the order as it is, in the chat of everybody but those who were just told. */
export const refreshCards = async (
  parts: RefreshParts,
  mpnId: MpnId,
  order: OrderNumber,
  told: readonly AadObjectId[],
): Promise<void> => {
  const partner = await readNow(parts.reading, mpnId);
  if (!partner) return;
  const { tenantId, people } = partner;
  const readers = people.filter(({ aadObjectId }) => !told.includes(aadObjectId));
  await Promise.all(
    readers.map(({ aadObjectId }) => refreshOne(parts, { tenantId, aadObjectId }, mpnId, order)),
  );
};
