import type { Catalogue } from '../membership/rules/catalogue.ts';
import { nextDue } from '../membership/rules/next-due.ts';
import type { Partner } from '../membership/rules/partner.ts';
import type { Store } from '../store/contract.ts';
import type { StoreLog } from '../store/lowdb/damaged.ts';
import { openStore as openLowdb } from '../store/lowdb/open.ts';
import type { Log } from './observe/log.ts';

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
      case 'importUnfinished':
        return log.warning('store.importUnfinished', { count: event.partners, why: event.because });
    }
  };

/**
 * The store under DATA_DIR. Rejects with a `StoreFault` where another process has it.
 * @param found told of each partner that is there
 */
export const openStore = (
  folder: string,
  catalogue: Catalogue,
  log: Log,
  found: (partner: Partner) => void = () => undefined,
): Promise<Store> =>
  openLowdb({ folder, dueAt: (partner) => nextDue(catalogue, partner), found, log: storeLog(log) });
