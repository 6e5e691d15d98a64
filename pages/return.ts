import { document, word, type Page } from './document.ts';
import { html, nothing, text, type Html } from './html.ts';
import { purchaseFacts, type Purchase } from './pay.ts';

/** How a payment stands, seen from the browser that comes back from the gateway. Only the last three are final. */
export const paymentStandings = ['confirming', 'paid', 'ended', 'gone'] as const;
export type PaymentStanding = (typeof paymentStandings)[number];

/** The page's own ways to stop asking come on top. */
const shown = [...paymentStandings, 'slow', 'expired'] as const;

const section = ({ language }: Page, key: (typeof shown)[number], now: PaymentStanding): Html =>
  html`<section data-standing="${text(key)}" ${key === now ? nothing : html` hidden`}>
    <h1>${word(language, `${key}Title`)}</h1>
    <p>${word(language, key)}</p>
  </section> `;

/** A browser without scripts asks again by loading the page anew. */
const reload = html`<noscript><meta http-equiv="refresh" content="5" /></noscript> `;

/**
 * The page after the gateway's: "confirming" until the store says otherwise, and never "not paid" before that.
 * @param status the address that tells how the payment stands, seen from this page
 */
export const returnPage = (
  page: Page,
  purchase: Purchase,
  { standing, status }: { readonly standing: PaymentStanding; readonly status: string },
): Html =>
  document(page, `${standing}Title`, {
    head: standing === 'confirming' ? reload : nothing,
    main: html`<main data-page="return" data-status="${text(status)}">
      <div role="status">${shown.map((key) => section(page, key, standing))}</div>
      ${purchaseFacts(page.language, purchase, false)}
      <p class="hint">${word(page.language, 'backToTeams')}</p>
    </main>`,
  });

/** The page for who turned back at the gateway's. */
export const cancelledPage = (page: Page, purchase: Purchase): Html =>
  document(page, 'cancelledTitle', {
    main: html`<main>
      <h1>${word(page.language, 'cancelledTitle')}</h1>
      <p>${word(page.language, 'cancelled')}</p>
      ${purchaseFacts(page.language, purchase, true)}
      <p class="hint">${word(page.language, 'backToTeams')}</p>
    </main>`,
  });
