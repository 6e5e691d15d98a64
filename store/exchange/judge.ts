import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { BulkKeys, BulkState } from '../contract.ts';
import { placeIn, type ImportFault, type Path } from './places.ts';
import { hasDoings } from './merge.ts';
import type { Entry } from './read-text.ts';

/** A fault of an entry, before its place is put into words. */
interface Found {
  readonly path: Path;
  readonly message: string;
}

/** What comes twice in a list, by a key. */
const repeated = <T>(
  items: readonly T[],
  field: string,
  keyOf: (item: T) => string,
  what: string,
): readonly Found[] => {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (seen.has(key)) return [{ path: [field, index], message: `${what} is there twice` }];
    seen.add(key);
    return [];
  });
};

const judgeLists = ({ partner }: Entry): readonly Found[] => [
  ...repeated(partner.people, 'people', (person) => person.aadObjectId, 'this person'),
  ...repeated(partner.qualifications, 'qualifications', (q) => `${q.competency} ${q.level}`, 'this one'),
  ...repeated(partner.memberships, 'memberships', (m) => `${m.level} ${m.anniversary}`, 'this membership'),
];

const judgeByCatalogue = ({ partner }: Entry, catalogue: Catalogue): readonly Found[] => {
  const sold = new Set(catalogue.competencies.map((competency) => competency.id));
  const unknown = (field: 'qualifications' | 'memberships'): readonly Found[] =>
    partner[field].flatMap(({ competency }, index) =>
      sold.has(competency)
        ? []
        : [{ path: [field, index, 'competency'], message: `no competency ${competency} is sold` }],
    );
  const country: readonly Found[] = Object.hasOwn(catalogue.countries, partner.country)
    ? []
    : [{ path: ['country'], message: `no fee is known for ${partner.country}` }];
  return [...country, ...unknown('qualifications'), ...unknown('memberships')];
};

/** An id that only one partner may have, with its place in the entry. */
interface Claim<Id> {
  readonly id: Id;
  readonly path: Path;
}

const tenantClaims = ({ partner }: Entry) => [{ id: partner.tenantId, path: ['tenantId'] }];
const mpnClaims = ({ partner }: Entry): readonly Claim<MpnId>[] => [
  { id: partner.mpnId, path: ['mpnId'] },
  ...partner.locationIds.map((id, index) => ({ id, path: ['locationIds', index] })),
];
const orderClaims = ({ partner }: Entry) =>
  (partner.orders ?? []).map(({ number }, index) => ({ id: number, path: ['orders', index, 'number'] }));

interface Owners<Id> {
  readonly byId: ReadonlyMap<Id, MpnId>;
  /** Whether a partner of the file gives up what the file does not list for it. */
  readonly movable: boolean;
}

/** The claims that collide: within the file, or with a partner of the store that keeps the id. */
const collisions = <Id extends string>(
  entries: readonly Entry[],
  claimsOf: (entry: Entry) => readonly Claim<Id>[],
  { byId, movable }: Owners<Id>,
): ReadonlyMap<Entry, readonly Found[]> => {
  const inFile = new Set(entries.map(({ partner }) => partner.mpnId));
  const seen = new Set<Id>();
  const judgeOne = (own: MpnId, { id, path }: Claim<Id>): readonly Found[] => {
    if (seen.has(id)) return [{ path, message: `${id} is in this file already` }];
    seen.add(id);
    const owner = byId.get(id);
    const free = owner === undefined || owner === own || (movable && inFile.has(owner));
    return free ? [] : [{ path, message: `${id} belongs to partner ${owner}` }];
  };
  return new Map(
    entries.map((entry) => [entry, claimsOf(entry).flatMap((claim) => judgeOne(entry.partner.mpnId, claim))]),
  );
};

/** Orders that are not in the store can't be put beside others: their money and history belong together. */
const judgeOrders = ({ partner }: Entry, state: BulkState): readonly Found[] => {
  const stored = state.partners.get(partner.mpnId);
  if (!stored || !hasDoings(stored)) return [];
  const known = new Set(stored.orders.map((order) => order.number));
  return (partner.orders ?? []).flatMap(({ number }, index) =>
    known.has(number)
      ? []
      : [{ path: ['orders', index], message: `is unknown here, where partner ${partner.mpnId} has others` }],
  );
};

const judgeDamaged = ({ partner }: Entry, state: BulkState): readonly Found[] =>
  state.damaged.includes(partner.mpnId)
    ? [
        {
          path: [],
          message: `the stored data of partner ${partner.mpnId} is damaged; put it back or away first`,
        },
      ]
    : [];

/** What the import touches and collides with. */
export const keysOf = (entries: readonly Entry[]): BulkKeys => ({
  partners: entries.map(({ partner }) => partner.mpnId),
  tenants: entries.map(({ partner }) => partner.tenantId),
  mpnIds: entries.flatMap((entry) => mpnClaims(entry).map(({ id }) => id)),
  orders: entries.flatMap((entry) => orderClaims(entry).map(({ id }) => id)),
});

/** Every fault that the catalogue, the store or the file's other entries show. */
export const judge = (
  entries: readonly Entry[],
  catalogue: Catalogue,
  state: BulkState,
): readonly ImportFault[] => {
  const collide = [
    collisions(entries, tenantClaims, { byId: state.tenants, movable: true }),
    collisions(entries, mpnClaims, { byId: state.mpnIds, movable: true }),
    collisions(entries, orderClaims, { byId: state.orders, movable: false }),
  ];
  return entries.flatMap((entry) =>
    [
      ...judgeByCatalogue(entry, catalogue),
      ...judgeLists(entry),
      ...collide.flatMap((found) => found.get(entry) ?? []),
      ...judgeOrders(entry, state),
      ...judgeDamaged(entry, state),
    ].map(({ path, message }) => ({ place: placeIn(entry.place, path), message })),
  );
};
