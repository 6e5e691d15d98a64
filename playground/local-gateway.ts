import { join } from 'node:path';
import type { CardMeans } from '../bot/card/card-ports.ts';
import { stripeMeans } from '../bot/card/stripe-means.ts';
import type { Route } from '../bot/http/exchange.ts';
import type { Settings } from '../bot/settings/settings.ts';
import type { CardGateway } from '../membership/gateway-ports.ts';
import type { Clock } from '../membership/ports.ts';
import { openSandbox, sandboxPath } from './sandbox/sandbox.ts';

export interface LocalGatewayOptions {
  readonly settings: Pick<Settings, 'card'>;
  readonly folder: string;
  readonly clock: Clock;
  /** The bot's address on this machine, once it listens. */
  readonly local: () => string;
  /** The address that people see. */
  readonly url: () => string;
}

/** The card gateway of local mode: the sandbox, unless another is named by its address. */
export interface LocalGateway {
  readonly means: CardMeans;
  readonly routes: readonly Route[];
  /** Posts what was not received before the last stop. */
  start(): void;
  /** Resolves when pages whose time is over are closed and its news are posted. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const keys = { secretKey: 'sk_test_sandbox', webhookSecret: 'whsec_sandbox_of_local_mode' };
const tickEveryMs = 1_000;

/** The bot's port is known only when it listens; nobody pays before that. */
const whenAsked = (make: () => CardGateway): CardGateway => {
  let made: CardGateway | undefined;
  const gateway = (): CardGateway => (made ??= make());
  return {
    open: (wish) => gateway().open(wish),
    look: (session) => gateway().look(session),
    close: (session) => gateway().close(session),
    refund: (charge, key) => gateway().refund(charge, key),
  };
};

export const localGateway = async (options: LocalGatewayOptions): Promise<LocalGateway> => {
  const { settings, folder, clock, local, url } = options;
  if (settings.card?.apiBase !== undefined) {
    const nothing = (): Promise<void> => Promise.resolve();
    return {
      means: stripeMeans(settings.card),
      routes: [],
      start: () => undefined,
      settled: nothing,
      stop: nothing,
    };
  }
  const secretKey = settings.card?.secretKey ?? keys.secretKey;
  const [webhookSecret = keys.webhookSecret] = settings.card?.webhookSecrets ?? [];
  const sandbox = await openSandbox({
    secretKey,
    webhookSecret,
    file: join(folder, 'sandbox.json'),
    clock,
    origin: url,
    webhookUrl: () => `${local()}/webhooks/stripe`,
  });
  const access = { secretKey, webhookSecrets: [webhookSecret], live: false };
  // The sandbox goes by the local clock, wherever that was moved.
  const means = stripeMeans({ ...access, apiBase: undefined }, () => clock.now());
  let timer: NodeJS.Timeout | undefined;
  return {
    means: {
      ...means,
      gateway: whenAsked(() => stripeMeans({ ...access, apiBase: local() + sandboxPath }).gateway),
      pages: () => [url()],
    },
    routes: sandbox.routes,
    start: () => {
      timer = setInterval(() => void sandbox.tick(), tickEveryMs);
      timer.unref();
      void sandbox.tick();
    },
    settled: async () => {
      await sandbox.tick();
      await sandbox.settled();
    },
    stop: async () => {
      clearInterval(timer);
      sandbox.stop();
      await sandbox.settled();
    },
  };
};
