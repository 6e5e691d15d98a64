import { deskOrderCard } from '../../cards/desk/order.ts';
import { historyOf, orderNow } from '../../dialogs/desk/look.ts';
import { deskView } from '../../dialogs/desk/view.ts';
import type { ChatRecords } from '../../membership/ports.ts';
import type { AadObjectId, OrderNumber, PersonId } from '../../membership/rules/ids.ts';
import { deskSubject } from '../../membership/rules/message.ts';
import type { House } from '../house.ts';
import type { Reach } from '../messages/reach.ts';
import { unlessUnreachable } from '../messages/refresh.ts';
import { updateCard } from '../messages/send.ts';
import { cardOf, languageFor } from '../turns/chat.ts';
import { deskReader } from './desk-turn.ts';

export interface DeskRefreshParts extends Pick<House, 'desk' | 'deskUrls'> {
  readonly operators: readonly PersonId[];
  readonly chats: ChatRecords;
  readonly reach: Reach;
}

const refreshOne = async (parts: DeskRefreshParts, person: PersonId, order: OrderNumber): Promise<void> => {
  const subject = deskSubject(order);
  const known = await parts.chats.read(person);
  if (!known || !cardOf(known, subject)) return;
  const refreshed = parts.reach(person, async (context, record) => {
    const shown = cardOf(record, subject);
    const reader = deskReader(parts, { person, name: record.name }, languageFor(record));
    const found = shown && (await orderNow(reader, order));
    if (!found) return record;
    const [last] = historyOf(found.partner, order);
    const card = deskOrderCard(reader.language, await deskView(reader, found, { last }));
    await updateCard(context, shown, card);
    return record;
  });
  await unlessUnreachable(refreshed);
};

/** An order's card at the desk shows who did what, in the chat of every operator but the one who did it. */
export const refreshDesk =
  (parts: DeskRefreshParts) =>
  async (order: OrderNumber, told: readonly AadObjectId[]): Promise<void> => {
    const others = parts.operators.filter(({ aadObjectId }) => !told.includes(aadObjectId));
    await Promise.all(others.map((person) => refreshOne(parts, person, order)));
  };
