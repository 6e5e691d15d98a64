import type { Catalogue } from '../../membership/rules/catalogue.ts';
import { openDatabaseStore, type DatabasePlace } from './at-database.ts';
import { exportAt, importAt } from './at-folder.ts';
import { exportAndClose } from './export.ts';
import { importAndClose, type ImportResult } from './import.ts';

/** Where a store is: a data folder, which one process has open, or a database, which any may. */
export type StorePlace =
  { readonly kind: 'folder'; readonly folder: string } | ({ readonly kind: 'database' } & DatabasePlace);

/** Imports into a store wherever it is, also while the bot runs. Rejects with a `StoreFault`. */
export const importInto = async (
  place: StorePlace,
  catalogue: Catalogue,
  text: string,
): Promise<ImportResult> => {
  if (place.kind === 'folder') return importAt(place, catalogue, text);
  return importAndClose(await openDatabaseStore(place, catalogue), catalogue, text);
};

/** The lines of an export of a store wherever it is, also while the bot runs. Rejects with a `StoreFault`. */
export async function* exportFrom(place: StorePlace): AsyncGenerator<string> {
  if (place.kind === 'folder') {
    yield* exportAt(place);
    return;
  }
  yield* exportAndClose(await openDatabaseStore(place, undefined));
}
