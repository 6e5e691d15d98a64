import type { Language } from '../../membership/rules/catalogue.ts';
import { card, heading, note, openPage, type Card, type OpenUrlAction } from '../elements.ts';
import { say } from '../say.ts';
import { deskButton } from './buttons.ts';

export const exportButton = (language: Language, url: string): OpenUrlAction =>
  openPage(say(language, 'exportCsv'), url);

/** Every order as a file: the link to it. */
export const exportCard = (language: Language, url: string): Card => {
  const title = say(language, 'exportTitle');
  return card(
    title,
    [heading(title), note(say(language, 'exportNote'))],
    [exportButton(language, url), deskButton(language)],
  );
};
