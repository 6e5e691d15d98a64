import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Bulk, BulkKeys, BulkState } from '../contract.ts';
import { StoreFault } from '../faults.ts';
import { reasonOf } from './damaged.ts';
import type { Envelope } from './envelope.ts';
import { claimOrders } from './indexes.ts';
import { dropJournal, finishImport, writeJournal } from './journal.ts';
import { load, remember, type PartnerTable } from './partner-table.ts';
import { queues } from './queues.ts';

type Found = ReadonlyMap<MpnId, Envelope>;

const loadAll = async (table: PartnerTable, ids: readonly MpnId[]): Promise<Found> => {
  const found = new Map<MpnId, Envelope>();
  for (const id of ids) {
    if (table.damaged.has(id)) continue;
    const envelope = await load(table, id);
    if (envelope) found.set(id, envelope);
  }
  return found;
};

const owners = <Key extends string>(
  index: ReadonlyMap<string, MpnId>,
  keys: readonly Key[],
): ReadonlyMap<Key, MpnId> => {
  const found = new Map<Key, MpnId>();
  for (const key of keys) {
    const owner = index.get(key);
    if (owner !== undefined) found.set(key, owner);
  }
  return found;
};

const stateOf = ({ indexes, damaged }: PartnerTable, keys: BulkKeys, found: Found): BulkState => ({
  partners: new Map([...found].map(([id, envelope]) => [id, envelope.partner])),
  damaged: keys.partners.filter((id) => damaged.has(id)),
  tenants: owners(indexes.tenants, keys.tenants),
  mpnIds: owners(indexes.mpnIds, keys.mpnIds),
  orders: owners(indexes.orders, keys.orders),
});

/** Takes the order numbers of all, or throws and takes none. */
const claimAll = (table: PartnerTable, found: Found, partners: readonly Partner[]): (() => void) => {
  const frees: (() => void)[] = [];
  const freeAll = () => frees.forEach((free) => free());
  for (const partner of partners) {
    const claim = claimOrders(table.indexes, found.get(partner.mpnId)?.partner, partner);
    if (claim.kind === 'taken') {
      freeAll();
      throw new RangeError(`an import brings an order number that is taken to partner ${partner.mpnId}`);
    }
    frees.push(claim.free);
  }
  return freeAll;
};

const journal = async (
  table: PartnerTable,
  envelopes: readonly Envelope[],
  undo: () => void,
): Promise<void> => {
  try {
    await writeJournal(table.files, envelopes);
  } catch (cause) {
    undo();
    await dropJournal(table.files).catch(() => undefined);
    throw new StoreFault('notSaved', `the import could not be saved: ${reasonOf(cause)}`, { cause });
  }
};

/** Runs while the partners are held: nobody else decides on them until memory has the new state. */
const writeAll = async (
  table: PartnerTable,
  keys: BulkKeys,
  decide: (state: BulkState) => readonly Partner[] | undefined,
): Promise<number> => {
  const found = await loadAll(table, keys.partners);
  // From here to the claim nothing waits, so no other commit can come between what is judged and what is taken.
  const partners = decide(stateOf(table, keys, found)) ?? [];
  if (partners.length === 0) return 0;
  const undo = claimAll(table, found, partners);
  const due = partners.map((partner) => table.dueAt(partner));
  const envelopes = partners.map((partner) => ({
    version: (found.get(partner.mpnId)?.version ?? 0) + 1,
    partner,
  }));
  await journal(table, envelopes, undo);
  for (const [index, envelope] of envelopes.entries()) {
    const id = envelope.partner.mpnId;
    remember(table, found.get(id)?.partner, envelope, due[index]);
    table.unwritten.set(id, envelope);
  }
  return envelopes.length;
};

/** The port over the table. One at a time: they share the journal, and their ids are judged against each other. */
export const bulkPort = (table: PartnerTable, guard: () => void): Bulk => {
  const turn = queues<'import'>();
  return {
    replace: (keys, decide) =>
      turn.run('import', async () => {
        guard();
        if (table.unwritten.size > 0 && !(await finishImport(table)))
          throw new StoreFault('notSaved', 'an earlier import is not written yet');
        const ids = [...new Set(keys.partners)];
        const release = await table.queues.hold(ids);
        const count = await writeAll(table, keys, decide).finally(() => ids.forEach(release));
        if (count > 0) await finishImport(table);
        return count;
      }),
  };
};
