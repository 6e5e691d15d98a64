import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { httpServer } from '../../../bot/http/server.ts';
import { botLog } from '../../../bot/observe/log.ts';
import { botMetrics } from '../../../bot/observe/metrics.ts';
import { later } from '../../../membership/rules/calendar.ts';
import type { MpnId } from '../../../membership/rules/ids.ts';
import type { Order } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { stripeGateway } from '../../../payments/card/stripe-gateway.ts';
import { readStripeNews } from '../../../payments/card/webhook.ts';
import { demoImport } from '../../../playground/demo/partners.ts';
import { colleagues, currentPerson, operator } from '../../../playground/demo/people.ts';
import type { Misbehaviour } from '../../../playground/sandbox/misbehave.ts';
import { openSandbox, sandboxPath, type Sandbox } from '../../../playground/sandbox/sandbox.ts';
import { readState, type SandboxState } from '../../../playground/sandbox/state.ts';
import { secretKey, webhookSecret } from '../../playground/sandbox/server.ts';
import { testBot, type TestBot } from '../../support/bot.ts';
import { chatWith, type Chat } from '../../support/chat.ts';
import { day } from '../../support/partner.ts';
import { assertBooks } from './books.ts';

const now = '2026-03-02T09:00:00Z';
export const minute = 60_000;
export const dayMs = 1_440 * minute;
/** Valid beside the gateway's own while secrets are rotated. */
export const otherSecret = 'whsec_the_one_before';

/** The composed bot and the sandbox gateway, each on a port of its own; between them nothing but HTTP. */
export interface Shop {
  readonly bot: TestBot;
  readonly sandbox: Sandbox;
  /** What the gateway does wrong from now on. */
  readonly misbehave: Misbehaviour;
  /** What the gateway has kept. */
  readonly gateway: () => Promise<SandboxState>;
  /** The gateway's address. */
  readonly gatewayUrl: string;
  /** Alex, who buys, and Megan, another admin of the same partner. */
  readonly chat: Chat;
  readonly colleague: Chat;
  readonly partner: () => Promise<Partner>;
  /** The newest order. */
  readonly order: () => Promise<Order>;
  /** Resolves when no news are on their way and what they left behind is done. */
  readonly settled: () => Promise<void>;
  /** The clock goes on, and what falls due meanwhile is done at its moment. */
  readonly passes: (ms: number) => Promise<void>;
}

const gatewayTimeoutMs = 250;
const mpnId = '6234461' as MpnId;

const startGateway = async (folder: string, late: () => TestBot) => {
  const file = join(folder, 'sandbox.json');
  const misbehave: Misbehaviour = {};
  let origin = '';
  const sandbox = await openSandbox({
    file,
    clock: { now: () => late().clock.now() },
    secretKey,
    webhookSecret,
    misbehave,
    origin: () => origin,
    webhookUrl: () => `${late().url}/webhooks/stripe`,
    pauseMs: () => 1,
  });
  const server = httpServer({ log: botLog('silent'), metrics: botMetrics(), routes: sandbox.routes });
  origin = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return {
    sandbox,
    misbehave,
    state: () => readState(file),
    origin,
    close: async () => {
      sandbox.stop();
      await server.close(0);
      await sandbox.settled();
    },
  };
};

type Gateway = Awaited<ReturnType<typeof startGateway>>;

const startBot = (late: () => TestBot, origin: string): Promise<TestBot> =>
  testBot({
    partners: demoImport(day('2026-03-02')),
    now,
    operators: [operator],
    card: {
      gateway: stripeGateway({
        secretKey,
        apiBase: new URL(origin + sandboxPath),
        timeoutMs: gatewayTimeoutMs,
      }),
      readNews: readStripeNews({
        secrets: [webhookSecret, otherSecret],
        live: false,
        now: () => late().clock.now(),
      }),
      live: false,
      pages: () => [origin],
    },
  });

const shopOf = (bot: TestBot, { sandbox, misbehave, state, origin }: Gateway): Shop => {
  const partner = async (): Promise<Partner> => {
    const found = await bot.app.store.partners.read(mpnId);
    assert.ok(found);
    return found;
  };
  const settled = async (): Promise<void> => {
    // News that were held back are on their way only when this round of events is over.
    await setImmediate();
    await sandbox.settled();
    await bot.app.settled();
  };
  return {
    bot,
    sandbox,
    misbehave,
    gateway: state,
    gatewayUrl: origin + sandboxPath,
    chat: chatWith(bot, currentPerson),
    colleague: chatWith(bot, colleagues[0]),
    partner,
    order: async () => {
      const newest = (await partner()).orders.at(-1);
      assert.ok(newest, 'an order');
      return newest;
    },
    settled,
    passes: async (ms) => {
      const until = later(bot.clock.now(), ms);
      await bot.app.runDue(until, (moment) => bot.clock.set(moment));
      bot.clock.set(until);
      await bot.app.runDue(until, () => undefined);
      await settled();
    },
  };
};

/** A shop of its own for as long as the work takes; afterwards its books must agree with the gateway's. */
export const shopping = async (work: (shop: Shop) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  let running: TestBot | undefined;
  const late = (): TestBot => {
    assert.ok(running, 'the bot has started');
    return running;
  };
  const gateway = await startGateway(folder, late);
  const bot = (running = await startBot(late, gateway.origin));
  try {
    const shop = shopOf(bot, gateway);
    await work(shop);
    assertBooks(await shop.partner(), await shop.gateway());
  } finally {
    await gateway.close();
    await bot.stop();
    await rm(folder, { recursive: true });
  }
};
