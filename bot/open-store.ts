import { hash } from 'node:crypto';
import type { Catalogue } from '../membership/rules/catalogue.ts';
import { nextDue } from '../membership/rules/next-due.ts';
import type { Partner } from '../membership/rules/partner.ts';
import type { Store } from '../store/contract.ts';
import { proofFolder } from '../store/lowdb/proofs.ts';
import { openStore as openPostgres } from '../store/postgres/open.ts';
import type { StoreLog } from '../store/lowdb/damaged.ts';
import { openStore as openLowdb } from '../store/lowdb/open.ts';
import { inFolder } from '../store/faults.ts';
import type { Log } from './observe/log.ts';
import { isGuid } from './settings/checks.ts';
import type { Settings } from './settings/settings.ts';

/** What an operator must know of the store, in the log. */
export const storeLog =
  (log: Pick<Log, 'event' | 'warning'>): StoreLog =>
  (event) => {
    switch (event.kind) {
      case 'setAside':
        return log.warning('store.setAside', { file: event.as, why: event.because });
      case 'stillDamaged':
        return log.warning('store.stillDamaged', { file: event.file });
      case 'leftoversRemoved':
        return log.event('store.leftoversRemoved', { count: event.files });
      case 'importFinished':
        return log.event('store.importFinished', { count: event.partners });
      case 'linesKept':
        return log.warning('store.linesKept', { file: event.of, count: event.lines, why: event.because });
      case 'importUnfinished':
        return log.warning('store.importUnfinished', { count: event.partners, why: event.because });
    }
  };

/** Ids that no Entra tenant gives would let nobody in, or were invented for a trial. */
export const isInvented = ({ tenantId, people }: Partner): boolean =>
  !isGuid(tenantId) || people.some(({ aadObjectId }) => !isGuid(aadObjectId));

export type StorePlace = Pick<Settings, 'dataDir' | 'databaseUrl'>;

/**
 * The store that the settings choose. Rejects with a `StoreFault` where another process has the folder, where the
 * database can't be reached, or where it is newer than this version.
 * @param found told of each partner that is there; of a database only of those with invented ids, the first hundred
 */
export const openStore = async (
  { dataDir, databaseUrl }: StorePlace,
  catalogue: Catalogue,
  log: Log,
  found: (partner: Partner) => void = () => undefined,
): Promise<Store> => {
  const dueAt = (partner: Partner) => nextDue(catalogue, partner);
  const told = storeLog(log);
  if (databaseUrl === undefined) {
    return openLowdb({ folder: dataDir, dueAt, found, log: told });
  }
  const dueRule = hash('sha256', JSON.stringify(catalogue));
  const proofs = await inFolder(dataDir, () => proofFolder(dataDir, told));
  return openPostgres({ url: databaseUrl, proofs, dueAt, dueRule, isInvented, foundInvented: found });
};
