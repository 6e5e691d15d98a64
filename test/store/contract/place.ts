import type { ChangeResult } from '../../../membership/ports.ts';
import type { AadObjectId, MpnId, OrderNumber, TenantId } from '../../../membership/rules/ids.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { withOrder } from '../samples.ts';

/** A store under test, its data where the next `open` finds it. */
export interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** What a part of the contract is about: partners 1 and 2 are in the store, whichever run of it is the current one. */
export interface UnderTest {
  readonly store: Store;
  /** Closes the store and opens it anew. */
  reopen(): Promise<void>;
}

export const all = async (store: Store): Promise<readonly Partner[]> => {
  const found: Partner[] = [];
  for await (const one of store.partners.all()) found.push(one);
  return found;
};

/** The partner that a tenant's people have. */
export const ofTenant = async (store: Store, tenantId: TenantId): Promise<Partner | undefined> =>
  (await store.meet({ tenantId, aadObjectId: 'nobody' as AadObjectId })).partner;

/** Puts partners into a store as an import does. */
export const put = (store: Store, partners: readonly Partner[]): Promise<number> =>
  store.bulk.replace(
    { partners: partners.map(({ mpnId }) => mpnId), tenants: [], mpnIds: [], orders: [] },
    () => partners,
  );

/** Commits whatever `next` makes of the partner. */
export const commit = (
  store: Store,
  id: MpnId,
  next: (before: Partner) => Partner,
): Promise<ChangeResult<string>> =>
  store.partners.change(id, (before) => ({ kind: 'commit', partner: next(before), answer: 'committed' }));

export const placeOrder = (store: Store, id: MpnId, number: OrderNumber): Promise<ChangeResult<string>> =>
  commit(store, id, (before) => withOrder(before, number));
