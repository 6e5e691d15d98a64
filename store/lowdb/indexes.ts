import type { MpnId, OrderNumber, PaymentId, ProofHash, TenantId } from '../../membership/rules/ids.ts';
import { byAge, mattersOf, type Matter, type MatterKind } from '../../membership/rules/matters.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { unreached } from '../../membership/rules/reminder-sending.ts';
import type { PartnerMatter } from '../../membership/ports.ts';
import { paymentIds, searched } from '../found-by.ts';

/** Who has what, in memory; each commit costs as much as its own partner has, however many there are. */
export interface Indexes {
  readonly tenants: Map<TenantId, MpnId>;
  readonly mpnIds: Map<string, MpnId>;
  /** Numbers are only ever added: one that was seen is never free again. */
  readonly orders: Map<OrderNumber, MpnId>;
  readonly payments: Map<PaymentId, MpnId>;
  readonly proofs: Map<ProofHash, Set<OrderNumber>>;
  /** Of those partners alone at whom something waits for an operator. */
  readonly matters: Map<MpnId, readonly Matter[]>;
  /** Those at whom a reminder reached nobody. */
  readonly unreached: Set<MpnId>;
  /** Names as they are searched. */
  readonly names: Map<MpnId, string>;
}

export const emptyIndexes = (): Indexes => ({
  tenants: new Map(),
  mpnIds: new Map(),
  orders: new Map(),
  payments: new Map(),
  proofs: new Map(),
  matters: new Map(),
  unreached: new Set(),
  names: new Map(),
});

/** Takes the order numbers that a commit brings; `free` gives them back when it could not be saved. */
export type Claim = { readonly kind: 'claimed'; readonly free: () => void } | { readonly kind: 'taken' };

export const claimOrders = (
  { orders }: Indexes,
  before: Partner | undefined,
  after: Pick<Partner, 'mpnId' | 'orders'>,
): Claim => {
  if (before?.orders === after.orders) return { kind: 'claimed', free: () => undefined };
  const known = new Set(before?.orders.map((order) => order.number));
  const brought = after.orders.map((order) => order.number).filter((number) => !known.has(number));
  const all = new Set(after.orders.map((order) => order.number));
  if (all.size < after.orders.length || brought.some((number) => orders.has(number)))
    return { kind: 'taken' };
  for (const number of brought) orders.set(number, after.mpnId);
  return {
    kind: 'claimed',
    free: () => {
      for (const number of brought) orders.delete(number);
    },
  };
};

const indexMoney = ({ payments, proofs }: Indexes, partner: Partner): void => {
  for (const id of paymentIds(partner)) payments.set(id, partner.mpnId);
  for (const order of partner.orders)
    for (const { hash } of order.proofs) proofs.set(hash, (proofs.get(hash) ?? new Set()).add(order.number));
};

const indexMatters = ({ matters }: Indexes, partner: Partner): void => {
  const found = mattersOf(partner);
  if (found.length > 0) matters.set(partner.mpnId, found);
  else matters.delete(partner.mpnId);
};

export const withMatter = ({ matters }: Indexes, kind: MatterKind): readonly PartnerMatter[] =>
  [...matters]
    .flatMap(([partner, found]) => found.map((matter) => ({ ...matter, partner })))
    .filter((matter) => matter.kind === kind)
    .sort(byAge);

/** A part may stand anywhere, so that every name is looked at: a millisecond for each 10,000. */
export const named = ({ names }: Indexes, part: string, limit: number): readonly MpnId[] => {
  const wanted = searched(part);
  if (wanted === '') return [];
  return [...names]
    .filter(([, name]) => name.includes(wanted))
    .sort(([, a], [, b]) => a.localeCompare(b))
    .slice(0, limit)
    .map(([id]) => id);
};

const forget = <Key>(map: Map<Key, MpnId>, key: Key, owner: MpnId): void => {
  // Another partner may have it by now, where one import moved it.
  if (map.get(key) === owner) map.delete(key);
};

/** Takes up a committed partner. */
export const indexPartner = (indexes: Indexes, before: Partner | undefined, after: Partner): void => {
  if (before?.tenantId !== after.tenantId || before.locationIds !== after.locationIds) {
    if (before) forget(indexes.tenants, before.tenantId, before.mpnId);
    for (const id of before?.locationIds ?? []) forget(indexes.mpnIds, id, after.mpnId);
    indexes.tenants.set(after.tenantId, after.mpnId);
    for (const id of [after.mpnId, ...after.locationIds]) indexes.mpnIds.set(id, after.mpnId);
  }
  const moneyMoved =
    before?.orders !== after.orders || before.credits !== after.credits || before.held !== after.held;
  if (moneyMoved) {
    indexMoney(indexes, after);
    indexMatters(indexes, after);
  }
  if (before?.outbox !== after.outbox) {
    if (unreached(after).length > 0) indexes.unreached.add(after.mpnId);
    else indexes.unreached.delete(after.mpnId);
  }
  if (before?.name !== after.name) indexes.names.set(after.mpnId, searched(after.name));
};
