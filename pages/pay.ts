import { say } from '../cards/say.ts';
import type { Language } from '../membership/rules/catalogue.ts';
import { document, word, type Page } from './document.ts';
import { html, nothing, text, type Html } from './html.ts';
import type { PageWord } from './words.ts';

/** What is paid for, as the reader sees it. */
export interface Purchase {
  readonly organisation: string;
  readonly title: string;
  /** With its currency, in the reader's language. */
  readonly amount: string;
}

const fact = (label: string, value: string): Html =>
  html`<div>
    <dt>${text(label)}</dt>
    <dd>${text(value)}</dd>
  </div>`;

/** @param due whether the amount is still to be paid; after a visit to the gateway nobody can say so yet */
export const purchaseFacts = (
  language: Language,
  { organisation, title, amount }: Purchase,
  due: boolean,
): Html =>
  html`<dl>
    ${[
      fact(say(language, 'organisation'), organisation),
      fact(say(language, 'yourPurchase'), title),
      fact(say(language, due ? 'amountDue' : 'amount'), amount),
    ]}
  </dl>`;

const form = (language: Language, action: string): Html =>
  html`<form method="post" action="${text(action)}"><button>${word(language, 'openPage')}</button></form>`;

/**
 * The last page before the gateway's: it goes on by itself in a browser, and only by its button in a frame.
 * @param open the address that opens the gateway's page, seen from this one
 */
export const payPage = (page: Page, purchase: Purchase, open: string): Html => {
  const { language } = page;
  const spoken = (['opening', 'trouble', 'expired'] as const).map(
    (key) => html`<span data-word="${text(key)}" hidden>${word(language, key)}</span>`,
  );
  return document(page, 'payTitle', {
    main: html`<main data-page="pay">
      <h1>${word(language, 'payTitle')}</h1>
      ${purchaseFacts(language, purchase, true)}
      <p>${word(language, 'leaving')}</p>
      <p class="notice">${word(language, 'cardAddress')}</p>
      ${form(language, open)}
      <p role="status">${spoken}<span data-word="refused" hidden></span></p>
    </main>`,
  });
};

/** Why the gateway's page was not opened, for a browser without scripts. */
export const notOpenedPage = (
  page: Page,
  because:
    | { readonly kind: 'trouble'; readonly open: string }
    | { readonly kind: 'refused'; readonly words: string },
): Html => {
  const { language } = page;
  const refused = because.kind === 'refused';
  const title = refused ? 'refusedTitle' : 'troubleTitle';
  return document(page, title, {
    main: html`<main>
      <h1>${word(language, title)}</h1>
      <p>${refused ? text(because.words) : word(language, 'trouble')}</p>
      ${refused ? nothing : form(language, because.open)}
      <p class="hint">${word(language, 'backToTeams')}</p>
    </main>`,
  });
};

/** Pages that say one thing about a link. */
const linkPages = {
  expired: 'expiredTitle',
  notFound: 'notFoundTitle',
  noReceipt: 'noReceiptTitle',
  dateLinkExpired: 'expiredTitle',
  noDate: 'noDateTitle',
  exportLinkExpired: 'expiredTitle',
} as const satisfies Partial<Record<PageWord, PageWord>>;

export type LinkWord = keyof typeof linkPages;

export const linkPage = (page: Page, about: LinkWord): Html =>
  document(page, linkPages[about], {
    main: html`<main>
      <h1>${word(page.language, linkPages[about])}</h1>
      <p>${word(page.language, about)}</p>
    </main>`,
  });
