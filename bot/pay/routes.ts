import type { Page } from '../../pages/document.ts';
import { notOpenedPage, payPage } from '../../pages/pay.ts';
import { cancelledPage, returnPage } from '../../pages/return.ts';
import { assetAnswer, linkRefusal, pageAnswer, pdfAnswer, wantsJson } from '../http/answers.ts';
import { jsonAnswer, problem, type HttpAnswer, type HttpRequest, type Route } from '../http/exchange.ts';
import { isOrderClaim, type OrderClaim, type OrderPurpose } from '../links/claims.ts';
import type { PayParts } from './parts.ts';

type Handle = Route['handle'];
type View = NonNullable<Awaited<ReturnType<PayParts['view']>>>;
type WithClaim = (claim: OrderClaim, request: HttpRequest) => Promise<HttpAnswer>;

/** What a link that is good for nothing is answered. */
const refusal = (
  { bundle }: PayParts,
  request: HttpRequest,
  about: 'expired' | 'notFound' | 'noReceipt',
): HttpAnswer => {
  if (wantsJson(request)) return about === 'expired' ? problem(410, 'linkExpired') : problem(404, 'notFound');
  // `/pay/TOKEN` lies a folder above all the others.
  const up = /\/pay\/[^/]*$/.test(request.path) ? '' : '../';
  return linkRefusal(request, { up, version: bundle.version }, about);
};

/** Lets in who has a link of ours for this purpose; nobody else learns whether there is such an order. */
const withLink =
  (parts: PayParts, purpose: OrderPurpose, handle: WithClaim): Handle =>
  (request) => {
    const read = parts.links.read(request.params['token'] ?? '');
    if (read.kind === 'expired') return refusal(parts, request, 'expired');
    const claim = read.kind === 'claim' ? read.claim : undefined;
    return claim && isOrderClaim(claim) && claim.purpose === purpose
      ? handle(claim, request)
      : refusal(parts, request, 'notFound');
  };

/** The same, for what shows the order. */
const withView = (
  parts: PayParts,
  purpose: OrderPurpose,
  handle: (view: View, claim: OrderClaim, request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>,
): Handle =>
  withLink(parts, purpose, async (claim, request) => {
    const view = await parts.view(claim);
    return view ? handle(view, claim, request) : refusal(parts, request, 'notFound');
  });

const pageFor = ({ bundle }: PayParts, { language }: View, up: Page['up']): Page => ({
  language,
  up,
  version: bundle.version,
});

const token = (request: HttpRequest): string => request.params['token'] ?? '';

/** Looking never opens anything at the gateway: chats and mail programs look at links by themselves. */
const look = (parts: PayParts): Handle =>
  withView(parts, 'pay', (view, _claim, request) =>
    pageAnswer(200, payPage(pageFor(parts, view, ''), view, `${token(request)}/open`), parts.gateway()),
  );

const open = (parts: PayParts): Handle =>
  withView(parts, 'pay', async (view, claim, request) => {
    const opened = await parts.openPage(claim);
    if (wantsJson(request)) return jsonAnswer(200, opened);
    if (opened.kind === 'page') return { status: 303, headers: { location: opened.url } };
    const because = opened.kind === 'trouble' ? { ...opened, open: 'open' } : opened;
    const page = notOpenedPage(pageFor(parts, view, '../'), because);
    return pageAnswer(opened.kind === 'trouble' ? 503 : 409, page, parts.gateway());
  });

const comeBack = (parts: PayParts): Handle =>
  withView(parts, 'return', async (view, claim, request) => {
    const standing = await parts.standing(claim);
    const status = `../status/${token(request)}`;
    return pageAnswer(200, returnPage(pageFor(parts, view, '../'), view, { standing, status }));
  });

const status = (parts: PayParts): Handle =>
  withLink(parts, 'return', async (claim) => jsonAnswer(200, { standing: await parts.standing(claim) }));

const turnBack = (parts: PayParts): Handle =>
  withView(parts, 'cancelled', (view) => pageAnswer(200, cancelledPage(pageFor(parts, view, '../'), view)));

const receipt = (parts: PayParts): Handle =>
  withLink(parts, 'receipt', async (claim, request) => {
    const made = await parts.receipt(claim);
    return made ? pdfAnswer(made.pdf, made.fileName) : refusal(parts, request, 'noReceipt');
  });

/** The pages before and after the gateway's, and receipts: each by a signed link alone. */
export const payRoutes = (parts: PayParts): readonly Route[] => {
  const { script, style } = parts.bundle;
  return [
    { method: 'GET', path: '/pay/page.js', handle: () => assetAnswer('text/javascript', script) },
    { method: 'GET', path: '/pay/page.css', handle: () => assetAnswer('text/css', style) },
    { method: 'GET', path: '/pay/:token', handle: look(parts) },
    { method: 'POST', path: '/pay/:token/open', handle: open(parts) },
    { method: 'GET', path: '/pay/return/:token', handle: comeBack(parts) },
    { method: 'GET', path: '/pay/status/:token', handle: status(parts) },
    { method: 'GET', path: '/pay/cancelled/:token', handle: turnBack(parts) },
    { method: 'GET', path: '/pay/receipt/:token', handle: receipt(parts) },
  ];
};
