import type { TurnContext } from 'botbuilder';
import type { DeskReader, DeskTurn } from '../../dialogs/desk/turn.ts';
import type { Input } from '../../dialogs/turn.ts';
import { dayOf } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import type { House } from '../house.ts';
import { sendText } from '../messages/send.ts';
import { languageFor } from '../turns/chat.ts';
import type { Session } from '../turns/session.ts';
import type { Speaker } from '../turns/speaker.ts';

/** How the desk reads for an operator. */
export const deskReader = (
  { desk, deskUrls }: Pick<House, 'desk' | 'deskUrls'>,
  { person, name }: Pick<Speaker, 'person' | 'name'>,
  language: Language,
): DeskReader => ({
  operator: { ...person, name },
  language,
  today: dayOf(desk.clock.now()),
  desk,
  urls: deskUrls(person),
});

const teller =
  (house: House, { aadObjectId }: PersonId): DeskTurn['tell'] =>
  async ({ partner, order }, telling) => {
    try {
      await telling();
    } catch (error) {
      // The deed is done: whoever was not shown it finds it on the order.
      house.log.fault({ reference: house.reference(), where: 'reply', error });
    }
    house.notifier.afterTurn(partner.mpnId, { order, by: aadObjectId });
  };

interface DeskTurnParts {
  readonly speaker: Speaker;
  readonly input: Input;
  readonly chat: Session;
}

/** The turn as the desk sees it. */
export const deskTurn = (
  house: House,
  context: TurnContext,
  { speaker, input, chat }: DeskTurnParts,
): DeskTurn => ({
  ...deskReader(house, speaker, chat.language()),
  input,
  localPage: house.localPage(),
  languageOf: async (person) => {
    const record = await house.chats.read(person);
    return record ? languageFor(record) : 'en';
  },
  show: (card, order) => chat.show(card, order ? { atDesk: order } : {}),
  say: (words) => sendText(context, words),
  speak: (language) => {
    chat.speak(language);
    return deskTurn(house, context, { speaker, input, chat });
  },
  tell: teller(house, speaker.person),
});
