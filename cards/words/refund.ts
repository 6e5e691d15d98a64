import type { Entries } from './entry.ts';

/** A partner's wish to have a fee back. */
export const refundWords = {
  requestRefund: { en: 'Request refund', nl: 'Terugbetaling aanvragen', sv: 'Begär återbetalning' },
  'typed.refund': { en: 'refund', nl: 'terugbetaling', sv: 'återbetalning' },
  'does.refund': {
    en: 'ask for a fee back',
    nl: 'betaalde kosten terugvragen',
    sv: 'begära återbetalning av en avgift',
  },
  'refund.amount': { en: 'Refund', nl: 'Terugbetaling', sv: 'Återbetalning' },
  'refund.toCard': {
    en: '{amount}, to the credit card that paid',
    nl: '{amount}, naar de creditcard waarmee is betaald',
    sv: '{amount}, till kreditkortet som användes',
  },
  'refund.toBank': {
    en: '{amount}, by bank transfer',
    nl: '{amount}, per bankoverboeking',
    sv: '{amount}, med banköverföring',
  },
  'refund.ends': {
    en: 'Once the fee is refunded, the membership and its benefits end.',
    nl: 'Zodra de kosten zijn terugbetaald, eindigen het lidmaatschap en de voordelen ervan.',
    sv: 'När avgiften har återbetalats upphör medlemskapet och dess förmåner.',
  },
  'refund.yearEnds': {
    en: 'Once the fee is refunded, the renewal is undone: the benefits go on until {day}.',
    nl: 'Zodra de kosten zijn terugbetaald, vervalt de verlenging: de voordelen lopen door tot en met {day}.',
    sv: 'När avgiften har återbetalats upphör förnyelsen att gälla: förmånerna finns kvar till och med den {day}.',
  },
  'refund.goldStays': {
    en: 'Your Gold membership and its benefits go on.',
    nl: 'Uw Gold-lidmaatschap en de voordelen ervan lopen door.',
    sv: 'Ert Guldmedlemskap och förmånerna i det fortsätter att gälla.',
  },
  'refund.silverBack': {
    en: 'Your Silver membership is then active again until its own anniversary date, {day}.',
    nl: 'Uw Silver-lidmaatschap is dan weer actief tot en met de eigen verlengingsdatum, {day}.',
    sv: 'Ert Silvermedlemskap är då aktivt igen till och med sitt eget förnyelsedatum, den {day}.',
  },
  'refund.silverToRenew': {
    en: 'Your Silver membership then comes back; its benefits go on until {day}.',
    nl: 'U krijgt dan uw Silver-lidmaatschap terug; de voordelen ervan lopen door tot en met {day}.',
    sv: 'Ert Silvermedlemskap gäller då igen; förmånerna i det finns kvar till och med den {day}.',
  },
  'refund.decides': {
    en: 'An operator decides on the request; you will be told here.',
    nl: 'Een operator beslist over het verzoek; u krijgt hier bericht.',
    sv: 'En operatör beslutar om begäran; du får besked här.',
  },
  refundPendingBy: {
    en: '{name} requested a refund on {day}; an operator decides.',
    nl: '{name} heeft op {day} om terugbetaling verzocht; een operator beslist daarover.',
    sv: '{name} begärde återbetalning den {day}; en operatör beslutar.',
  },
  'refund.reason': { en: 'Reason (optional)', nl: 'Reden (optioneel)', sv: 'Orsak (valfritt)' },
  'refund.keep': { en: 'Keep membership', nl: 'Lidmaatschap behouden', sv: 'Behåll medlemskapet' },
  'refund.kept': {
    en: 'No refund of order {number} was requested.',
    nl: 'Voor order {number} is geen terugbetaling aangevraagd.',
    sv: 'Ingen återbetalning av order {number} har begärts.',
  },
  chooseForRefund: {
    en: 'For which order do you want to request a refund?',
    nl: 'Voor welke order wilt u terugbetaling aanvragen?',
    sv: 'För vilken order vill du begära återbetalning?',
  },
  noOrderToRefund: {
    en: 'There is no order that can be refunded.',
    nl: 'Er is geen order die kan worden terugbetaald.',
    sv: 'Det finns ingen order som kan återbetalas.',
  },
} as const satisfies Entries;
