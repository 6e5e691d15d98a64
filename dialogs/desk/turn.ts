import type { Card } from '../../cards/elements.ts';
import type { RefundPorts } from '../../membership/deeds/decide-refund.ts';
import type { DeskOutcome } from '../../membership/deeds/desk.ts';
import type { BankPorts } from '../../membership/deeds/settle-line.ts';
import type { Day } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { Operator } from '../../membership/rules/history.ts';
import type { MpnId, OrderNumber, PersonId, ProofHash } from '../../membership/rules/ids.ts';
import type { Input } from '../turn.ts';

/** What the desk reads and does. */
export type DeskPorts = BankPorts & RefundPorts;

/** The pages outside Teams that an operator's cards lead to: signed, short-lived, good for that operator alone. */
export interface DeskUrls {
  /** A payment proof's document. */
  proof(partner: MpnId, order: OrderNumber, hash: ProofHash): string;
  /** Every order, as CSV. */
  export(): string;
}

/** Whoever reads the desk's cards. */
export interface DeskReader {
  readonly operator: Operator;
  readonly language: Language;
  readonly today: Day;
  readonly desk: DeskPorts;
  readonly urls: DeskUrls;
}

/** One turn of an operator: who speaks, what they did, and what the desk can do about it. */
export interface DeskTurn extends DeskReader {
  readonly input: Input;
  /** Local mode: the page that hands over files. */
  readonly localPage?: string | undefined;
  /** The language that somebody reads, as far as it is known. */
  languageOf(person: PersonId): Promise<Language>;
  /** @param order the card shows this order, and changes when it does */
  show(card: Card, order?: OrderNumber): Promise<void>;
  say(words: string): Promise<void>;
  /** The operator's choice, kept; answers with the turn in that language. */
  speak(language: Language): DeskTurn;
  /** Tells what was committed; where that fails the deed is done all the same. The partner is told behind the turn. */
  tell(outcome: Extract<DeskOutcome, { kind: 'accepted' }>, telling: () => Promise<void>): Promise<void>;
}
