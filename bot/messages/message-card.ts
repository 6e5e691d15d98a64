import type { Card } from '../../cards/elements.ts';
import type { ChatRecord } from '../../membership/ports.ts';
import type { MessageAbout } from '../../membership/rules/message.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { orderCardFor, type Reading } from './order-news.ts';

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
    case 'role':
      return undefined;
  }
};
