import type { Language, LinkName } from '../membership/rules/catalogue.ts';
import { simpleCard, type Card } from './elements.ts';

export interface Help {
  readonly mayBuy: boolean;
  readonly globalAdmins: readonly string[];
  readonly links: Readonly<Record<LinkName, string>>;
  /** The companion page; local mode only. */
  readonly localPage?: string | undefined;
}

/** What can be typed, where more is written, and what to do next. */
export const helpCard = (language: Language, help: Help): Card => simpleCard(language, help.localPage ?? '');
