import type { Competency, Language, Level, LinkName } from '../membership/rules/catalogue.ts';
import type { Offer } from '../membership/rules/offers.ts';
import type { OfferReason } from '../membership/rules/refusals.ts';
import { cancelButton, showOrderButton, uploadProofButton } from './buttons.ts';
import {
  buttonRows,
  card,
  facts,
  heading,
  link,
  note,
  subheading,
  submit,
  text,
  tile,
  type Action,
  type Card,
  type Element,
} from './elements.ts';
import { showDay } from './format.ts';
import { discountPercent, priceFacts, priceLine } from './price.ts';
import { say } from './say.ts';
import { askButtons, type Askable } from './role-ask.ts';
import { offerReasonText } from './sentences.ts';

export interface Offers {
  readonly competency: Competency;
  readonly offers: readonly Offer[];
  readonly links: Readonly<Record<LinkName, string>>;
  readonly payeeName: string;
  /** Global admins who can be reached; for those without a role. */
  readonly askable?: readonly Askable[] | undefined;
}

const kindLine = (language: Language, { kind, renews, quote }: Offer): readonly Element[] => {
  if (kind === 'renewal' && renews) {
    return [text(say(language, 'renewsFrom', { day: showDay(language, renews) }), { spacing: 'small' })];
  }
  const percent = discountPercent(language, quote);
  if (percent === undefined) return [];
  return [text(say(language, 'upgradeWithDiscount', { percent }), { weight: 'bolder', spacing: 'small' })];
};

const openOrderButtons = (
  language: Language,
  { order, state }: Extract<OfferReason, { reason: 'orderInProgress' }>,
): readonly Action[] => {
  const proof = state === 'awaitingTransfer' || state === 'proofUnderReview';
  const cancel = state === 'awaitingTransfer' || state === 'awaitingCardPayment';
  return [
    showOrderButton(language, order),
    ...(proof ? [uploadProofButton(language, order)] : []),
    ...(cancel ? [cancelButton(language, order)] : []),
  ];
};

/** What helps against a reason: the link or the buttons. */
const remedy = (language: Language, why: OfferReason, shown: Offers): readonly Element[] => {
  const { links } = shown;
  switch (why.reason) {
    case 'notAuthorised':
      return [
        ...(shown.askable?.length
          ? []
          : [link(say(language, 'link.findGlobalAdmin'), links.findGlobalAdmin)]),
        ...(why.globalAdmins.length > 0 ? [link(say(language, 'link.roles'), links.roles)] : []),
      ];
    case 'accountNotVerified':
      return [link(say(language, 'link.support'), links.support)];
    case 'orderInProgress':
      return buttonRows(...openOrderButtons(language, why));
    case 'requirementsNotMet':
      return [link(say(language, 'requirements'), links.competencies)];
    case 'coveredByGold':
    case 'alreadyActive':
      return [];
  }
};

/** What the partner has already is no refusal. */
const reasonLine = (language: Language, level: Level, why: OfferReason): Element => {
  const words = offerReasonText(language, level, why);
  const has = why.reason === 'alreadyActive' || why.reason === 'coveredByGold';
  return has ? text(`✔ ${words}`, { weight: 'bolder' }) : text(`✖ ${words}`, { weight: 'bolder' });
};

const offerTile = (language: Language, offer: Offer, shown: Offers): Element => {
  const { level, why, quote } = offer;
  const membership = say(language, `membership.${level}`);
  const foot =
    why === undefined
      ? buttonRows(
          submit(
            say(language, 'subscribe'),
            { action: 'subscribe', competency: offer.competency, level },
            { tooltip: `${membership}, ${shown.competency.name}`, style: 'positive' },
          ),
        )
      : [reasonLine(language, level, why), ...remedy(language, why, shown)];
  return tile(
    subheading(membership),
    text(priceLine(language, quote), { weight: 'bolder', spacing: 'none' }),
    ...(why === undefined ? kindLine(language, offer) : []),
    facts(...priceFacts(language, quote)),
    ...foot,
  );
};

/** The silver and the gold tile of a competency: the price, and Subscribe or why not. */
export const offersCard = (language: Language, shown: Offers): Card => {
  const title = say(
    language,
    shown.offers.some((offer) => offer.why === undefined) ? 'offersAvailable' : 'membershipOffers',
  );
  return card(
    `${title}: ${shown.competency.name}`,
    [
      heading(title),
      text(shown.competency.name, { weight: 'bolder', spacing: 'none' }),
      link(say(language, 'learnMore'), shown.competency.learnMore),
      ...shown.offers.map((offer) => offerTile(language, offer, shown)),
      note(`${say(language, 'offeredBy', { payee: shown.payeeName })} ${say(language, 'feePerLevel')}`),
    ],
    [
      ...askButtons(language, shown.askable ?? []),
      submit(say(language, 'otherCompetency'), { action: 'offers' }),
    ],
  );
};
