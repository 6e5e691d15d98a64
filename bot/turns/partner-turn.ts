import type { TurnContext } from 'botbuilder';
import type { Input, Turn } from '../../dialogs/turn.ts';
import { markMessages } from '../../membership/deeds/mark-message.ts';
import type { Outcome } from '../../membership/deeds/perform.ts';
import { dayOf } from '../../membership/rules/calendar.ts';
import { personOf, type Partner } from '../../membership/rules/partner.ts';
import type { House } from '../house.ts';
import { sendText } from '../messages/send.ts';
import type { Session } from './session.ts';
import type { Speaker } from './speaker.ts';

interface TurnParts {
  readonly speaker: Speaker;
  readonly partner: Partner;
  readonly input: Input;
  readonly chat: Session;
}

/** What the commit left to be told to this person was told in this turn; the others are told behind it. */
const told = async (
  { deeds, notifier }: House,
  { aadObjectId }: Speaker['person'],
  { partner, order }: Extract<Outcome, { kind: 'accepted' }>,
): Promise<void> => {
  const mine = partner.outbox.filter(
    (message) => message.status === 'pending' && message.to === aadObjectId && message.order === order,
  );
  if (mine.length > 0) {
    const ids = mine.map((message) => message.id);
    await markMessages(deeds.partners, partner.mpnId, ids, (message) => ({ ...message, status: 'sent' }));
  }
  notifier.afterTurn(partner.mpnId, { order, by: aadObjectId });
};

/** The turn as dialogs see it. */
export const partnerTurn = (house: House, context: TurnContext, parts: TurnParts): Turn => {
  const { speaker, partner, input, chat } = parts;
  return {
    input,
    onWaitingCard: 'card' in input && input.card !== undefined && input.card === chat.waiting(),
    person: speaker.person,
    // An installation comes without a name.
    name: speaker.name || (personOf(partner, speaker.person.aadObjectId)?.name ?? ''),
    language: chat.language(),
    today: dayOf(house.deeds.clock.now()),
    partner,
    deeds: house.deeds,
    card: house.card,
    urls: house.urls(partner.mpnId, speaker.person.aadObjectId),
    intake: house.intake,
    localPage: house.localPage(),
    speak: (language) => {
      chat.speak(language);
      return partnerTurn(house, context, parts);
    },
    show: (card, showing) => chat.show(card, showing),
    say: (words) => sendText(context, words),
    typing: () => chat.typing(),
    told: (outcome) => told(house, speaker.person, outcome),
  };
};
