import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardMeans } from '../../bot/card/card-ports.ts';
import { compose, type App } from '../../bot/compose.ts';
import { botLog } from '../../bot/observe/log.ts';
import { botMetrics } from '../../bot/observe/metrics.ts';
import { openStore } from '../../bot/open-store.ts';
import { readCatalogue } from '../../bot/settings/catalogue.ts';
import type { Chance, Clock } from '../../membership/ports.ts';
import { instant, type Instant } from '../../membership/rules/calendar.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { CommandId, MessageId, PersonId } from '../../membership/rules/ids.ts';
import { importPartners } from '../../store/exchange/import.ts';
import { standInConnector, type StandInConnector } from './connector.ts';

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(moment: string): void;
}

export const testClock = (moment: string): TestClock => {
  let now = instant(new Date(moment));
  return {
    now: (): Instant => now,
    set: (next) => {
      now = instant(new Date(next));
    },
  };
};

/** Ids and draws that are the same in every run. */
export const testChance = (): Chance => {
  let ids = 0;
  let draws = 0;
  return {
    random: () => ((draws++ * 7919 + 104_729) % 1_000_003) / 1_000_003,
    commandId: () => `command-${++ids}` as CommandId,
    messageId: () => `message-${++ids}` as MessageId,
  };
};

export const realCatalogue = async (): Promise<Catalogue> => {
  const read = await readCatalogue();
  if (read.kind === 'faults') throw new Error(read.faults.join('\n'));
  return read.catalogue;
};

/** The whole bot on a folder of its own, with a stand-in connector for its Teams. */
export interface TestBot {
  readonly app: App;
  readonly url: string;
  readonly connector: StandInConnector;
  readonly clock: TestClock;
  readonly catalogue: Catalogue;
  /** What was logged. */
  readonly logged: () => string;
  /** Ends the process as it were, and starts it anew on the same folder. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestBotOptions {
  /** An import file. */
  readonly partners: object;
  readonly now?: string;
  readonly operators?: readonly PersonId[];
  readonly catalogue?: Catalogue;
  /** The card gateway; none when left out. */
  readonly card?: CardMeans;
}

export const testBot = async (options: TestBotOptions): Promise<TestBot> => {
  const { partners, now = '2026-03-02T09:00:00Z', operators = [] } = options;
  const folder = await mkdtemp(join(tmpdir(), 'membership-'));
  const connector = await standInConnector();
  const clock = testClock(now);
  const chance = testChance();
  const catalogue = options.catalogue ?? (await realCatalogue());
  const lines: string[] = [];
  const log = botLog('info', { write: (line: string) => void lines.push(line) });

  const start = async (): Promise<{ app: App; url: string }> => {
    const store = await openStore(folder, log);
    const settings = { mode: 'local', identity: { kind: 'none' }, operators } as const;
    const app = compose({
      settings,
      catalogue,
      store,
      log,
      metrics: botMetrics(),
      clock,
      chance,
      pages: { script: '', style: '', version: '0' },
      links: { key: new Uint8Array(32), publicUrl: () => 'http://localhost' },
      ...(options.card ? { card: options.card } : {}),
    });
    const port = await app.listen(0, '127.0.0.1');
    return { app, url: `http://127.0.0.1:${port}` };
  };

  let running = await start();
  const imported = await importPartners(running.app.store, catalogue, JSON.stringify(partners));
  if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.faults));
  return {
    get app() {
      return running.app;
    },
    get url() {
      return running.url;
    },
    connector,
    clock,
    catalogue,
    logged: () => lines.join(''),
    restart: async () => {
      await running.app.stop();
      running = await start();
    },
    stop: async () => {
      await running.app.stop();
      await connector.close();
      await rm(folder, { recursive: true });
    },
  };
};
