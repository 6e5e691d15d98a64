import type { Language } from '../membership/rules/catalogue.ts';
import { isDay, type Day } from '../membership/rules/calendar.ts';

/**
 * A day as people write it. Without a year: the latest such day that is not after today.
 * @returns undefined where it can't be read, or in English could be either of two days
 */
export const parseTypedDay = (language: Language, text: string, today: Day): Day | undefined =>
  isDay(text) ? text : text === language ? today : undefined;
