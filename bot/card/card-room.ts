import { sweepCardPages } from '../../membership/deeds/sweep-card-pages.ts';
import type { DeedPorts } from '../../membership/deeds/perform.ts';
import type { Accepted } from '../../membership/deeds/settle-charge.ts';
import type { CardPorts } from '../../membership/deeds/card-ports.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { Store } from '../../store/contract.ts';
import type { Route } from '../http/exchange.ts';
import type { SignedLinks } from '../links/signed-links.ts';
import type { Notifier } from '../messages/notifier.ts';
import type { Log } from '../observe/log.ts';
import { tracedRoute } from '../observe/traced.ts';
import type { PayParts } from '../pay/parts.ts';
import { payRoutes } from '../pay/routes.ts';
import { receiptOf } from '../pay/receipt.ts';
import type { Beside } from '../schedule.ts';
import { cardPorts, type CardMeans } from './card-ports.ts';
import { openFor, standingOf, visitOf, viewOf } from './pay-parts.ts';
import { parkedAgain } from './parked-again.ts';
import { webhookRoute } from './webhook.ts';

export interface CardRoomParts {
  readonly deeds: DeedPorts;
  readonly store: Pick<Store, 'chats' | 'parked'>;
  readonly links: SignedLinks;
  readonly bundle: PayParts['bundle'];
  readonly notifier: Pick<Notifier, 'afterEvent'>;
  readonly log: Log;
  /** Undefined where card is not offered: receipts are there all the same. */
  readonly means: CardMeans | undefined;
}

/** Everything about card payment that is not a turn: the bot's pages, the gateway's news, the sweep. */
export interface CardRoom {
  readonly ports: CardPorts | undefined;
  readonly routes: readonly Route[];
  readonly attendTo: (id: MpnId) => Promise<void>;
  readonly besides: readonly Beside[];
}

const pages = (
  { deeds, store, links, bundle, means }: CardRoomParts,
  ports: CardPorts | undefined,
): PayParts => {
  const visit = (claim: Parameters<PayParts['view']>[0]) => visitOf(deeds, store.chats, claim);
  return {
    links,
    bundle,
    gateway: () => means?.pages() ?? [],
    openPage: async (claim) => {
      const found = await visit(claim);
      return ports && found ? openFor(ports, found, claim) : { kind: 'trouble' };
    },
    standing: async (claim) => {
      const found = await visit(claim);
      return found ? standingOf(found) : 'gone';
    },
    receipt: async (claim) => {
      const found = await visit(claim);
      return found && receiptOf(deeds.catalogue, found);
    },
    view: async (claim) => {
      const found = await visit(claim);
      return found && viewOf(deeds.catalogue, found);
    },
  };
};

export const cardRoom = (parts: CardRoomParts): CardRoom => {
  const { deeds, store, links, notifier, log, means } = parts;
  const ports = means && cardPorts(deeds, means, links);
  const routes = payRoutes(pages(parts, ports)).map(tracedRoute);
  if (!ports) return { ports, routes, attendTo: () => Promise.resolve(), besides: [] };
  const parking = { ...ports, parked: store.parked };
  const tell = ({ partner, order }: Accepted): void => notifier.afterEvent(partner.mpnId, order);
  const webhook = webhookRoute({ ports: parking, readNews: means.readNews, tell, log });
  return {
    ports,
    routes: [...routes, tracedRoute(webhook)],
    attendTo: (id) => sweepCardPages(ports, id),
    besides: [parkedAgain(parking, tell)],
  };
};
