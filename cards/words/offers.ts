import type { Entries } from './entry.ts';

/** Choosing a competency, its fee and its offers. */
export const offerWords = {
  chooseCompetency: { en: 'Choose a competency', nl: 'Kies een competentie', sv: 'Välj en kompetens' },
  chooseForOffers: {
    en: 'For which competency would you like to see the offers?',
    nl: 'Voor welke competentie wilt u de aanbiedingen zien?',
    sv: 'Vilken kompetens vill du se erbjudanden för?',
  },
  chooseForFee: {
    en: 'For which competency would you like to know the fee?',
    nl: 'Van welke competentie wilt u de kosten weten?',
    sv: 'Vilken kompetens vill du se avgiften för?',
  },
  orTypeName: {
    en: 'Choose an area, or type part of the name, such as “data”.',
    nl: 'Kies een gebied of typ een deel van de naam, bijvoorbeeld ‘data’.',
    sv: 'Välj ett område eller skriv en del av namnet, till exempel ”data”.',
  },
  severalMatch: {
    en: '{count, plural, one {# competency matches} other {# competencies match}} “{typed}”. Which one do you mean?',
    nl: '{count, plural, one {# competentie past} other {# competenties passen}} bij ‘{typed}’. Welke bedoelt u?',
    sv: '{count, plural, one {# kompetens} other {# kompetenser}} matchar ”{typed}”. Vilken menar du?',
  },
  noneMatches: {
    en: 'No competency matches “{typed}”. Choose an area, or type another part of the name.',
    nl: 'Geen competentie past bij ‘{typed}’. Kies een gebied of typ een ander deel van de naam.',
    sv: 'Ingen kompetens matchar ”{typed}”. Välj ett område eller skriv en annan del av namnet.',
  },
  allAreas: { en: 'All areas', nl: 'Alle gebieden', sv: 'Alla områden' },
  otherCompetency: { en: 'Another competency', nl: 'Andere competentie', sv: 'En annan kompetens' },
  learnMore: { en: 'Learn more ↗', nl: 'Meer informatie ↗', sv: 'Läs mer ↗' },
  requirements: { en: 'Requirements ↗', nl: 'Vereisten ↗', sv: 'Krav ↗' },
  feeFor: { en: 'Fee: {competency}', nl: 'Kosten: {competency}', sv: 'Avgift: {competency}' },
  feeHint: {
    en: 'Fees per year for organisations in {country}. Checking them buys nothing.',
    nl: 'Kosten per jaar voor organisaties in {country}. Bekijken verplicht u tot niets.',
    sv: 'Avgifter per år för företag i {country}. Att titta är inte bindande.',
  },
  seeOffers: { en: 'See the offers', nl: 'Aanbiedingen bekijken', sv: 'Visa erbjudanden' },
  offeredBy: { en: 'Offered by {payee}.', nl: 'Aangeboden door {payee}.', sv: 'Erbjuds av {payee}.' },
  feePerLevel: {
    en: 'The fee is per level, not per competency: with the level active, another competency costs nothing more.',
    nl: 'De kosten gelden per niveau, niet per competentie: is het niveau actief, dan kost een volgende competentie niets extra.',
    sv: 'Avgiften gäller per nivå, inte per kompetens: när nivån är aktiv kostar ytterligare en kompetens inget extra.',
  },
  perYear: { en: '{amount} per year', nl: '{amount} per jaar', sv: '{amount} per år' },
  perYearInstead: {
    en: '{amount} per year, was {was}',
    nl: '{amount} per jaar, was {was}',
    sv: '{amount} per år, ordinarie {was}',
  },
  upgradeFee: {
    en: 'Upgrade from Silver to Gold',
    nl: 'Upgrade van Silver naar Gold',
    sv: 'Uppgradering från Silver till Guld',
  },
  upgradeWithDiscount: {
    en: 'Upgrade discount of {percent} on the fee, because your Silver membership is active.',
    nl: 'Upgradekorting van {percent} op de kosten, omdat uw Silver-lidmaatschap actief is.',
    sv: 'Uppgraderingsrabatt på {percent} av avgiften, eftersom ert Silvermedlemskap är aktivt.',
  },
  renewsFrom: {
    en: 'Renewal: the next year runs from {day}.',
    nl: 'Verlenging: het volgende jaar loopt vanaf {day}.',
    sv: 'Förnyelse: nästa år räknas från den {day}.',
  },
  taxRate: { en: 'Tax ({percent})', nl: 'Btw/belasting ({percent})', sv: 'Moms/skatt ({percent})' },
  taxReversed: {
    en: '{amount}, reverse charge',
    nl: '{amount}, btw verlegd',
    sv: '{amount}, omvänd betalningsskyldighet',
  },
  discountRate: { en: 'Discount ({percent})', nl: 'Korting ({percent})', sv: 'Rabatt ({percent})' },
  showOrder: { en: 'Show order', nl: 'Order bekijken', sv: 'Visa order' },
} as const satisfies Entries;
