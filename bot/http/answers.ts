import { languages, type Language } from '../../membership/rules/catalogue.ts';
import type { ProofType } from '../../membership/rules/order.ts';
import type { Page } from '../../pages/document.ts';
import type { Html } from '../../pages/html.ts';
import { linkPage, type LinkWord } from '../../pages/pay.ts';
import type { HttpAnswer, HttpRequest } from './exchange.ts';

/** Who may show a page of ours in a frame. */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
];

/** Everything is from here alone; only a form may lead on to the gateway. */
const policy = (gateway: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    // Browsers hold a redirect that follows a form to this too.
    ['form-action', "'self'", ...gateway].join(' '),
    "base-uri 'none'",
    ['frame-ancestors', ...hosts].join(' '),
  ].join('; ');

/** For whoever keeps it: an ASCII name for what knows no other, and the name as it is. */
export const fileNamed = (how: 'inline' | 'attachment', name: string): string => {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
};

const common = { 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };

/** A page of ours, for this reader and this moment alone. */
export const pageAnswer = (status: number, page: Html, gateway: readonly string[] = []): HttpAnswer => ({
  status,
  headers: {
    ...common,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy(gateway),
  },
  body: page,
});

/** A script or style; its address has its version, so it may be kept. */
export const assetAnswer = (contentType: string, body: string): HttpAnswer => ({
  status: 200,
  headers: {
    ...common,
    'content-type': `${contentType}; charset=utf-8`,
    'cache-control': 'public, max-age=86400',
  },
  body,
});

/** Browsers show a PDF in a page of their own, which some hold to this: it has a plug-in and a style. */
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const picturePolicy =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

const documentPolicies: Readonly<Record<ProofType, string>> = {
  // No sandbox: Chromium shows no PDF in one. Its viewer is a process of its own, with no reach into our pages.
  'application/pdf': pdfPolicy,
  'image/jpeg': picturePolicy,
  'image/png': picturePolicy,
};

/** A PDF or a picture to look at, named for who keeps it. */
export const documentAnswer = (type: ProofType, bytes: Uint8Array, fileName: string): HttpAnswer => ({
  status: 200,
  headers: {
    ...common,
    'content-type': type,
    'content-security-policy': documentPolicies[type],
    'content-disposition': fileNamed('inline', fileName),
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  },
  body: bytes,
});

/** A file to keep, for this reader and this moment alone. */
export const attachmentAnswer = (
  contentType: string,
  disposition: string,
  body: NonNullable<HttpAnswer['body']>,
): HttpAnswer => ({
  status: 200,
  headers: {
    ...common,
    'content-type': contentType,
    'content-disposition': disposition,
    'cache-control': 'no-store',
  },
  body,
});

/** A PDF to look at. */
export const pdfAnswer = (pdf: Uint8Array, fileName: string): HttpAnswer =>
  documentAnswer('application/pdf', pdf, fileName);

/** Whether it is our script that asks, rather than a browser that wants a page. */
export const wantsJson = (request: HttpRequest): boolean =>
  (request.header('accept') ?? '').includes('application/json');

const isLanguage = (text: string | null | undefined): text is Language =>
  (languages as readonly (string | null | undefined)[]).includes(text);

/** The reader's language, where no claim tells whose page it is: asked for, or the first that the browser likes. */
const guessedLanguage = (request: HttpRequest): { readonly language: Language; readonly guessed?: true } => {
  const asked = request.query.get('language');
  if (isLanguage(asked)) return { language: asked };
  const liked = (request.header('accept-language') ?? '')
    .split(',')
    .map((range) => range.trim().slice(0, 2).toLowerCase())
    .find(isLanguage);
  return { language: liked ?? 'en', guessed: true };
};

const linkStatuses: Readonly<Record<LinkWord, 404 | 410>> = {
  expired: 410,
  dateLinkExpired: 410,
  exportLinkExpired: 410,
  notFound: 404,
  noReceipt: 404,
  noDate: 404,
};

/** What a link that is good for nothing is answered. */
export const linkRefusal = (
  request: HttpRequest,
  { up, version }: Pick<Page, 'up' | 'version'>,
  about: LinkWord,
): HttpAnswer =>
  pageAnswer(linkStatuses[about], linkPage({ ...guessedLanguage(request), up, version }, about));
