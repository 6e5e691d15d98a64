import type { Language } from '../membership/rules/catalogue.ts';
import { addDays, type Day } from '../membership/rules/calendar.ts';
import { localeOf } from './format.ts';
import { plainWords } from '../membership/rules/plain-words.ts';
import { dayFrom, isDate, months, parseTypedDay } from './typed-day.ts';

const daysAhead: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['vandaag', 0],
  ['idag', 0],
  ['i dag', 0],
  ['tomorrow', 1],
  ['morgen', 1],
  ['imorgon', 1],
  ['i morgon', 1],
  ['day after tomorrow', 2],
  ['overmorgen', 2],
  ['i overmorgon', 2],
  ['next week', 7],
  ['volgende week', 7],
  ['nasta vecka', 7],
]);

const unitDays: ReadonlyMap<string, number> = new Map([
  ...['day', 'days', 'dag', 'dagen', 'dagar'].map((unit) => [unit, 1] as const),
  ...['week', 'weeks', 'weken', 'vecka', 'veckor'].map((unit) => [unit, 7] as const),
]);

/** More is no day that a reminder can be about. */
const mostUnits = 1000;

/** "in 3 days", "over een week", "om två veckor" with digits: the number and the unit. */
const ahead = (words: readonly string[]): number | undefined => {
  const [preposition = '', count = '', unit = '', ...more] = words;
  const days = unitDays.get(unit);
  if (!['in', 'over', 'om'].includes(preposition) || days === undefined || more.length > 0) return undefined;
  if (['a', 'one', 'een', 'en', 'ett'].includes(count)) return days;
  return /^\d{1,4}$/.test(count) && Number(count) <= mostUnits ? Number(count) * days : undefined;
};

/** Monday is 1, of all three languages, whole and short. */
const weekdays: ReadonlyMap<string, number> = new Map(
  Object.values(localeOf).flatMap((locale) =>
    (['long', 'short'] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      return Array.from({ length: 7 }, (_, nth) => {
        const [name = ''] = plainWords(format.format(Date.UTC(2024, 0, 1 + nth)));
        return [name, nth + 1] as const;
      });
    }),
  ),
);

/** The next such weekday that is not today. */
const weekday = (words: readonly string[], today: Day): Day | undefined => {
  const name = words.filter((word) => !['next', 'on', 'volgende', 'op', 'nasta', 'pa'].includes(word));
  const wanted = name.length === 1 ? weekdays.get(name[0] ?? '') : undefined;
  if (wanted === undefined) return undefined;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, ((wanted - now + 6) % 7) + 1);
};

/** Which of two numbers is the date and which the month; in English only where one of them can't be a month. */
const inOrder = (
  language: Language,
  a: number,
  b: number,
): readonly [date: number, month: number] | undefined => {
  if (language !== 'en' || a === b || a > 12) return [a, b];
  return b > 12 ? [b, a] : undefined;
};

/** Day and month without a year: the next such day after today. */
const withoutYear = (language: Language, words: readonly string[], today: Day): Day | undefined => {
  const [first = '', second = '', ...more] = words;
  if (more.length > 0) return undefined;
  const named = months.get(first) ?? months.get(second);
  const date = months.has(first) ? second : first;
  if (!isDate(date) || (named === undefined && !isDate(second))) return undefined;
  const order =
    named === undefined ? inOrder(language, Number(first), Number(second)) : [Number(date), named];
  const [on = 0, month = 0] = order ?? [];
  const year = Number(today.slice(0, 4));
  return [year, year + 1, year + 2, year + 3, year + 4]
    .map((each) => dayFrom(each, month, on))
    .find((day) => day !== undefined && day > today);
};

/**
 * A day to come as people write it: "24-12", "24 december", "next monday", "in 3 days", or with its year.
 * @returns undefined where it can't be read; a day that is over where that is what was written
 */
export const parseTypedFutureDay = (language: Language, text: string, today: Day): Day | undefined => {
  // A minus is no punctuation: "in -3 days" is no day to come.
  if (/(^|\s)[-\u2212\u2013]\s*\d/.test(text)) return undefined;
  const words = plainWords(text)
    .map((word) => word.replace(/^(\d{1,2})(st|nd|rd|th|e)$/, '$1'))
    .filter((word) => !['den', 'de', 'of', 'the'].includes(word));
  const days = daysAhead.get(words.join(' ')) ?? ahead(words);
  if (days !== undefined) return addDays(today, days);
  return weekday(words, today) ?? withoutYear(language, words, today) ?? parseTypedDay(language, text, today);
};
