import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../bot/open-store.ts';
import { withProofStore } from '../bot/proof-store.ts';
import type { Log } from '../bot/observe/log.ts';
import { markDatabaseUsedLocally, markUsedLocally } from '../bot/settings/local-mark.ts';
import type { Settings } from '../bot/settings/settings.ts';
import type { Catalogue } from '../membership/rules/catalogue.ts';
import { dayOf, type Instant } from '../membership/rules/calendar.ts';
import type { Store } from '../store/contract.ts';
import { StoreFault } from '../store/faults.ts';
import { importPartners } from '../store/exchange/import.ts';
import { demoImport } from './demo/partners.ts';
import { localFolder, startAnew } from './start-anew.ts';

export interface LocalStoreOptions {
  readonly settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'proofStore' | 'identity'>;
  readonly catalogue: Catalogue;
  readonly log: Log;
  readonly fresh: boolean;
  /** Real time, for a name only. */
  readonly realNow: () => Instant;
}

/** Opens the store of local mode, marks it as such, and says where local mode keeps its own things. */
export const openLocalStore = async (
  options: LocalStoreOptions,
): Promise<{ readonly store: Store; readonly folder: string }> => {
  const { catalogue, log } = options;
  const { dataDir, databaseUrl } = options.settings;
  if (options.fresh && databaseUrl !== undefined)
    throw new StoreFault('unusable', '--fresh empties DATA_DIR, never a database: give it an empty one');
  let store = await openStore(options.settings, catalogue, log);
  if (options.fresh) {
    // It could be opened, so nobody else has it.
    await store.close();
    await startAnew(dataDir, options.realNow().replace(/\D/g, ''));
    store = await openStore(options.settings, catalogue, log);
  }
  store = await withProofStore(store, options.settings, log);
  await markUsedLocally(dataDir);
  await markDatabaseUsedLocally(databaseUrl);
  const folder = join(dataDir, localFolder);
  await mkdir(folder, { recursive: true });
  return { store, folder };
};

const isEmpty = async (store: Store): Promise<boolean> => {
  const first = await store.partners.all()[Symbol.asyncIterator]().next();
  return first.done === true && store.damaged().length === 0;
};

/** Brings the demo partners into a store that has none. A catalogue that can't take them is a fault. */
export const importDemo = async (store: Store, catalogue: Catalogue, now: Instant): Promise<void> => {
  if (!(await isEmpty(store))) return;
  const result = await importPartners(store, catalogue, JSON.stringify(demoImport(dayOf(now))));
  if (result.kind === 'imported') return;
  const faults = result.faults.map(({ place, message }) => `${place}: ${message}`);
  throw new Error(`the catalogue can't take the demo partners: ${faults.join('; ')}`);
};
