import type { BankAccount, Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Money } from '../membership/rules/money.ts';
import type { Offer } from '../membership/rules/offers.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { simpleCard, type Card } from './elements.ts';

export interface Review {
  readonly nonce: CommandId;
  readonly competency: Competency;
  readonly offer: Offer;
  readonly mpnId: string;
  readonly organisation: string;
  readonly account: BankAccount;
  /** What the partner has to its credit in the offer's currency. */
  readonly credit?: Money | undefined;
  /** The total less what the credit covers. */
  readonly due: Money;
  readonly agreementUrl: string;
  readonly problems: readonly Refusal[];
}

/** The agreement's toggle as it arrives with Submit when it is on. */
export const agreementAccepted = 'true';

/** "Review purchase details" of a transfer: the amount, the account, the agreement, Submit. */
export const reviewCard = (language: Language, review: Review): Card => simpleCard(language, review.nonce);
