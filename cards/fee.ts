import type { Competency, CountryCode, Language, Level, LinkName } from '../membership/rules/catalogue.ts';
import type { Quote } from '../membership/rules/pricing.ts';
import {
  card,
  facts,
  heading,
  link,
  note,
  subheading,
  submit,
  text,
  tile,
  type Card,
  type Element,
} from './elements.ts';
import { showCountry, showMoney } from './format.ts';
import { priceFacts, priceLine } from './price.ts';
import { say } from './say.ts';

export interface Fees {
  readonly competency: Competency;
  readonly quotes: readonly { readonly level: Level; readonly quote: Quote }[];
  readonly country: CountryCode;
  readonly links: Readonly<Record<LinkName, string>>;
  /** What gold would cost this partner with the upgrade discount. */
  readonly upgrade?: Quote | undefined;
}

const feeTile = (language: Language, title: string, quote: Quote): Element =>
  tile(
    subheading(title),
    text(priceLine(language, quote), { weight: 'bolder', spacing: 'none' }),
    facts(...priceFacts(language, quote)),
  );

const summary = (language: Language, { competency, quotes }: Fees): string =>
  [
    say(language, 'feeFor', { competency: competency.name }),
    ...quotes.map(
      ({ level, quote }) => `${say(language, `level.${level}`)} ${showMoney(language, quote.fee)}`,
    ),
  ].join(' · ');

/** The fees of both levels, without buying. */
export const feeCard = (language: Language, fees: Fees): Card => {
  const { competency, upgrade } = fees;
  return card(
    summary(language, fees),
    [
      heading(say(language, 'feeFor', { competency: competency.name })),
      text(say(language, 'feeHint', { country: showCountry(language, fees.country) }), { isSubtle: true }),
      ...fees.quotes.map(({ level, quote }) =>
        feeTile(language, say(language, `membership.${level}`), quote),
      ),
      ...(upgrade ? [feeTile(language, say(language, 'upgradeFee'), upgrade)] : []),
      note(say(language, 'feePerLevel')),
      link(say(language, 'learnMore'), competency.learnMore),
      link(say(language, 'link.compareOffers'), fees.links.compareOffers),
    ],
    [
      submit(say(language, 'seeOffers'), {
        action: 'competency',
        purpose: 'offers',
        competency: competency.id,
      }),
      submit(say(language, 'otherCompetency'), { action: 'fee' }),
    ],
  );
};
