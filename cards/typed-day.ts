import type { Language } from '../membership/rules/catalogue.ts';
import { addDays, isDay, type Day } from '../membership/rules/calendar.ts';
import { localeOf } from './format.ts';
import { plainWords } from '../membership/rules/plain-words.ts';

const yearOf = (day: Day): number => Number(day.slice(0, 4));

export const dayFrom = (year: number, month: number, date: number): Day | undefined => {
  const text = [String(year).padStart(4, '0'), ...[month, date].map((n) => String(n).padStart(2, '0'))].join(
    '-',
  );
  return isDay(text) ? text : undefined;
};

const daysAgo: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['vandaag', 0],
  ['idag', 0],
  ['i dag', 0],
  ['yesterday', 1],
  ['gisteren', 1],
  ['igar', 1],
  ['i gar', 1],
]);

const monthNames = (style: 'long' | 'short'): readonly (readonly [name: string, month: number])[] =>
  Object.values(localeOf).flatMap((locale) => {
    const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => {
      const [name = ''] = plainWords(format.format(Date.UTC(2026, month, 1)));
      return [name, month + 1] as const;
    });
  });

/** Of all three languages, whole and short; none of them means two months. */
export const months: ReadonlyMap<string, number> = new Map([
  ...monthNames('long'),
  ...monthNames('short'),
  ['mrt', 3],
  ['sep', 9],
]);

export const wholeYear = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

/** Day and month without a year: the latest such day that is not after today. */
const latest = (month: number, date: number, today: Day): Day | undefined => {
  const day = dayFrom(yearOf(today), month, date);
  return day && day <= today ? day : dayFrom(yearOf(today) - 1, month, date);
};

export const isDate = (word: string): boolean => /^\d{1,2}$/.test(word);
const isYear = (word: string): boolean => /^(\d{2}|\d{4})$/.test(word);

/** "21 november 2026", "November 21, 2026", "21 nov". */
const withMonthName = (words: readonly string[], today: Day): Day | undefined => {
  const at = words.findIndex((word) => months.has(word));
  const month = months.get(words[at] ?? '');
  const [date = '', year, ...more] = words.filter((_, index) => index !== at);
  if (month === undefined || at > 1 || more.length > 0 || !isDate(date)) return undefined;
  if (year === undefined) return latest(month, Number(date), today);
  return isYear(year) ? dayFrom(wholeYear(year), month, Number(date)) : undefined;
};

/** Day first; in English either may come first, so it is read only where one of them can't be a month. */
const inDigits = (language: Language, words: readonly string[]): Day | undefined => {
  const [first = '', second = '', year = '', ...more] = words;
  if (more.length > 0 || !isDate(first) || !isDate(second) || !isYear(year)) return undefined;
  const [a, b] = [Number(first), Number(second)];
  if (language !== 'en' || a === b || a > 12) return dayFrom(wholeYear(year), b, a);
  return b > 12 ? dayFrom(wholeYear(year), a, b) : undefined;
};

/**
 * A day as people write it. Without a year: the latest such day that is not after today.
 * @returns undefined where it can't be read, or in English could be either of two days
 */
export const parseTypedDay = (language: Language, text: string, today: Day): Day | undefined => {
  // "21st", and the "de" or "den" that a date may begin with.
  const words = plainWords(text)
    .map((word) => word.replace(/^(\d{1,2})(st|nd|rd|th|e)$/, '$1'))
    .filter((word) => !['den', 'de', 'of', 'the'].includes(word));
  const ago = daysAgo.get(words.join(' '));
  if (ago !== undefined) return addDays(today, -ago);
  const [first = '', second = '', third = ''] = words;
  if (words.length === 3 && /^\d{4}$/.test(first))
    return dayFrom(Number(first), Number(second), Number(third));
  if (words.length === 1 && /^20\d{6}$/.test(first)) {
    return dayFrom(Number(first.slice(0, 4)), Number(first.slice(4, 6)), Number(first.slice(6)));
  }
  return withMonthName(words, today) ?? inDigits(language, words);
};
