import { LRUCache } from 'lru-cache';
import type { CountryCode, Language } from '../membership/rules/catalogue.ts';
import type { Day, Instant } from '../membership/rules/calendar.ts';
import { minorDigits, toDecimal, type Money } from '../membership/rules/money.ts';

/** The locale whose habits a language is written in; English with day before month, which none misreads. */
export const localeOf = { en: 'en-GB', nl: 'nl-NL', sv: 'sv-SE' } as const satisfies Record<Language, string>;

const isDecimal = (decimal: string): decimal is `${number}` => /^-?\d+(\.\d+)?$/.test(decimal);

const moneyFormats = new Map<string, Intl.NumberFormat>();
const moneyFormat = (language: Language, { currency }: Money): Intl.NumberFormat => {
  const key = `${language} ${currency}`;
  const known = moneyFormats.get(key);
  if (known) return known;
  // ISO 4217's digits, not Intl's: a bank counts a wire by them.
  const digits = minorDigits(currency);
  const made = new Intl.NumberFormat(localeOf[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  moneyFormats.set(key, made);
  return made;
};

const moneyText = (language: Language, amount: Money): string => {
  // Formatted from the decimal text: a number would round what is large.
  const decimal = toDecimal(amount);
  if (!isDecimal(decimal)) throw new RangeError(`no decimal: ${decimal}`);
  // The minus sign, not the hyphen: at the head of a line Markdown takes that for a list.
  return moneyFormat(language, amount).format(decimal).replace('-', '−');
};

/** Fees and rates are few and shown over and over, and formatting one costs more than all else of a card's line. */
const shown = new LRUCache<string, string>({ max: 2_000 });
const shownOnce = (key: string, make: () => string): string => {
  const known = shown.get(key);
  if (known !== undefined) return known;
  const text = make();
  shown.set(key, text);
  return text;
};

/** "EUR 3,800.00", "EUR 3.800,00", "3 800,00 EUR": always with the code, since "$" or "kr" is no currency for a wire. */
export const showMoney = (language: Language, amount: Money): string =>
  shownOnce(`${language} ${amount.currency} ${amount.minor}`, () => moneyText(language, amount));

const perLanguage = <Format>(make: (locale: string) => Format): Record<Language, Format> => ({
  en: make(localeOf.en),
  nl: make(localeOf.nl),
  sv: make(localeOf.sv),
});

const days = perLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
const moments = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
);
const percents = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
);
const megabytes = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }),
);
const kilobytes = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }),
);
const alternatives = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));

/** "21 November 2026". */
export const showDay = (language: Language, day: Day): string =>
  days[language].format(new Date(`${day}T00:00:00Z`));

/** Day and time, marked as UTC. */
export const showInstant = (language: Language, moment: Instant): string =>
  `${moments[language].format(new Date(moment))} UTC`;

/** @param basisPoints hundredths of a percent: 2100 is "21%" */
export const showPercent = (language: Language, basisPoints: number): string =>
  shownOnce(`${language} % ${basisPoints}`, () => percents[language].format(basisPoints / 10_000));

/** The size of a file. */
export const showBytes = (language: Language, bytes: number): string =>
  bytes < 1_000_000
    ? kilobytes[language].format(Math.ceil(bytes / 1000))
    : megabytes[language].format(bytes / 1_000_000);

const regions = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'region' }));

/** "Netherlands"; a code that no country has shows as it is. */
export const showCountry = (language: Language, country: CountryCode): string =>
  (/^[A-Z]{2}$/.test(country) ? regions[language].of(country) : undefined) ?? country;

/** "Anna, Erik or Fatima". */
export const showAlternatives = (language: Language, names: readonly string[]): string =>
  alternatives[language].format(names);

/**
 * Line breaks, other controls and the marks that turn text around. A name that holds them could break a line in two,
 * or make what follows read backwards.
 */
// eslint-disable-next-line no-control-regex -- controls are what it takes out
const unruly = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** One line without controls, its ends trimmed. */
export const oneLine = (text: string): string => text.replace(unruly, ' ').replace(/ {2,}/g, ' ').trim();

/** Words that begin with a letter, on one line, with no sign that means anything: most of what is shown. */
const plain = /^[A-Za-z](?:[A-Za-z0-9,.:;()/%'!?@€-]| (?=\S))*$/;

/**
 * Makes any text safe where a card reads Markdown: it shows as it was written, on one line. Only signs that can have
 * an effect are escaped, because not every client takes the backslash away.
 */
export const escape = (text: string): string => (plain.test(text) ? text : escapeSigns(text));

const escapeSigns = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+#])/, '\\$1')
    // What Adaptive Cards would take for a date to format.
    .replace(/\{\{/g, '{ {');

/** The most of a typed text that is repeated; more says nothing more. */
const echoed = 60;

/** What somebody typed, to be repeated to them: short, on one line, and never so many digits that it is a card's. */
export const showTyped = (typed: string): string => {
  const shown = oneLine(typed).replace(/\d(?:[ .\-_/]*\d){11,}/g, '…');
  return shown.length > echoed ? `${shown.slice(0, echoed)}…` : shown;
};
