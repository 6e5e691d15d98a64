import type { Language } from '../../membership/rules/catalogue.ts';
import { submit, type SubmitAction } from '../elements.ts';
import { say } from '../say.ts';
import type { DeskButtonData } from './actions.ts';

/** As many as stay readable on a phone. */
export const pageSize = 8;

/** A part of something long. */
export interface Page<Item> {
  readonly shown: readonly Item[];
  /** From 0. */
  readonly page: number;
  readonly count: number;
}

/** The page that is asked for, or the last one where there is no such page any more. */
export const pageOf = <Item>(items: readonly Item[], wanted = 0): Page<Item> => {
  const last = Math.max(0, Math.ceil(items.length / pageSize) - 1);
  const page = Math.min(wanted, last);
  return { shown: items.slice(page * pageSize, (page + 1) * pageSize), page, count: items.length };
};

export const pageNote = (
  language: Language,
  { page, shown, count }: Page<unknown>,
  first: 'oldest' | 'newest',
): string =>
  say(language, first === 'oldest' ? 'pageOf' : 'newestPageOf', {
    from: page * pageSize + 1,
    to: page * pageSize + shown.length,
    count,
  });

/** To the pages before and after, where there are any. */
export const pageButtons = (
  language: Language,
  { page, count }: Page<unknown>,
  to: (page: number) => DeskButtonData,
): readonly SubmitAction[] => [
  ...(page > 0 ? [submit(say(language, 'previousPage'), to(page - 1))] : []),
  ...((page + 1) * pageSize < count ? [submit(say(language, 'nextPage'), to(page + 1))] : []),
];
