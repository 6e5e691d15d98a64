import { LRUCache } from 'lru-cache';
import type { MpnId, TenantId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { partnerCache } from '../partner-cache.ts';
import type { Run } from './database.ts';
import { readKept, type Kept } from './partner-rows.ts';

/** Ids alone. */
const knownTenants = 20_000;

/** Partners as this process has last read or committed them: never older than what anybody in it was given. */
export interface KnownPartners {
  /** As it is known, which another process may have changed since. */
  last(id: MpnId): Kept | undefined;
  /** As it is now; the database sends it only where it is not as it is known. */
  read(id: MpnId): Promise<Kept | undefined>;
  ofTenant(tenant: TenantId): Promise<Partner | undefined>;
  /** What this process has committed. */
  note(kept: Kept): void;
}

export const knownPartners = (run: Run): KnownPartners => {
  const known = partnerCache<Kept>();
  const owners = new LRUCache<TenantId, MpnId>({ max: knownTenants });

  const read = async (id: MpnId): Promise<Kept | undefined> => {
    const before = known.get(id);
    const now = await readKept(run, id, before);
    // What came in meanwhile is not older than this.
    if (now && known.peek(id) === before) known.set(id, now);
    return now;
  };

  const ofTenant = async (tenant: TenantId): Promise<Partner | undefined> => {
    const likely = owners.get(tenant);
    const partner = likely && (await read(likely))?.partner;
    // An import may have given the tenant to another partner.
    if (partner?.tenantId === tenant) return partner;
    const [row] = await run<{ readonly mpn_id: MpnId }>('ofTenant', [tenant]);
    if (!row) return undefined;
    owners.set(tenant, row.mpn_id);
    return (await read(row.mpn_id))?.partner;
  };

  return {
    last: (id) => known.get(id),
    read,
    ofTenant,
    note: (kept) => void known.set(kept.partner.mpnId, kept),
  };
};
