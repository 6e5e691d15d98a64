import { randomUUID } from 'node:crypto';
import {
  postBankLine,
  postUnmarked,
  type BankPorts,
  type Posted,
} from '../membership/deeds/post-bank-line.ts';
import type { DeedPorts } from '../membership/deeds/perform.ts';
import type { BankLine, Chance, Clock } from '../membership/ports.ts';
import { instant, type Instant } from '../membership/rules/calendar.ts';
import type { Catalogue, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { CommandId, MessageId } from '../membership/rules/ids.ts';
import { proofIntake } from '../payments/proof/intake.ts';
import { matcher } from '../payments/transfer/match.ts';
import type { Store } from '../store/contract.ts';
import { exchangeHandlers } from '../store/exchange/at-folder.ts';
import type { PageBundle } from '../pages/bundle.ts';
import { cardRoom } from './card/card-room.ts';
import type { CardMeans } from './card/card-ports.ts';
import { orderUrls } from './card/order-urls.ts';
import { reminderEntry } from './calendar/reminder-entry.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { signedLinks } from './links/signed-links.ts';
import { teamsAdapter } from './adapter/teams-adapter.ts';
import { deskRoom } from './desk/desk-room.ts';
import type { House } from './house.ts';
import { messagesRoute } from './http/messages.ts';
import type { Route } from './http/exchange.ts';
import { operationsRoutes } from './http/operations.ts';
import { httpServer, type HttpServer } from './http/server.ts';
import { notifier } from './messages/notifier.ts';
import { reach } from './messages/reach.ts';
import { pace } from './messages/pace.ts';
import { observedPartners } from './observe/commits.ts';
import { faultReference } from './observe/reference.ts';
import type { Log, SendLine } from './observe/log.ts';
import type { Metrics } from './observe/metrics.ts';
import { inSpan } from './observe/tracing.ts';
import { tracedGateway, tracedPartners, traceSend } from './observe/traced.ts';
import { conversationQueue } from './queue/conversation-queue.ts';
import { deliveredOnce } from './queue/delivered-once.ts';
import { sharedQueue } from './queue/shared-queue.ts';
import { within } from './queue/within.ts';
import { readinessOf } from './readiness.ts';
import { schedule } from './schedule.ts';
import type { Settings } from './settings/settings.ts';
import { onTurn } from './turns/on-turn.ts';

/** The real parts that are joined; in a test or a bench some are stood in for. */
export interface Parts {
  readonly settings: Pick<Settings, 'mode' | 'identity' | 'operators'>;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock?: Clock;
  readonly chance?: Chance;
  /** The card gateway; where there is none, card is not offered. */
  readonly card?: CardMeans;
  /** What the bot's own pages run and look like. */
  readonly pages: PageBundle;
  /** Signs the links to the bot's own pages. */
  readonly links: { readonly key: Uint8Array; readonly publicUrl: () => string };
  /** The companion page, in local mode, once its port is known. */
  readonly localPage?: () => string | undefined;
}

/** The bot, whole. */
export interface App {
  readonly server: Pick<HttpServer, 'extend'>;
  readonly catalogue: Catalogue;
  readonly store: Store;
  /** @returns the port; rejects where it is taken */
  listen(port: number, host: string): Promise<number>;
  /** The bank has credited an account; resolves when that is committed, its messages sent or refused. */
  credit(line: BankLine): Promise<Posted>;
  runDue(until: Instant, at: (moment: Instant) => void): Promise<void>;
  /** Resolves when what turns have left behind is done. */
  settled(): Promise<void>;
  /** Takes nothing more, lets turns and what they left behind finish, and closes the store. */
  stop(): Promise<void>;
}

/** Turns have so long to finish; the process ends within 10 s. */
const graceMs = 7_000;
/** And so long to note what was not. */
const noteMs = 1_000;

/** What this version takes payment by; a country's terms narrow it further. */
const methodsWith = (card: CardMeans | undefined): readonly PaymentMethod[] =>
  card ? ['card', 'transfer'] : ['transfer'];

const realClock: Clock = { now: () => instant(new Date()) };
const realChance: Chance = {
  random: Math.random,
  commandId: () => randomUUID() as string as CommandId,
  messageId: () => randomUUID() as string as MessageId,
};

/** Everything behind the door. */
const rooms = (parts: Parts) => {
  const { settings, catalogue, store, log, metrics, clock = realClock, chance = realChance } = parts;
  const reference = () => faultReference(Math.random);
  const fault = (error: unknown) => log.fault({ reference: reference(), where: 'behind turns', error });
  const partners = observedPartners(tracedPartners(store.partners), log, metrics);
  const deeds: DeedPorts = { partners, clock, chance, catalogue, methods: methodsWith(parts.card) };
  const links = signedLinks({ ...parts.links, clock });
  const bank: BankPorts = { ...deeds, ledger: store.ledger, match: matcher(partners, catalogue) };
  const sent = (line: SendLine): void => {
    metrics.send(line.kind, line.outcome, line.ms);
    log.send(line);
    traceSend(line);
  };
  const adapter = teamsAdapter({ identity: settings.identity, connector: { sent } });
  const queue = conversationQueue();
  const urls = orderUrls(links, parts.card !== undefined);
  const unasked = pace(store.instances);
  const reading = { ...deeds, urls };
  const reaching = { chats: store.chats, adapter, queue: sharedQueue(queue, store.turns), pace: unasked };
  const { version } = parts.pages;
  const desk = deskRoom({
    operators: settings.operators,
    desk: bank,
    ...{ store, links, version, reach: reach(reaching), log, fault },
  });
  const told = notifier({ reading, ...reaching, fault, atDesk: desk.refresh });
  const local = settings.mode === 'local';
  const token = local ? undefined : async () => (await adapter.connectorToken()) ?? '';
  const intake = proofIntake({ store: store.proofs, token, loopback: local });
  const means = parts.card && { ...parts.card, gateway: tracedGateway(parts.card.gateway) };
  const card = cardRoom({ deeds, store, links, bundle: parts.pages, notifier: told, log, means });
  const besides = [...card.besides, desk.digest];
  const due = schedule({ deeds, notifier: told, fault, attendTo: card.attendTo, besides });
  const calendar = calendarRoutes({
    links,
    version,
    entry: (claim) => reminderEntry(deeds, store.chats, claim),
  });
  return {
    ...{ deeds, bank, adapter, queue, unasked, told, intake, due },
    ...{ reference, fault, card, desk, urls, calendar },
  };
};

type Rooms = ReturnType<typeof rooms>;

const houseOf = ({ store, log, localPage }: Parts, made: Rooms): House => ({
  deeds: made.deeds,
  desk: { ...made.bank, card: made.card.ports },
  chats: store.chats,
  meet: store.meet,
  intake: made.intake,
  notifier: made.told,
  log,
  isOperator: made.desk.isOperator,
  card: made.card.ports,
  urls: made.urls,
  deskUrls: made.desk.urls,
  localPage: localPage ?? (() => undefined),
  reference: made.reference,
});

const routesOf = (parts: Parts, made: Rooms, stopping: () => boolean): readonly Route[] => {
  const { settings, store, log, metrics } = parts;
  const { adapter, queue } = made;
  const turn = onTurn(houseOf(parts, made));
  const local = settings.mode === 'local';
  return [
    messagesRoute({
      adapter,
      queue,
      turns: store.turns,
      delivered: deliveredOnce(),
      onTurn: turn,
      log,
      metrics,
      local,
    }),
    ...operationsRoutes({ metrics, readiness: readinessOf(parts, adapter, stopping) }),
    ...made.card.routes,
    ...made.calendar,
    ...made.desk.routes,
  ];
};

/** What hangs is ended when its time is over; what it leaves undone is noted before the store is closed. */
const stop = async ({ store }: Parts, made: Rooms, server: HttpServer): Promise<void> => {
  const { adapter, queue, unasked, told, intake, due } = made;
  const endBy = performance.now() + graceMs;
  const left = (): number => Math.max(0, endBy - performance.now());
  unasked.close();
  await Promise.all([due.stop(graceMs), server.close(graceMs)]);
  await queue.close(left());
  await within(told.settled(), left());
  await adapter.close();
  await Promise.all([due.stop(noteMs), within(told.settled(), noteMs)]);
  await intake.close();
  await store.close();
};

/** Joins the parts into the bot: the one place where what is real is chosen. */
export const compose = (parts: Parts): App => {
  const { settings, catalogue, store, log, metrics } = parts;
  const made = rooms(parts);
  const { bank, told, due, fault } = made;
  let stopping = false;
  const routes = routesOf(parts, made, () => stopping);
  const server = httpServer({ log, metrics, https: settings.mode === 'production', routes });
  store.serve(exchangeHandlers(store, catalogue));
  return {
    server,
    catalogue,
    store,
    listen: async (port, host) => {
      const listening = await server.listen(port, host);
      // What a crash left half done goes on before anything else falls due.
      await postUnmarked(bank, fault);
      due.start();
      return listening;
    },
    credit: async (line) => {
      const posted = await inSpan('bank', () => postBankLine(bank, line));
      const outcome = posted.kind === 'known' ? undefined : posted.outcome;
      if (outcome) await told.tell(outcome.partner.mpnId, outcome.order);
      return posted;
    },
    runDue: (until, at) =>
      due.runDue(until, (moment) => {
        at(moment);
        // A moved clock is another time: what was sent at the last stop is long ago.
        made.unasked.pass();
      }),
    settled: () => told.settled(),
    stop: () => {
      stopping = true;
      return stop(parts, made, server);
    },
  };
};
