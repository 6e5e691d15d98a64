import type { Language, LinkName } from '../membership/rules/catalogue.ts';
import { simpleCard, type Card } from './elements.ts';

export interface Welcome {
  readonly name: string;
  readonly organisation: string;
  readonly mayBuy: boolean;
  readonly globalAdmins: readonly string[];
  readonly links: Readonly<Record<LinkName, string>>;
}

/** Said once: what the bot can do, and where to begin. */
export const welcomeCard = (language: Language, welcome: Welcome): Card => simpleCard(language, welcome.name);

/** What next? */
export const menuCard = (language: Language, who: { readonly mayBuy: boolean }): Card =>
  simpleCard(language, String(who.mayBuy));

/** Three buttons, each in its own language. */
export const languageCard = (language: Language): Card => simpleCard(language, 'language');
