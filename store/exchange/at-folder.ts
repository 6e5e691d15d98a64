import { z } from 'zod';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { Store } from '../contract.ts';
import { StoreFault } from '../faults.ts';
import { askHolder } from '../lock/ask.ts';
import type { Handlers } from '../lock/protocol.ts';
import { openStore, type StoreOptions } from '../lowdb/open.ts';
import { exportAndClose, exportPartners } from './export.ts';
import { importAndClose, importPartners, type ImportResult } from './import.ts';

const requests = { import: 'import', export: 'export' } as const;

const importResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('imported'), partners: z.number() }),
  z.object({
    kind: z.literal('refused'),
    faults: z.array(z.object({ place: z.string(), message: z.string() })),
  }),
]);

/** What a running bot does for the `import` and `export` commands, with its own catalogue. */
export const exchangeHandlers = (store: Store, catalogue: Catalogue): Handlers => ({
  [requests.import]: async function* (text) {
    yield JSON.stringify(await importPartners(store, catalogue, text));
  },
  [requests.export]: () => exportPartners(store),
});

const offline = ({ folder, log }: Pick<StoreOptions, 'folder' | 'log'>): Promise<Store> =>
  // Nothing is claimed while the store is open only for this, so no due moment is needed.
  openStore({ folder, dueAt: () => undefined, ...(log ? { log } : {}) });

/**
 * Imports into a data folder: through the bot that has it open, else by opening it.
 * Rejects with a `StoreFault` when it can't be opened or saved.
 */
export const importAt = async (
  place: Pick<StoreOptions, 'folder' | 'log'>,
  catalogue: Catalogue,
  text: string,
): Promise<ImportResult> => {
  const answer = await askHolder(place.folder, { name: requests.import, body: text });
  if (answer) {
    for await (const line of answer) return importResult.parse(JSON.parse(line));
    throw new StoreFault('unusable', 'the bot gave no answer');
  }
  return importAndClose(await offline(place), catalogue, text);
};

/** The lines of an export of a data folder: through the bot that has it open, else by opening it. */
export async function* exportAt(place: Pick<StoreOptions, 'folder' | 'log'>): AsyncGenerator<string> {
  const answer = await askHolder(place.folder, { name: requests.export, body: '' });
  if (answer) {
    yield* answer;
    return;
  }
  yield* exportAndClose(await offline(place));
}
