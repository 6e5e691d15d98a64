import type { Catalogue } from '../membership/rules/catalogue.ts';
import type { MpnId } from '../membership/rules/ids.ts';
import type { Partner } from '../membership/rules/partner.ts';
import type { Store } from '../store/contract.ts';
import { isHalfFilled } from '../store/exchange/to-database.ts';
import { pageBundle } from '../pages/bundle.ts';
import type { CardMeans } from './card/card-ports.ts';
import { compose } from './compose.ts';
import { linkKeyOf } from './links/link-key.ts';
import { openStore } from './open-store.ts';
import { botLog, type Log } from './observe/log.ts';
import { botMetrics } from './observe/metrics.ts';
import { withProofStore } from './proof-store.ts';
import { startTracing } from './observe/tracing-sdk.ts';
import { refuseFault, refuseStart } from './refuse-start.ts';
import { readCatalogue } from './settings/catalogue.ts';
import { isGuid } from './settings/checks.ts';
import { isDatabaseUsedLocally, isUsedLocally } from './settings/local-mark.ts';
import type { CardSettings } from './settings/card.ts';
import { readSettings, type Settings } from './settings/settings.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Ids that no Entra tenant has would let nobody in, or were invented for a trial. */
const idFaults = ({ mpnId, tenantId, people }: Partner): readonly string[] => {
  const invented = people.filter(({ aadObjectId }) => !isGuid(aadObjectId)).length;
  return [
    ...(isGuid(tenantId) ? [] : [`partner ${mpnId} has a tenant that is no GUID`]),
    ...(invented > 0 ? [`partner ${mpnId} has people that are no GUIDs (${invented})`] : []),
  ];
};

const openOrRefuse = async ({ settings, catalogue }: Start, log: Log): Promise<Store> => {
  const found = new Map<MpnId, readonly string[]>();
  const store = await openStore(settings, catalogue, log, (partner) =>
    found.set(partner.mpnId, idFaults(partner)),
  );
  const usedLocally = await isDatabaseUsedLocally(settings.databaseUrl);
  const halfFilled = settings.databaseUrl !== undefined && (await isHalfFilled(settings.databaseUrl));
  const faults = [
    ...[...found.values()].flat().sort(),
    ...(usedLocally ? ['DATABASE_URL was used by local mode'] : []),
    ...(halfFilled ? ['DATABASE_URL is half filled: run npm run migrate again'] : []),
  ];
  return faults.length > 0 ? refuseStart(faults) : store;
};

interface Start {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
}

/** Settings and catalogue, or every fault of both and of the data folder at once. */
const readStart = async (env: NodeJS.ProcessEnv): Promise<Start> => {
  const read = readSettings(env, 'production');
  const catalogue = await readCatalogue(env['CATALOGUE'] || undefined);
  const usedLocally = await isUsedLocally(env['DATA_DIR'] || '.data');
  const faults = [
    ...[read, catalogue].flatMap((part) => (part.kind === 'faults' ? part.faults : [])),
    ...(usedLocally ? ['DATA_DIR was used by local mode'] : []),
  ];
  if (read.kind === 'faults' || catalogue.kind === 'faults' || faults.length > 0) return refuseStart(faults);
  return { settings: read.settings, catalogue: catalogue.catalogue };
};

/** Stripe's own library is loaded where it is used. */
const cardMeans = async (card: CardSettings): Promise<CardMeans> =>
  (await import('./card/stripe-means.ts')).stripeMeans(card);

/** The bot in production: refuses to start, naming every fault at once. */
const main = async (): Promise<void> => {
  const start = await readStart(process.env);
  const { settings, catalogue } = start;
  const log = botLog(settings.logLevel);
  const stopTracing = await startTracing(process.env);
  // The partners are read while the pages are bundled.
  const [pages, opened] = await Promise.all([pageBundle(), openOrRefuse(start, log)]);
  const store = await withProofStore(opened, settings, log);
  const { card, publicUrl = '' } = settings;
  const app = compose({
    settings,
    catalogue,
    store,
    log,
    metrics: botMetrics({ process: true }),
    pages,
    links: { key: await linkKeyOf(settings), publicUrl: () => publicUrl },
    ...(card ? { card: await cardMeans(card) } : {}),
  });
  stopOnSignal(async () => {
    await app.stop();
    await stopTracing();
  }, log);
  const port = await app.listen(settings.port, settings.host);
  log.event('ready', { host: settings.host, port, mode: settings.mode });
};

await main().catch(refuseFault);
