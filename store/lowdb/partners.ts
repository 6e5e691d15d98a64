import type { ChangeOptions, ChangeResult, Partners, Verdict } from '../../membership/ports.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { named, withMatter } from './indexes.ts';
import { amend, commit, load, type PartnerTable } from './partner-table.ts';

const change = async <Answer>(
  table: PartnerTable,
  id: MpnId,
  decide: (partner: Partner) => Verdict<Answer>,
  { durable = true }: ChangeOptions = {},
): Promise<ChangeResult<Answer>> => {
  const before = await load(table, id);
  if (!before) return { kind: 'noSuchPartner' };
  const verdict = decide(before.partner);
  const { answer } = verdict;
  if (verdict.kind === 'unchanged') return { kind: 'done', partner: before.partner, answer };
  const { partner } = verdict;
  if (!durable && table.amendments.fits(before.partner, partner)) {
    await amend(table, before, partner);
    return { kind: 'done', partner, answer };
  }
  return (await commit(table, before, partner))
    ? { kind: 'done', partner, answer }
    : { kind: 'orderNumberTaken' };
};

async function* all(table: PartnerTable): AsyncGenerator<Partner> {
  for (const id of [...table.versions.keys()].sort()) {
    if (table.damaged.has(id)) continue;
    const envelope = await load(table, id);
    if (envelope) yield envelope.partner;
  }
}

/** The port over the table; `guard` refuses what comes when the store is closing. */
export const partnersPort = (table: PartnerTable, guard: () => void): Partners => {
  const { indexes } = table;
  return {
    read: async (id) => {
      guard();
      return (await load(table, id))?.partner;
    },
    change: async (id, decide, options) => {
      guard();
      return table.queues.run(id, () => change(table, id, decide, options));
    },
    ofOrder: (number) => Promise.resolve(indexes.orders.get(number)),
    ofMpnId: (id) => Promise.resolve(indexes.mpnIds.get(id)),
    ofPayment: (id) => Promise.resolve(indexes.payments.get(id)),
    ordersWithProof: (hash) => Promise.resolve([...(indexes.proofs.get(hash) ?? [])]),
    withMatter: (kind) => Promise.resolve(withMatter(indexes, kind)),
    withUnreached: () => Promise.resolve([...indexes.unreached]),
    named: (part, limit) => Promise.resolve(named(indexes, part, limit)),
    claimDue: (now, limit, lease) => Promise.resolve(table.due.claim(now, limit, lease)),
    all: () => all(table),
  };
};
