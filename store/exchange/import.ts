import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { Bulk, Store } from '../contract.ts';
import { judge, keysOf } from './judge.ts';
import { imported } from './merge.ts';
import type { ImportFault } from './places.ts';
import { readImport } from './read-text.ts';

export type ImportResult =
  | { readonly kind: 'imported'; readonly partners: number }
  | { readonly kind: 'refused'; readonly faults: readonly ImportFault[] };

/**
 * Imports partners: all or nothing, again without harm.
 * @param text the object with `partners`, or JSON lines, an export's included
 * @returns how many partners the file has, or every fault with its place; rejects with a `StoreFault`, nothing
 * written, when it can't be saved
 */
export const importPartners = async (
  store: { readonly bulk: Bulk },
  catalogue: Catalogue,
  text: string,
): Promise<ImportResult> => {
  const { entries, faults } = readImport(text);
  let found = faults;
  await store.bulk.replace(keysOf(entries), (state) => {
    found = [...faults, ...judge(entries, catalogue, state)];
    if (found.length > 0) return undefined;
    return entries
      .map(({ partner }) => imported(state.partners.get(partner.mpnId), partner))
      .filter((partner) => partner !== undefined);
  });
  return found.length > 0
    ? { kind: 'refused', faults: found }
    : { kind: 'imported', partners: entries.length };
};

/** The same, into a store that was opened for this alone. */
export const importAndClose = async (
  store: Pick<Store, 'bulk' | 'close'>,
  catalogue: Catalogue,
  text: string,
): Promise<ImportResult> => {
  try {
    return await importPartners(store, catalogue, text);
  } finally {
    await store.close();
  }
};
