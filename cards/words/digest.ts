import type { Entries } from './entry.ts';

/** What operators get besides the desk: the daily digest, and the export. */
export const digestWords = {
  'typed.export': { en: 'export', nl: 'exporteren', sv: 'exportera' },
  'does.export': {
    en: 'every order as a CSV file',
    nl: 'alle orders als CSV-bestand',
    sv: 'alla ordrar som en CSV-fil',
  },
  exportTitle: {
    en: 'Every order as a CSV file',
    nl: 'Alle orders als CSV-bestand',
    sv: 'Alla ordrar som en CSV-fil',
  },
  exportNote: {
    en: 'The link works for 15 minutes, and is yours alone.',
    nl: 'De link werkt 15 minuten en is alleen voor u bestemd.',
    sv: 'Länken fungerar i 15 minuter och är bara avsedd för dig.',
  },
  exportCsv: { en: 'Export (CSV) ↗', nl: 'Exporteren (CSV) ↗', sv: 'Exportera (CSV) ↗' },
  digestTitle: {
    en: 'Daily digest, {day}',
    nl: 'Dagoverzicht, {day}',
    sv: 'Daglig översikt, {day}',
  },
  digestNothing: {
    en: 'Nothing is waiting for you today.',
    nl: 'Er wacht vandaag niets op u.',
    sv: 'Inget väntar på dig i dag.',
  },
  digestOldest: { en: 'oldest: {since}', nl: 'oudste: {since}', sv: 'äldst: {since}' },
  digestFirst: { en: 'first: {since}', nl: 'eerste: {since}', sv: 'först: {since}' },
  digestUnreached: {
    en: 'Reminders that reached nobody',
    nl: 'Herinneringen die niemand hebben bereikt',
    sv: 'Påminnelser som inte nådde någon',
  },
  digestMore: { en: 'and {count} more', nl: 'en nog {count}', sv: 'och {count} till' },
  digestDamaged: {
    en: 'The data of {count, plural, one {# partner} other {# partners}} was found damaged and set aside: {partners}',
    nl: 'De gegevens van {count, plural, one {# partner} other {# partners}} bleken beschadigd en zijn apart gezet: {partners}',
    sv: 'Uppgifterna om {count, plural, one {# partner} other {# partner}} var skadade och har lagts åt sidan: {partners}',
  },
  digestParked: {
    en: '{count, plural, one {# message} other {# messages}} from the payment provider could not be placed; the oldest is of {at}.',
    nl: '{count, plural, one {# bericht van de betaaldienst kon} other {# berichten van de betaaldienst konden}} niet worden verwerkt; het oudste is van {at}.',
    sv: '{count, plural, one {# meddelande} other {# meddelanden}} från betaltjänsten kunde inte hanteras; det äldsta är från {at}.',
  },
} as const satisfies Entries;
