import type { TurnContext } from 'botbuilder';
import type { Card } from '../../cards/elements.ts';
import { viewOrder, type Reader } from '../../dialogs/views.ts';
import type { DeedPorts } from '../../membership/deeds/perform.ts';
import type { ChatRecord } from '../../membership/ports.ts';
import { asOf } from '../../membership/rules/as-of.ts';
import { dayOf } from '../../membership/rules/calendar.ts';
import type { MpnId, OrderNumber } from '../../membership/rules/ids.ts';
import { subjectOf, type MessageAbout, type News } from '../../membership/rules/message.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { House } from '../house.ts';
import { cardOf, languageFor, tracking } from '../turns/chat.ts';
import { reminderCardSubject } from './reminder-subjects.ts';
import { sendCard, sendText, updateCard } from './send.ts';

export interface Reading extends Pick<DeedPorts, 'partners' | 'clock' | 'chance' | 'catalogue' | 'methods'> {
  /** The links that a person's cards carry. */
  readonly urls: House['urls'];
}

/** The partner as of now. */
export const readNow = async ({ partners, clock }: Reading, id: MpnId): Promise<Partner | undefined> => {
  const stored = await partners.read(id);
  return stored && asOf(stored, clock.now()).partner;
};

/** Whose chat it is. */
export const readerFor = (
  { clock, catalogue, methods, urls }: Reading,
  record: ChatRecord,
  { mpnId }: Partner,
): Reader => {
  const person = record.person.aadObjectId;
  return {
    language: languageFor(record),
    person,
    today: dayOf(clock.now()),
    catalogue,
    methods,
    urls: urls(mpnId, person),
  };
};

/** An order's card in the reader's own language. */
export const orderCardFor = (
  reading: Reading,
  record: ChatRecord,
  partner: Partner,
  shown: { readonly order: OrderNumber; readonly news?: News },
): Card => viewOrder(readerFor(reading, record, partner), partner, shown.order, shown.news);

/** A card that shows the order already is changed, and a line says so; else, and to remind, the card is sent. */
export const tellNews = async (
  context: TurnContext,
  record: ChatRecord,
  card: Card,
  about: MessageAbout,
): Promise<ChatRecord> => {
  const subject = subjectOf(about);
  const shown = about.kind === 'reminder' ? undefined : cardOf(record, subject);
  if (shown && (await updateCard(context, shown, card))) {
    await sendText(context, card.fallbackText);
    return record;
  }
  const sent = await sendCard(context, card);
  const shows = about.kind === 'reminder' ? reminderCardSubject(about.reminder) : subject;
  return sent ? tracking(record, shows, sent) : record;
};
