import { LRUCache } from 'lru-cache';
import type { ChatRecord, Meet } from '../../membership/ports.ts';
import type { MpnId, PersonId, TenantId } from '../../membership/rules/ids.ts';
import { partnerCache } from '../partner-cache.ts';
import { inBatches } from './batches.ts';
import type { Run } from './database.ts';
import { nowOf, type AskedRow, type Kept } from './partner-rows.ts';

/** Ids alone. */
const knownTenants = 20_000;

/** Partners as this process has last read or committed them: never older than what anybody in it was given. */
export interface KnownPartners {
  /** As it is known, which another process may have changed since. */
  last(id: MpnId): Kept | undefined;
  /** As it is now; the database sends it only where it is not as it is known. */
  read(id: MpnId): Promise<Kept | undefined>;
  /** The person's partner in the same way, and their chat. */
  readonly meet: Meet;
  /** What this process has committed. */
  note(kept: Kept): void;
}

interface Asked {
  readonly person: PersonId;
  /** The newest commit of the partner that is known. */
  readonly known: string;
}

type MetRow = AskedRow & { readonly record: ChatRecord | null };

export const knownPartners = (run: Run): KnownPartners => {
  const known = partnerCache<Kept>();
  const owners = new LRUCache<TenantId, MpnId>({ max: knownTenants });

  const ask = inBatches((all: readonly Asked[]) =>
    run<MetRow>('meet', [
      all.map(({ person }) => person.tenantId),
      all.map(({ person }) => person.aadObjectId),
      all.map(({ known: stamp }) => stamp),
    ]),
  );

  /** What came in meanwhile is not older than what was asked for. */
  const noteUnless = (before: Kept | undefined, now: Kept): Kept => {
    if (known.peek(now.partner.mpnId) === before) known.set(now.partner.mpnId, now);
    return now;
  };

  return {
    last: (id) => known.get(id),
    read: async (id) => {
      const before = known.get(id);
      const [row] = await run<AskedRow>('readPartner', [id, before?.stamp ?? '']);
      const now = row && nowOf(row, before);
      return now && noteUnless(before, now);
    },
    meet: async (person) => {
      const likely = owners.get(person.tenantId);
      const before = likely && known.get(likely);
      const row = await ask({ person, known: before?.stamp ?? '' });
      const now = nowOf(row, before);
      if (now) owners.set(person.tenantId, now.partner.mpnId);
      return { partner: now && noteUnless(before, now).partner, record: row.record ?? undefined };
    },
    note: (kept) => void known.set(kept.partner.mpnId, kept),
  };
};
