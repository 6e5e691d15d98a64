import { StoreFault } from '../store/faults.ts';
import type { Store } from '../store/contract.ts';
import { compose, type App } from './compose.ts';
import { openStore } from './open-store.ts';
import { botLog, type Log } from './observe/log.ts';
import { botMetrics } from './observe/metrics.ts';
import { refuseStart } from './refuse-start.ts';
import { readCatalogue } from './settings/catalogue.ts';
import { guid } from './settings/checks.ts';
import { isUsedLocally } from './settings/local-mark.ts';
import { readSettings, type Settings } from './settings/settings.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const isGuid = (id: string): boolean => 'value' in guid(id);

/** Ids that no Entra tenant has would let nobody in, or were invented for a trial. */
const idFaults = async (store: Store): Promise<readonly string[]> => {
  const faults: string[] = [];
  for await (const { mpnId, tenantId, people } of store.partners.all()) {
    if (!isGuid(tenantId)) faults.push(`partner ${mpnId} has a tenant that is no GUID`);
    const invented = people.filter(({ aadObjectId }) => !isGuid(aadObjectId)).length;
    if (invented > 0) faults.push(`partner ${mpnId} has people that are no GUIDs (${invented})`);
  }
  return faults;
};

const openOrRefuse = async ({ dataDir }: Settings, log: Log): Promise<Store> => {
  try {
    const store = await openStore(dataDir, log);
    const faults = await idFaults(store);
    return faults.length > 0 ? refuseStart(faults) : store;
  } catch (error) {
    if (error instanceof StoreFault) return refuseStart([error.message]);
    throw error;
  }
};

const openApp = async (settings: Settings, log: Log): Promise<App> => {
  const read = await readCatalogue(settings.catalogue);
  const catalogueFaults = read.kind === 'faults' ? read.faults : [];
  const storeFaults = (await isUsedLocally(settings.dataDir)) ? ['DATA_DIR was used by local mode'] : [];
  if (read.kind === 'faults' || storeFaults.length > 0)
    return refuseStart([...catalogueFaults, ...storeFaults]);
  const store = await openOrRefuse(settings, log);
  return compose({ settings, catalogue: read.catalogue, store, log, metrics: botMetrics({ process: true }) });
};

/** The bot in production: refuses to start, naming every fault at once. */
const main = async (): Promise<void> => {
  const read = readSettings(process.env, 'production');
  if (read.kind === 'faults') return refuseStart(read.faults);
  const { settings } = read;
  const log = botLog(settings.logLevel);
  const app = await openApp(settings, log);
  stopOnSignal(() => app.stop(), log);
  const port = await app.listen(settings.port, settings.host);
  log.event('ready', { host: settings.host, port, mode: settings.mode });
};

await main();
