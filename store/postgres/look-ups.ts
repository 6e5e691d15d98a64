import { mattersOf } from '../../membership/rules/matters.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { unreached } from '../../membership/rules/reminder-sending.ts';
import { paymentIds, searched } from '../found-by.ts';

/** What leads to a partner, by kind, as the commit function takes it. */
export type LookUps = Readonly<Record<string, readonly string[]>>;

/** Of each kind what the first has and the second has not; kinds without any are left out. */
const missing = (of: LookUps, from: LookUps): LookUps => {
  const entries = Object.entries(of).flatMap(([kind, keys]) => {
    const known = new Set(from[kind]);
    const rest = [...new Set(keys)].filter((key) => !known.has(key));
    return rest.length > 0 ? [[kind, rest] as const] : [];
  });
  return Object.fromEntries(entries);
};

/** What a partner is found by as long as it has it. */
const held = ({ mpnId, tenantId, locationIds }: Partner): LookUps => ({
  tenants: [tenantId],
  mpnNumbers: [mpnId, ...locationIds],
});

/** What a partner is found by for ever. */
const kept = (partner: Partner): LookUps => ({
  orders: partner.orders.map(({ number }) => number),
  payments: paymentIds(partner),
  proofs: partner.orders.flatMap(({ number, proofs }) => proofs.map(({ hash }) => `${hash} ${number}`)),
});

/** Among the kinds of matters: a reminder reached nobody. */
export const unreachedKind = 'unreached';

/** What waits for operators, by kind. */
const matters = (partner: Partner): ReadonlyMap<string, string> => {
  const kinds = new Map<string, readonly unknown[]>(Map.groupBy(mattersOf(partner), ({ kind }) => kind));
  if (unreached(partner).length > 0) kinds.set(unreachedKind, []);
  return new Map([...kinds].map(([kind, found]) => [kind, JSON.stringify({ kind, found })]));
};

const ofMatters = (partner: Partner): LookUps => ({ matters: [...matters(partner).values()] });
const ofKinds = (partner: Partner): LookUps => ({ matters: [...matters(partner).keys()] });
const ofName = ({ name }: Partner): LookUps => ({ names: [searched(name)] });

type Part = (partner: Partner) => LookUps;
const together = (parts: readonly Part[], change: (part: Part) => LookUps): LookUps =>
  parts.reduce<LookUps>((all, part) => ({ ...all, ...change(part) }), {});

/** What a commit changes of what leads to its partner: as much as the commit changes, however much there is. */
export const lookUpChanges = (
  before: Partner | undefined,
  after: Partner,
): { readonly added: LookUps; readonly gone: LookUps } => {
  const of = (part: Part): LookUps => (before ? part(before) : {});
  return {
    added: together([held, kept, ofMatters, ofName], (part) => missing(part(after), of(part))),
    gone: together([held, ofKinds], (part) => missing(of(part), part(after))),
  };
};
