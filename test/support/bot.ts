import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardMeans } from '../../bot/card/card-ports.ts';
import { compose, type App } from '../../bot/compose.ts';
import { botLog } from '../../bot/observe/log.ts';
import { botMetrics } from '../../bot/observe/metrics.ts';
import { storeLog } from '../../bot/open-store.ts';
import { readCatalogue } from '../../bot/settings/catalogue.ts';
import type { Chance, Clock } from '../../membership/ports.ts';
import { instant, type Instant } from '../../membership/rules/calendar.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { CommandId, MessageId, PersonId } from '../../membership/rules/ids.ts';
import { nextDue } from '../../membership/rules/next-due.ts';
import type { Store } from '../../store/contract.ts';
import { importPartners } from '../../store/exchange/import.ts';
import type { Disk } from '../../store/lowdb/disk.ts';
import { openStore } from '../../store/lowdb/open.ts';
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
  /** Where it keeps its data. */
  readonly folder: string;
  readonly connector: StandInConnector;
  readonly clock: TestClock;
  readonly catalogue: Catalogue;
  /** What was logged. */
  readonly logged: () => string;
  /** Ends the process as it were, and starts it anew on the same folder, with another catalogue where one is given. */
  restart(catalogue?: Catalogue): Promise<void>;
  /** Brings an import file into the running bot. */
  import(file: object): Promise<void>;
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
  /** The file system of the store; a test's may fail. */
  readonly disk?: Disk;
  /** Ids and draws; of its own, where several bots share a store. */
  readonly chance?: Chance;
  /** Changes what the bot gets of the store. */
  readonly around?: (store: Store) => Store;
}

const imports = async (app: App, file: object): Promise<void> => {
  const imported = await importPartners(app.store, app.catalogue, JSON.stringify(file));
  if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.faults));
};

/** Starts the bot on a folder, as often as a test wants to. */
const starter = async (folder: string, options: TestBotOptions) => {
  const { now = '2026-03-02T09:00:00Z', operators = [], disk, around = (store: Store) => store } = options;
  const clock = testClock(now);
  const chance = options.chance ?? testChance();
  const first = options.catalogue ?? (await realCatalogue());
  const lines: string[] = [];
  const log = botLog('info', { write: (line: string) => void lines.push(line) });
  const start = async (catalogue: Catalogue): Promise<{ app: App; url: string }> => {
    const opened = await openStore({
      folder,
      dueAt: (partner) => nextDue(catalogue, partner),
      log: storeLog(log),
      ...(disk ? { disk } : {}),
    });
    const settings = { mode: 'local', identity: { kind: 'none' }, operators } as const;
    const store = around(opened);
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
  return { start, first, clock, lines };
};

export const testBot = async (options: TestBotOptions): Promise<TestBot> => {
  const folder = await mkdtemp(join(tmpdir(), 'membership-'));
  const connector = await standInConnector();
  const { start, first, clock, lines } = await starter(folder, options);
  let running = await start(first);
  await imports(running.app, options.partners);
  return {
    get app() {
      return running.app;
    },
    get url() {
      return running.url;
    },
    get catalogue() {
      return running.app.catalogue;
    },
    connector,
    clock,
    folder,
    logged: () => lines.join(''),
    restart: async (catalogue = running.app.catalogue) => {
      await running.app.stop();
      running = await start(catalogue);
    },
    import: (file) => imports(running.app, file),
    stop: async () => {
      await running.app.stop();
      await connector.close();
      await rm(folder, { recursive: true });
    },
  };
};
