import { localeOf, showMoney } from '../../cards/format.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { fromGateway } from '../../payments/card/amounts.ts';
import { emptyHolder, type Field, type FieldErrors, type Holder } from './card-form.ts';
import { html, type Html } from './html.ts';
import { pageLanguage, pageWords, type DeclineCode, type PageWords } from './page-words.ts';
import type { Session } from './state.ts';
import { testCards, type CardOutcome } from './test-cards.ts';

/** Where the page's parts are, relative to the server. */
export interface PagePlace {
  readonly style: string;
  readonly self: string;
}

const frame = (language: Language, place: PagePlace, body: Html): string => {
  const words = pageWords(language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${place.style}" />
      </head>
      <body>
        <p class="sandbox" role="note">${words.sandbox}</p>
        <main>${body}</main>
      </body>
    </html>`.html;
};

const summary = (session: Session, language: Language): Html => {
  const words = pageWords(language);
  const amount = showMoney(language, fromGateway(session));
  return html`<section class="summary">
    <h1>${session.title}</h1>
    <p class="amount"><span>${words.due}</span> <strong>${amount}</strong></p>
    ${session.reference === null ? '' : html`<p class="order">${words.order} ${session.reference}</p>`}
  </section>`;
};

interface Input {
  readonly field: Field;
  readonly value?: string;
  /** More attributes, fixed by us. */
  readonly more?: Html;
}

const fieldOf =
  (words: PageWords, errors: FieldErrors) =>
  ({ field, value = '', more = html`` }: Input): Html => {
    const error = errors.get(field);
    const state = error ? html`aria-invalid="true" aria-describedby="${field}-error"` : html``;
    return html`<label class="${field}"
      >${words[field]}
      <input name="${field}" value="${value}" autocomplete="off" ${more} ${state} />
      ${error ? html`<span class="error" id="${field}-error">${words.errors[error]}</span>` : ''}</label
    >`;
  };

const countries = [
  'AT',
  'BE',
  'CH',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'IE',
  'IT',
  'NL',
  'NO',
  'PL',
  'SE',
  'US',
];

const countryField = (language: Language, chosen: string, errors: FieldErrors): Html => {
  const words = pageWords(language);
  const names = new Intl.DisplayNames(localeOf[language], { type: 'region' });
  const error = errors.get('country');
  const options = countries.map(
    (code) =>
      html`<option value="${code}" ${code === chosen ? html`selected` : ''}>
        ${names.of(code) ?? code}
      </option>`,
  );
  return html`<label class="country"
    >${words.country}
    <select name="country" ${error ? html`aria-invalid="true" aria-describedby="country-error"` : ''}>
      <option value="">${words.choose}</option>
      ${options}
    </select>
    ${error ? html`<span class="error" id="country-error">${words.errors[error]}</span>` : ''}</label
  >`;
};

const outcomeWords = (words: PageWords, outcome: CardOutcome): string => {
  if (outcome.kind !== 'declined') return words.outcomes[outcome.kind];
  return outcome.code === 'insufficient_funds' ? words.outcomes.funds : words.outcomes.declined;
};

const help = (words: PageWords): Html => {
  const rows = testCards.map(
    ({ number, outcome }) => html`<li><code>${number}</code> ${outcomeWords(words, outcome)}</li>`,
  );
  return html`<details class="cards" open>
    <summary>${words.testCards}</summary>
    <ul>
      ${rows}
    </ul>
  </details>`;
};

/** What the page shows again after a try: the card's own fields are never among it. */
export interface Again {
  readonly holder: Holder;
  readonly errors: FieldErrors;
  readonly declined?: DeclineCode | undefined;
}

const firstTime: Again = { holder: emptyHolder, errors: new Map() };

const alertOf = (words: PageWords, { errors, declined }: Again): Html => {
  if (declined) return html`<p class="alert" role="alert">${words.errors[declined]}</p>`;
  return errors.size > 0 ? html`<p class="alert" role="alert">${words.errors.form}</p>` : html``;
};

const backLink = (session: Session, words: PageWords): Html =>
  session.cancelUrl === null ? html`` : html`<a class="back" href="${session.cancelUrl}">${words.back}</a>`;

/** The form that asks for a card and its billing address. */
export const payPage = (session: Session, place: PagePlace, again: Again = firstTime): string => {
  const language = pageLanguage(session.locale);
  const words = pageWords(language);
  const { holder, errors } = again;
  const field = fieldOf(words, errors);
  const digits = html`inputmode="numeric"`;
  const body = html`${summary(session, language)}
    <form method="post" action="${place.self}" novalidate>
      ${alertOf(words, again)}
      <fieldset>
        <legend>${words.card}</legend>
        ${field({ field: 'number', more: html`inputmode="numeric" maxlength="23"` })}
        ${field({ field: 'expiry', more: digits })} ${field({ field: 'cvc', more: digits })}
        ${field({ field: 'name', value: holder.name })}
      </fieldset>
      <fieldset>
        <legend>${words.billing}</legend>
        <p class="note">${words.billingNote}</p>
        ${countryField(language, holder.country, errors)} ${field({ field: 'line1', value: holder.line1 })}
        ${field({ field: 'postalCode', value: holder.postalCode })}
        ${field({ field: 'city', value: holder.city })}
      </fieldset>
      <button class="pay" type="submit">${words.pay}</button>
      ${backLink(session, words)}
    </form>
    ${help(words)}`;
  return frame(language, place, body);
};

/** The stand-in for the page on which a card's bank asks its holder. */
export const challengePage = (session: Session, place: PagePlace): string => {
  const language = pageLanguage(session.locale);
  const words = pageWords(language);
  const body = html`${summary(session, language)}
    <form method="post" action="${place.self}/authentication">
      <h2>${words.challenge}</h2>
      <p class="note">${words.challengeNote}</p>
      <button class="pay" type="submit" name="proved" value="yes">${words.complete}</button>
      <button type="submit" name="proved" value="no">${words.fail}</button>
    </form>`;
  return frame(language, place, body);
};

/** For a page that was paid on, or is over. */
export const endPage = (session: Session, place: PagePlace): string => {
  const language = pageLanguage(session.locale);
  const words = pageWords(language);
  const sentence = session.status === 'complete' ? words.paid : words.over;
  return frame(
    language,
    place,
    html`${summary(session, language)}
      <p class="end" role="status">${sentence}</p>`,
  );
};

export const unknownPage = (place: PagePlace): string =>
  frame('en', place, html`<p class="end" role="status">${pageWords('en').unknown}</p>`);
