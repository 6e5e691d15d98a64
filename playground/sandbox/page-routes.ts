import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HttpAnswer, HttpRequest, Route } from '../../bot/http/exchange.ts';
import { emptyHolder, readCardForm, type Holder } from './card-form.ts';
import { challengePage, endPage, payPage, unknownPage, type PagePlace } from './page.ts';
import type { DeclineCode } from './page-words.ts';
import { answerChallenge, closeOverdue, tryCard, type Tried } from './paying.ts';
import type { Session } from './state.ts';
import type { World } from './world.ts';

export interface PageParts {
  readonly world: World;
  /** Keeps what has changed, then tells the bot of it. */
  readonly commit: () => Promise<void>;
}

const maxForm = 16 * 1024;

/** No script, no frame; a form may lead to where the bot wants the browser back. */
const policy = (...formTargets: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; ');

const shown = (status: number, body: string, session?: Session): HttpAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': session ? policy(new URL(session.successUrl).origin) : policy(),
    'x-frame-options': 'DENY',
  },
  body,
});

const style = readFileSync(fileURLToPath(new URL('page.css', import.meta.url)), 'utf8');

const declineCodes = [
  'card_declined',
  'insufficient_funds',
  'payment_intent_authentication_failure',
] as const;
const sentenceFor = (code: string): DeclineCode =>
  declineCodes.find((known) => known === code) ?? 'card_declined';

const back = ({ id, successUrl }: Session): HttpAnswer => ({
  status: 303,
  headers: { location: successUrl.replaceAll('{CHECKOUT_SESSION_ID}', id) },
});

const standing = (session: Session, place: PagePlace): string => {
  if (session.status !== 'open') return endPage(session, place);
  return session.challenged ? challengePage(session, place) : payPage(session, place);
};

const afterwards = (session: Session, place: PagePlace, tried: Tried, holder: Holder): HttpAnswer => {
  switch (tried.kind) {
    case 'paid':
      return back(session);
    case 'challenged':
      return shown(200, challengePage(session, place), session);
    case 'declined': {
      const again = { holder, errors: new Map(), declined: sentenceFor(tried.code) };
      return shown(402, payPage(session, place, again), session);
    }
    case 'over':
      return shown(409, endPage(session, place), session);
  }
};

/** The hosted page. What is entered of a card is read once and dropped: nothing of it is kept, logged or shown. */
export const pageRoutes = ({ world, commit }: PageParts, prefix: string): readonly Route[] => {
  const placeOf = (id: string): PagePlace => ({
    style: `${prefix}/pay.css`,
    self: `${prefix}/pay/${encodeURIComponent(id)}`,
  });
  const onPage =
    (act: (session: Session, place: PagePlace, request: HttpRequest) => Promise<HttpAnswer>) =>
    async (request: HttpRequest): Promise<HttpAnswer> => {
      const id = request.params['id'] ?? '';
      if (closeOverdue(world)) await commit();
      const session = world.state.sessions.get(id);
      const place = placeOf(id);
      return session ? act(session, place, request) : shown(404, unknownPage(place));
    };
  const form = async (request: HttpRequest): Promise<URLSearchParams> =>
    new URLSearchParams((await request.bytes()).toString('utf8'));

  const show = onPage((session, place) => Promise.resolve(shown(200, standing(session, place), session)));
  const pay = onPage(async (session, place, request) => {
    const read = readCardForm(await form(request), world.now());
    if (read.kind === 'wrong') return shown(422, payPage(session, place, read), session);
    const tried = tryCard(world, session, read.outcome);
    await commit();
    return afterwards(session, place, tried, read.holder);
  });
  const authenticate = onPage(async (session, place, request) => {
    const tried = answerChallenge(world, session, (await form(request)).get('proved') === 'yes');
    await commit();
    return afterwards(session, place, tried, emptyHolder);
  });

  const css = { 'content-type': 'text/css; charset=utf-8' };
  const routes: readonly Route[] = [
    { method: 'GET', path: `${prefix}/pay.css`, handle: () => ({ status: 200, headers: css, body: style }) },
    { method: 'GET', path: `${prefix}/pay/:id`, handle: show },
    { method: 'POST', path: `${prefix}/pay/:id`, handle: pay, maxBody: maxForm },
    {
      method: 'POST',
      path: `${prefix}/pay/:id/authentication`,
      handle: authenticate,
      maxBody: maxForm,
    },
  ];
  return routes.map((route) => ({ ...route, hosts: 'loopback' }));
};
