import type { Card } from '../../cards/elements.ts';
import type { ChatRecord } from '../../membership/ports.ts';
import type { MessageAbout } from '../../membership/rules/message.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { viewRequest } from '../../dialogs/roles-view.ts';
import { languageFor } from '../turns/chat.ts';
import { orderCardFor, type Reading } from './order-news.ts';
import { reminderCardFor } from './reminder-cards.ts';

/** A message's card in the reader's own language; undefined where there is nothing to tell any more. */
export const messageCard = (
  reading: Reading,
  record: ChatRecord,
  partner: Partner,
  about: MessageAbout,
): Card | undefined => {
  switch (about.kind) {
    case 'order':
      return orderCardFor(reading, record, partner, about);
    case 'reminder':
      return reminderCardFor(reading, record, partner, about.reminder);
    case 'role': {
      const person = record.person.aadObjectId;
      const reader = { language: languageFor(record), person, catalogue: reading.catalogue };
      return viewRequest(reader, partner, about.request);
    }
  }
};
