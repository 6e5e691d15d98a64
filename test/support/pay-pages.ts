import { httpServer, type HttpServer } from '../../bot/http/server.ts';
import type { Route } from '../../bot/http/exchange.ts';
import type { OrderClaim, OrderPurpose } from '../../bot/links/claims.ts';
import { signedLinks } from '../../bot/links/signed-links.ts';
import { botLog } from '../../bot/observe/log.ts';
import { botMetrics } from '../../bot/observe/metrics.ts';
import type { OpenedPage, PayParts } from '../../bot/pay/parts.ts';
import { payRoutes } from '../../bot/pay/routes.ts';
import { instant } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { AadObjectId, MpnId } from '../../membership/rules/ids.ts';
import { drawOrderNumber } from '../../membership/rules/order-number.ts';
import { pageBundle } from '../../pages/bundle.ts';
import type { PaymentStanding } from '../../pages/return.ts';

/** The pages over real HTTP; what is behind them is played, and can be changed at any time. */
export interface PayPages {
  readonly origin: string;
  opened: OpenedPage;
  standing: PaymentStanding;
  language: Language;
  organisation: string;
  known: boolean;
  receipt: Awaited<ReturnType<PayParts['receipt']>>;
  /** The claims that were opened, oldest first. */
  readonly asked: OrderClaim[];
  link(purpose: OrderPurpose): string;
  token(purpose: OrderPurpose): string;
  passMinutes(minutes: number): void;
  close(): Promise<void>;
}

const bundle = await pageBundle();

/** @param more routes beside those of the pages, such as a gateway's */
export const payPages = async (more: readonly Route[] = []): Promise<PayPages> => {
  let minutes = 0;
  let origin = '';
  const clock = { now: () => instant(new Date(Date.parse('2026-11-21T09:00:00Z') + minutes * 60_000)) };
  const links = signedLinks({ key: Buffer.alloc(32, 1), clock, publicUrl: () => origin });
  const claim = (purpose: OrderPurpose): OrderClaim => ({
    purpose,
    partner: '6234461' as MpnId,
    order: drawOrderNumber(() => 0.5),
    person: '87d349ed-44d7-43e1-9a83-5f2406dee5bd' as AadObjectId,
  });
  const pages: PayPages = {
    get origin() {
      return origin;
    },
    opened: { kind: 'trouble' },
    standing: 'confirming',
    language: 'en',
    organisation: 'Fabrikam B.V.',
    known: true,
    receipt: undefined,
    asked: [],
    link: (purpose) => links.make(claim(purpose)),
    token: (purpose) => pages.link(purpose).split('/').at(-1) ?? '',
    passMinutes: (more) => {
      minutes += more;
    },
    close: () => server.close(100),
  };
  const view = () => ({
    organisation: pages.organisation,
    title: 'Gold membership, Data Analytics',
    amount: 'EUR 4,598.00',
    language: pages.language,
  });
  const parts: PayParts = {
    links,
    bundle,
    gateway: () => ['http://gateway.localhost:*'],
    openPage: (asked) => {
      pages.asked.push(asked);
      return Promise.resolve(pages.opened);
    },
    standing: () => Promise.resolve(pages.standing),
    receipt: () => Promise.resolve(pages.receipt),
    view: () => Promise.resolve(pages.known ? view() : undefined),
  };
  const server: HttpServer = httpServer({
    log: botLog('silent'),
    metrics: botMetrics(),
    routes: [...payRoutes(parts), ...more],
  });
  origin = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return pages;
};
