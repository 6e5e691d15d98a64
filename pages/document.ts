import type { Language } from '../membership/rules/catalogue.ts';
import { html, nothing, text, type Html } from './html.ts';
import { pageWords, type PageWord } from './words.ts';

/** What every page needs to know. */
export interface Page {
  readonly language: Language;
  /** The language is a guess: where a host knows better, the page comes again in that one. */
  readonly guessed?: boolean;
  /** Where the script and the style lie, seen from the page. */
  readonly up: '' | '../' | '../pay/' | '../../pay/';
  /** Tells one build of script and style from another. */
  readonly version: string;
}

export const word = (language: Language, key: PageWord): { readonly text: string } =>
  text(pageWords[key][language]);

/** A whole page. */
export const document = (
  page: Page,
  title: PageWord,
  { head = nothing, main }: { readonly head?: Html; readonly main: Html },
): Html => {
  const { language, guessed, up, version } = page;
  const at = text(`${up}page`);
  return html`<!doctype html>
    <html lang="${text(language)}" data-language="${text(guessed ? 'guessed' : 'known')}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${word(language, title)}</title>
        <link rel="stylesheet" href="${at}.css?v=${text(version)}" />
        <script src="${at}.js?v=${text(version)}" defer></script>
        ${head}
      </head>
      <body>
        ${main}
      </body>
    </html> `;
};
