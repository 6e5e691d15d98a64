import { detailsCard, type Details } from '../../../cards/details.ts';
import { reviewCard, type Review } from '../../../cards/review.ts';
import {
  account,
  analytics,
  buyer,
  euro,
  goldQuote,
  links,
  nonce,
  offer,
  upgradeQuote,
} from '../fixtures.ts';
import { refusals } from './refused.ts';
import { type Variant, variant } from './variant.ts';

const details = (changes: Partial<Details> = {}): Details => ({
  nonce,
  competency: analytics,
  offer: offer(),
  buyer,
  methods: [{ method: 'card', off: 'notYet' }, { method: 'transfer' }],
  problems: [],
  links,
  ...changes,
});
const review = (changes: Partial<Review> = {}): Review => ({
  nonce,
  competency: analytics,
  offer: offer(),
  mpnId: buyer.mpnId,
  organisation: buyer.name,
  payment: { method: 'transfer', account },
  due: goldQuote.total,
  agreementUrl: links.agreement,
  problems: [],
  ...changes,
});
/** Purchase details and their review. */
export const buyingCards: readonly Variant[] = [
  variant('details', (language) => detailsCard(language, details())),
  variant('details, both methods', (language) =>
    detailsCard(language, details({ methods: [{ method: 'card' }, { method: 'transfer' }] })),
  ),
  variant('details, card chosen', (language) =>
    detailsCard(
      language,
      details({ methods: [{ method: 'card' }, { method: 'transfer' }], entered: { method: 'card' } }),
    ),
  ),
  variant('details, no method', (language) =>
    detailsCard(language, details({ methods: [{ method: 'transfer', off: 'notInCountry' }] })),
  ),
  variant('details, upgrade with credit', (language) =>
    detailsCard(
      language,
      details({ offer: offer({ kind: 'upgrade', quote: upgradeQuote }), credit: euro(10000) }),
    ),
  ),
  variant('details, every problem', (language) =>
    detailsCard(language, details({ problems: refusals, entered: { taxId: 'NL12', method: 'transfer' } })),
  ),
  variant('review', (language) => reviewCard(language, review())),
  variant('review, not accepted', (language) =>
    reviewCard(language, review({ problems: [{ kind: 'agreementNotAccepted' }] })),
  ),
  variant('review, some credit', (language) =>
    reviewCard(language, review({ credit: euro(59800), due: euro(400000) })),
  ),
  variant('review, all credit', (language) =>
    reviewCard(language, review({ credit: euro(459800), due: euro(0) })),
  ),
  variant('review by card', (language) => reviewCard(language, review({ payment: { method: 'card' } }))),
  variant('review by card, some credit', (language) =>
    reviewCard(language, review({ payment: { method: 'card' }, credit: euro(59800), due: euro(400000) })),
  ),
  variant('review by card, all credit', (language) =>
    reviewCard(language, review({ payment: { method: 'card' }, credit: euro(459800), due: euro(0) })),
  ),
];
