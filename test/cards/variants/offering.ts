import { areas } from '../../../membership/rules/catalogue.ts';
import { reasons } from './refused.ts';
import { chooseCompetencyCard } from '../../../cards/choose-competency.ts';
import { feeCard } from '../../../cards/fee.ts';
import { offersCard } from '../../../cards/offers.ts';
import {
  analytics,
  catalogue,
  competency,
  day,
  goldQuote,
  links,
  nonce,
  offer,
  silverQuote,
  upgradeQuote,
} from '../fixtures.ts';
import { askable } from './roles.ts';
import { type Variant, variant } from './variant.ts';

/** Choosing a competency, and its fee. */
export const choosingCards: readonly Variant[] = [
  variant('competency: areas', (language) =>
    chooseCompetencyCard(language, { purpose: 'offers', nonce, catalogue }),
  ),
  ...areas.map((area) =>
    variant(`competency: ${area}`, (language) =>
      chooseCompetencyCard(language, { purpose: 'fee', nonce, catalogue, area }),
    ),
  ),
  variant('competency: several match', (language) =>
    chooseCompetencyCard(language, {
      purpose: 'offers',
      nonce,
      catalogue,
      typed: 'data',
      matches: [analytics, competency('Data Platform')],
    }),
  ),
  variant('competency: none matches', (language) =>
    chooseCompetencyCard(language, { purpose: 'offers', nonce, catalogue, typed: 'kl*ng*n', matches: [] }),
  ),
  variant('fee', (language) =>
    feeCard(language, {
      competency: analytics,
      quotes: [
        { level: 'silver', quote: silverQuote },
        { level: 'gold', quote: goldQuote },
      ],
      country: 'NL',
      links,
    }),
  ),
  variant('fee, upgrade', (language) =>
    feeCard(language, {
      competency: analytics,
      quotes: [{ level: 'gold', quote: goldQuote }],
      country: 'NL',
      links,
      upgrade: upgradeQuote,
    }),
  ),
];

const silver = offer({ level: 'silver', quote: silverQuote });
const offersOf = (...shown: readonly ReturnType<typeof offer>[]) => ({
  competency: analytics,
  offers: shown,
  links,
  payeeName: 'Partner Network Operations Ltd',
});
/** The tiles. */
export const offerCards: readonly Variant[] = [
  variant('offers', (language) => offersCard(language, offersOf(silver, offer()))),
  variant('offers, upgrade', (language) =>
    offersCard(
      language,
      offersOf(
        {
          ...silver,
          why: { reason: 'alreadyActive', anniversary: day('2027-03-01'), windowOpens: day('2027-03-02') },
        },
        offer({ kind: 'upgrade', quote: upgradeQuote }),
      ),
    ),
  ),
  variant('offers, renewal', (language) =>
    offersCard(language, offersOf({ ...silver, kind: 'renewal', renews: day('2026-11-01') }, offer())),
  ),
  variant('offers, not authorised, somebody to ask', (language) => {
    const why = { reason: 'notAuthorised', globalAdmins: ['Anna de Vries'] } as const;
    return offersCard(language, { ...offersOf({ ...silver, why }, offer({ why })), askable });
  }),
  ...reasons.map((why, index) =>
    variant(`offers, ${why.reason} ${index}`, (language) =>
      offersCard(language, offersOf({ ...silver, why }, offer({ why }))),
    ),
  ),
];
