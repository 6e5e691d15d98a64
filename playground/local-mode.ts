import { join } from 'node:path';
import { compose, type App } from '../bot/compose.ts';
import type { Log } from '../bot/observe/log.ts';
import { linkKeyOf } from '../bot/links/link-key.ts';
import { botMetrics } from '../bot/observe/metrics.ts';
import type { Settings } from '../bot/settings/settings.ts';
import type { Catalogue } from '../membership/rules/catalogue.ts';
import { instant } from '../membership/rules/calendar.ts';
import { pageBundle } from '../pages/bundle.ts';
import { startPlayground, type RunningPlayground } from './agents-playground.ts';
import { playgroundConversation } from './agents-playground-config.ts';
import { keepChats } from './chats.ts';
import { movableClock, type MovableClock } from './clock.ts';
import { bundleCompanion } from './companion/bundle.ts';
import { startConnector, type LocalConnector } from './connector.ts';
import { peopleWith } from './demo/operators.ts';
import { currentPerson } from './demo/people.ts';
import { localBot } from './local-bot.ts';
import { localGateway, type LocalGateway } from './local-gateway.ts';
import { importDemo, openLocalStore } from './local-store.ts';
import { localRoutes } from './routes/table.ts';
import { fileShelf } from './shelf.ts';
import { speaking, type PlaygroundChat } from './speaking.ts';

export interface LocalModeOptions {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly log: Log;
  /** Empties the data folder first. */
  readonly fresh: boolean;
  /** Left out: without the Agents Playground. */
  readonly playground?: { readonly port: number; readonly browser: boolean } | undefined;
}

export interface LocalMode {
  readonly url: string;
  /** Another than the settings' where that one is taken. */
  readonly port: number;
  readonly page: string;
  /** The Agents Playground's page, where it was started. */
  readonly playground?: string | undefined;
  stop(): Promise<void>;
}

/** What is known only once things listen; routes are there before that, so that nothing comes too early. */
interface Addresses {
  port: number;
  playground?: PlaygroundChat;
}

const graceMs = 1_000;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const listen = (app: App, { port, host }: Settings): Promise<number> =>
  app.listen(port, host).catch((error: unknown) => {
    if (isTaken(error)) return app.listen(0, host);
    throw error;
  });

const urlOf = ({ settings }: LocalModeOptions, { port }: Addresses): string =>
  settings.publicUrl ?? `http://localhost:${port}`;

const addRoutes = async (
  app: App,
  options: LocalModeOptions,
  parts: { readonly addresses: Addresses; readonly clock: MovableClock; readonly gateway: LocalGateway },
): Promise<LocalConnector> => {
  const { addresses, clock, gateway } = parts;
  const { settings, log } = options;
  const bot = localBot(app, gateway);
  const chats = keepChats(clock);
  const shelf = fileShelf();
  const connector = await startConnector({ chats, shelf, log, port: settings.port && settings.port + 1 });
  const playground = (): PlaygroundChat | undefined => addresses.playground;
  const { serviceUrl } = connector;
  const messagesUrl = (): string => messagesUrlOf(settings, addresses);
  const speak = speaking({ bot, clock, chats, serviceUrl, messagesUrl, playground });
  const people = peopleWith(settings.operators);
  const local = { bot, clock, speaking: speak, chats, shelf, connector, people, playground };
  app.server.extend(localRoutes(local, await bundleCompanion()));
  return connector;
};

const messagesUrlOf = ({ host }: Settings, { port }: Addresses): string =>
  `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}/api/messages`;

const withPlayground = async (
  options: LocalModeOptions,
  folder: string,
  addresses: Addresses,
): Promise<RunningPlayground | undefined> => {
  if (!options.playground) return undefined;
  const messagesUrl = messagesUrlOf(options.settings, addresses);
  const running = await startPlayground({ folder, messagesUrl, ...options.playground });
  const { serviceUrl, page } = running;
  addresses.playground = { person: currentPerson, serviceUrl, conversation: playgroundConversation, page };
  return running;
};

/**
 * Starts the bot in local mode and all that stands in for Teams, the bank and time.
 * Rejects with a `StoreFault` where the data folder can't be opened.
 */
export const startLocalMode = async (options: LocalModeOptions): Promise<LocalMode> => {
  const { settings, catalogue, log } = options;
  const { store, folder } = await openLocalStore({ ...options, realNow: () => instant(new Date()) });
  const clock = await movableClock(join(folder, 'clock.json'));
  await importDemo(store, catalogue, clock.now());
  const addresses: Addresses = { port: settings.port };
  const page = (): string => `${urlOf(options, addresses)}/local`;
  const metrics = botMetrics({ process: true });
  const local = (): string => `http://127.0.0.1:${addresses.port}`;
  const gateway = await localGateway({
    settings,
    folder,
    clock,
    local,
    url: () => urlOf(options, addresses),
  });
  const app = compose({
    settings,
    catalogue,
    store,
    log,
    metrics,
    clock,
    localPage: page,
    card: gateway.means,
    pages: await pageBundle(),
    links: { key: await linkKeyOf(settings), publicUrl: () => urlOf(options, addresses) },
  });
  app.server.extend(gateway.routes);
  const connector = await addRoutes(app, options, { addresses, clock, gateway });
  addresses.port = await listen(app, settings);
  gateway.start();
  const playground = await withPlayground(options, folder, addresses).catch(async (error: unknown) => {
    await app.stop();
    throw error;
  });
  return {
    url: urlOf(options, addresses),
    port: addresses.port,
    page: page(),
    playground: playground?.page,
    stop: async () => {
      await gateway.stop();
      // The last turns still speak to the connector.
      await Promise.all([playground?.stop(), app.stop()]);
      await connector.close(graceMs);
    },
  };
};
