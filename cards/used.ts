import type { Language } from '../membership/rules/catalogue.ts';
import { card, facts, text, type Card } from './elements.ts';

export interface Used {
  readonly title: string;
  readonly facts?: readonly (readonly [title: string, value: string])[] | undefined;
  readonly text?: string | undefined;
}

/** What a used card becomes: what it led to, and no actions. */
export const usedCard = (language: Language, used: Used): Card =>
  card(used.title, [
    text(used.title, { weight: 'bolder' }),
    ...(used.facts?.length ? [facts(...used.facts)] : []),
    ...(used.text === undefined ? [] : [text(used.text, { spacing: 'small' })]),
  ]);
