import type { Competency, Language, LinkName, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Money } from '../membership/rules/money.ts';
import type { Offer } from '../membership/rules/offers.ts';
import type { Buyer } from '../membership/rules/order.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { simpleCard, type Card } from './elements.ts';

/** What was entered before, kept while something else is asked again. */
export interface EnteredDetails {
  readonly taxId?: string | undefined;
  readonly contactName?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly method?: PaymentMethod | undefined;
}

export interface Details {
  readonly nonce: CommandId;
  readonly competency: Competency;
  readonly offer: Offer;
  readonly buyer: Buyer;
  readonly entered?: EnteredDetails | undefined;
  /** All methods; one that can't be chosen says why. */
  readonly methods: readonly {
    readonly method: PaymentMethod;
    readonly off?: 'notInCountry' | 'notYet' | undefined;
  }[];
  readonly problems: readonly Refusal[];
  /** What the partner has to its credit in the offer's currency. */
  readonly credit?: Money | undefined;
  readonly links: Readonly<Record<LinkName, string>>;
}

/** "Purchase details": who buys, what, at which price, and how it will be paid. */
export const detailsCard = (language: Language, details: Details): Card =>
  simpleCard(language, details.nonce);
