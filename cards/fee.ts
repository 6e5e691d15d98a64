import type { Competency, CountryCode, Language, Level, LinkName } from '../membership/rules/catalogue.ts';
import type { Quote } from '../membership/rules/pricing.ts';
import { simpleCard, type Card } from './elements.ts';

export interface Fees {
  readonly competency: Competency;
  readonly quotes: readonly { readonly level: Level; readonly quote: Quote }[];
  readonly country: CountryCode;
  readonly links: Readonly<Record<LinkName, string>>;
  /** What gold would cost this partner with the upgrade discount. */
  readonly upgrade?: Quote | undefined;
}

/** The fees of both levels, without buying. */
export const feeCard = (language: Language, fees: Fees): Card => simpleCard(language, fees.country);
