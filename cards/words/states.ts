import type { Entries } from './entry.ts';

/** How orders and memberships stand. */
export const stateWords = {
  status: { en: 'Status', nl: 'Status', sv: 'Status' },
  'order.awaitingCardPayment': {
    en: 'Awaiting card payment',
    nl: 'Wacht op kaartbetaling',
    sv: 'Väntar på kortbetalning',
  },
  'order.awaitingTransfer': {
    en: 'Awaiting transfer',
    nl: 'Wacht op overboeking',
    sv: 'Väntar på överföring',
  },
  'order.proofUnderReview': {
    en: 'Proof under review',
    nl: 'Bewijs wordt beoordeeld',
    sv: 'Betalningsbevis granskas',
  },
  'order.active': { en: 'Active', nl: 'Actief', sv: 'Aktiv' },
  'order.expired': { en: 'Expired', nl: 'Verlopen', sv: 'Utgången' },
  'order.cancelled': { en: 'Cancelled', nl: 'Geannuleerd', sv: 'Annullerad' },
  'order.refunded': { en: 'Refunded', nl: 'Terugbetaald', sv: 'Återbetald' },
  'order.reversed': { en: 'Reversed', nl: 'Teruggedraaid', sv: 'Återförd' },
  'standing.active': { en: 'Active', nl: 'Actief', sv: 'Aktivt' },
  'standing.inWindow': { en: 'Active, to be renewed', nl: 'Actief, te verlengen', sv: 'Aktivt, ska förnyas' },
  'standing.renewing': {
    en: 'Active, renewal ordered',
    nl: 'Actief, verlenging besteld',
    sv: 'Aktivt, förnyelse beställd',
  },
  'standing.renewed': { en: 'Renewed', nl: 'Verlengd', sv: 'Förnyat' },
  'standing.lapsed': { en: 'Expired', nl: 'Verlopen', sv: 'Utgånget' },
  'ended.upgraded': {
    en: 'Replaced by gold on {day}',
    nl: 'Op {day} vervangen door Gold',
    sv: 'Ersatt av Guld den {day}',
  },
  'ended.refunded': {
    en: 'Ended on {day}: fee refunded',
    nl: 'Beëindigd op {day}: kosten terugbetaald',
    sv: 'Avslutat den {day}: avgiften återbetald',
  },
  'ended.reversed': {
    en: 'Ended on {day}: payment reversed',
    nl: 'Beëindigd op {day}: betaling teruggedraaid',
    sv: 'Avslutat den {day}: betalningen återförd',
  },
  fromTo: { en: '{from} to {to}', nl: '{from} t/m {to}', sv: '{from} till {to}' },
} as const satisfies Entries;
