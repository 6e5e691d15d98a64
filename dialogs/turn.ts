import type { TurnContext } from 'botbuilder';
import type { CardAction } from '../cards/actions.ts';
import type { Card } from '../cards/elements.ts';
import type { CardPorts } from '../membership/deeds/card-ports.ts';
import type { DeedPorts } from '../membership/deeds/perform.ts';
import type { FileSource, ProofIntake } from '../membership/proof-ports.ts';
import type { Day } from '../membership/rules/calendar.ts';
import type { Language } from '../membership/rules/catalogue.ts';
import type { Through } from '../membership/rules/history.ts';
import type { OrderNumber, PersonId, RequestId } from '../membership/rules/ids.ts';
import type { Partner } from '../membership/rules/partner.ts';
import type { ReminderSubject } from '../membership/rules/reminder.ts';

/** What a person did. */
export type Input =
  | { readonly kind: 'press'; readonly action: CardAction; readonly card?: string | undefined }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly source: FileSource; readonly text: string }
  | { readonly kind: 'severalFiles' }
  /** A press on a card of another version, or of nobody's making. */
  | { readonly kind: 'strangePress'; readonly card?: string | undefined };

/** The pages outside Teams that one person's cards lead to: signed, short-lived, good for that person alone. */
export interface OrderUrls {
  /** Where an order is paid by card; undefined where card is not offered. */
  pay(order: OrderNumber): string | undefined;
  receipt(order: OrderNumber): string | undefined;
  /** The calendar entry of a reminder's date. */
  calendar(subject: ReminderSubject): string;
}

export interface Showing {
  /** The card waits for an answer; once the talk goes on it shows what it led to. */
  readonly waits?: boolean;
  /** The card shows this order and changes when the order does. */
  readonly order?: OrderNumber;
  /** The order whose card gives way to this one: the old order was cancelled for it. */
  readonly insteadOf?: OrderNumber;
  /** The card shows this order as operators see it, and changes when the order does. */
  readonly atDesk?: OrderNumber;
}

/** A commit, and what its messages are about. */
export interface Committed {
  readonly partner: Partner;
  readonly order?: OrderNumber | undefined;
  /** For a role. */
  readonly request?: RequestId | undefined;
}

/** One turn of a partner's person: who speaks, what they did, and what the talk can do about it. */
export interface Turn {
  readonly input: Input;
  /** The pressed card is the one that waits by now: its first press has moved the talk on, perhaps. */
  readonly onWaitingCard: boolean;
  readonly person: PersonId;
  readonly name: string;
  readonly language: Language;
  readonly today: Day;
  /** As of this turn's beginning; after a deed its outcome has the newer one. */
  readonly partner: Partner;
  readonly deeds: DeedPorts;
  /** Undefined where card is not offered. */
  readonly card?: CardPorts | undefined;
  readonly urls: OrderUrls;
  readonly intake: ProofIntake;
  /** Local mode: the page that hands over files. */
  readonly localPage?: string | undefined;
  show(card: Card, showing?: Showing): Promise<void>;
  /** The person's choice, kept; answers with the turn in that language. */
  speak(language: Language): Turn;
  say(words: string): Promise<void>;
  /** Slow work begins. */
  typing(): Promise<void>;
  /**
   * Tells what was committed. Where that fails the deed is done all the same: the talk goes on, and the commit's
   * message for this person, which is otherwise told by this, is sent behind the turn.
   */
  tell(committed: Committed, telling: () => Promise<void>): Promise<void>;
  /** Whether somebody has the bot, so that a message reaches them. */
  reachable(person: PersonId): Promise<boolean>;
}

const key = Symbol('turn');

export const setTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(key, turn);
};

export const turnOf = (context: TurnContext): Turn => {
  const turn = context.turnState.get<Turn | undefined>(key);
  if (!turn) throw new RangeError('a dialog runs only within a turn');
  return turn;
};

/** Through what a person did something, as history keeps it. */
export const throughOf = (input: Input): Through => {
  switch (input.kind) {
    case 'press':
    case 'strangePress':
      return 'card';
    case 'text':
      return 'word';
    case 'file':
    case 'severalFiles':
      return 'file';
  }
};
