import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { CardAction } from '../../cards/actions.ts';
import { givesWay } from '../../cards/desk/actions.ts';
import type { Card } from '../../cards/elements.ts';
import { usedCard } from '../../cards/used.ts';
import type { Input, Showing } from '../../dialogs/turn.ts';
import type { ChatRecord } from '../../membership/ports.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { deskSubject, orderSubject } from '../../membership/rules/message.ts';
import { SendFault } from '../connector/send-fault.ts';
import { sendCard, updateCard } from '../messages/send.ts';
import { cardOf, languageFor, tracking } from './chat.ts';

/**
 * Buttons whose card is used up by pressing, beside those that carry a nonce; a list or a menu stays, and leads to a
 * card of its own.
 */
const usesUp: ReadonlySet<CardAction['action']> = new Set([
  'competency',
  'subscribe',
  'stop',
  'changeMethod',
  'grantRequest',
  'declineRequest',
] as const);

/** A choice on the list of reminders, which shows it in place. */
const isOfList = (action: CardAction): boolean => 'list' in action && action.list === true;

const usedUp = (input: Input): string | undefined => {
  if (input.kind === 'strangePress') return input.card;
  if (input.kind !== 'press') return undefined;
  const { action } = input;
  if (action.action === 'desk') return givesWay(action) ? input.card : undefined;
  return usesUp.has(action.action) || 'nonce' in action || isOfList(action) ? input.card : undefined;
};

/** The chat during one turn: what it shows, and what its record will remember of it. */
export interface Session {
  readonly record: () => ChatRecord;
  readonly waiting: () => string | undefined;
  readonly language: () => Language;
  speak(language: Language): void;
  show(card: Card, showing?: Showing): Promise<void>;
  typing(): Promise<void>;
}

export const session = (
  context: TurnContext,
  found: ChatRecord,
  input: Input,
  stillWaiting: string | undefined,
): Session => {
  let record = found;
  let waiting = stillWaiting;
  // The pressed card becomes what it led to, once; what else this turn shows comes below it.
  let pressed = usedUp(input);

  const place = async (card: Card): Promise<string | undefined> => {
    const here = pressed;
    pressed = undefined;
    return here && (await updateCard(context, here, card)) ? here : sendCard(context, card);
  };

  /** A card that the talk has left behind shows what it led to; where it can't, it is judged when it is pressed. */
  const leave = async (id: string | undefined, to: Card, newer: string | undefined): Promise<void> => {
    if (!id || id === newer) return;
    try {
      await updateCard(context, id, usedCard(languageFor(record), { title: to.fallbackText }));
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
    }
  };

  const show = async (card: Card, showing: Showing = {}): Promise<void> => {
    const { waits = false, order, insteadOf, atDesk } = showing;
    const id = await place(card);
    await leave(waiting, card, id);
    waiting = waits ? id : undefined;
    const subject = atDesk ? deskSubject(atDesk) : order && orderSubject(order);
    if (!subject || !id) return;
    for (const gone of insteadOf ? [subject, orderSubject(insteadOf)] : [subject])
      await leave(cardOf(record, gone), card, id);
    record = tracking(record, subject, id);
  };

  return {
    record: () => record,
    waiting: () => waiting,
    language: () => languageFor(record),
    speak: (language) => {
      record = { ...record, language };
    },
    show,
    typing: async () => {
      await context.sendActivity({ type: ActivityTypes.Typing });
    },
  };
};
