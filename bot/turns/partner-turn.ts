import type { TurnContext } from 'botbuilder';
import type { Committed, Input, Turn } from '../../dialogs/turn.ts';
import { markMessages } from '../../membership/deeds/mark-message.ts';
import { dayOf } from '../../membership/rules/calendar.ts';
import { orderShown, type MessageAbout } from '../../membership/rules/message.ts';
import { personOf, type Partner } from '../../membership/rules/partner.ts';
import type { House } from '../house.ts';
import { sendText } from '../messages/send.ts';
import { referenceIn } from './chat.ts';
import type { Session } from './session.ts';
import type { Speaker } from './speaker.ts';

interface TurnParts {
  readonly speaker: Speaker;
  readonly partner: Partner;
  readonly input: Input;
  readonly chat: Session;
}

const isAbout = (about: MessageAbout, { order, request }: Committed): boolean =>
  about.kind === 'role' ? about.request === request : order !== undefined && orderShown(about) === order;

/** What the commit left to be told to this person was told in this turn. */
const markTold = async (
  { deeds }: House,
  { aadObjectId }: Speaker['person'],
  committed: Committed,
): Promise<void> => {
  const { partner } = committed;
  const mine = partner.outbox.filter(
    (message) =>
      message.status === 'pending' && message.to === aadObjectId && isAbout(message.about, committed),
  );
  if (mine.length > 0) {
    const ids = mine.map((message) => message.id);
    await markMessages(deeds.partners, partner.mpnId, ids, (message) => ({ ...message, status: 'sent' }));
  }
};

/** A fault here is no reason to apologise, since what was asked for was done; whoever was not told is told behind it. */
const teller =
  (house: House, person: Speaker['person']): Turn['tell'] =>
  async (committed, telling) => {
    try {
      await telling();
      await markTold(house, person, committed);
    } catch (error) {
      house.log.fault({ reference: house.reference(), where: 'reply', error });
    }
    const { partner, order } = committed;
    house.notifier.afterTurn(partner.mpnId, { order, by: person.aadObjectId });
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
    tell: teller(house, speaker.person),
    reachable: async (other) => referenceIn(await house.chats.read(other)) !== undefined,
  };
};
