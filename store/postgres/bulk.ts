import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Bulk, BulkKeys, BulkState } from '../contract.ts';
import type { Database, Run } from './database.ts';
import type { Gate } from './gate.ts';
import { commitPartner, keptOf, type Derived, type Kept, type PartnerRow } from './partner-rows.ts';
import type { StatementName } from './statements.ts';

type Decide = (state: BulkState) => readonly Partner[] | undefined;

/** Another has committed between what was judged and what was written: all is judged anew. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

const owners = async <Key extends string>(
  run: Run,
  statement: StatementName,
  keys: readonly Key[],
): Promise<ReadonlyMap<Key, MpnId>> => {
  if (keys.length === 0) return new Map();
  const rows = await run<{ readonly key: Key; readonly mpn_id: MpnId }>(statement, [keys]);
  const found = new Map(rows.map((row) => [row.key, row.mpn_id]));
  // In the order they were asked for.
  return new Map(keys.flatMap((key) => (found.has(key) ? [[key, found.get(key) as MpnId]] : [])));
};

type Found = ReadonlyMap<MpnId, Kept>;

const hold = async (run: Run, ids: readonly MpnId[]): Promise<Found> => {
  const rows = await run<PartnerRow & { readonly mpn_id: MpnId }>('holdPartners', [ids]);
  return new Map(rows.map((row) => [row.mpn_id, keptOf(row)]));
};

const stateOf = async (run: Run, keys: BulkKeys, found: Found): Promise<BulkState> => ({
  partners: new Map([...found].map(([id, { partner }]) => [id, partner])),
  damaged: [],
  tenants: await owners(run, 'ownersOfTenants', keys.tenants),
  mpnIds: await owners(run, 'ownersOfMpnNumbers', keys.mpnIds),
  orders: await owners(run, 'ownersOfOrders', keys.orders),
});

/** Waits for nobody while the partners are held: an order number that another is just drawing may be in the way. */
const replace = async (run: Run, derived: Derived, keys: BulkKeys, decide: Decide): Promise<number> => {
  await run('importAlone');
  const found = await hold(run, keys.partners);
  const partners = decide(await stateOf(run, keys, found)) ?? [];
  for (const after of partners) {
    const before = found.get(after.mpnId);
    const committed = await commitPartner(run, derived, { before, after, durable: true });
    if (committed.kind === 'conflict') throw new Overtaken('a partner of the import was added meanwhile');
    if (committed.kind === 'orderNumberTaken')
      throw new Overtaken(`an import brings an order number that is taken to partner ${after.mpnId}`);
  }
  return partners.length;
};

const mostAttempts = 3;

/** The port over the tables: one transaction an import, and one import at a time. */
export const bulkPort = (database: Database, derived: Derived, gate: Gate): Bulk => ({
  replace: (keys, decide) =>
    gate.pass(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await database.transaction((run) => replace(run, derived, keys, decide));
        } catch (error) {
          if (!(error instanceof Overtaken)) throw error;
          if (attempt >= mostAttempts) throw new RangeError(error.message, { cause: error });
        }
      }
    }),
});
