import { StoreFault } from '../../store/faults.ts';
import type { StorePlace } from '../../store/exchange/at-place.ts';
import { isInvented } from '../open-store.ts';
import { databaseUrl } from '../settings/database.ts';

/** Where the settings say that the store is. Throws a `StoreFault` where DATABASE_URL is none. */
export const placeOf = (env: NodeJS.ProcessEnv): StorePlace => {
  const folder = env['DATA_DIR'] || '.data';
  const given = env['DATABASE_URL']?.trim();
  if (!given) return { kind: 'folder', folder };
  const checked = databaseUrl('production')(given);
  if ('fault' in checked) throw new StoreFault('unusable', `DATABASE_URL ${checked.fault}`);
  return { kind: 'database', url: checked.value, isInvented };
};
