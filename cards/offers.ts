import type { Competency, Language, LinkName } from '../membership/rules/catalogue.ts';
import type { Offer } from '../membership/rules/offers.ts';
import { simpleCard, type Card } from './elements.ts';

export interface Offers {
  readonly competency: Competency;
  readonly offers: readonly Offer[];
  readonly links: Readonly<Record<LinkName, string>>;
  readonly payeeName: string;
}

/** The silver and the gold tile of a competency: the price, and Subscribe or why not. */
export const offersCard = (language: Language, shown: Offers): Card => simpleCard(language, shown.payeeName);
