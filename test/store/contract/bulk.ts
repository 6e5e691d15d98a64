import assert from 'node:assert/strict';
import type { MpnId, TenantId } from '../../../membership/rules/ids.ts';
import { orderNumber, partner, withOrder } from '../samples.ts';
import { ofTenant, placeOrder, put, type UnderTest } from './place.ts';

const [one, two] = [partner(1), partner(2)];

/** Many partners at once. */
export const bulkContract = (under: UnderTest): void => {
  describe('many partners at once', () => {
    it('are written, or none when the decision is none', async () => {
      const three = partner(3);
      const keys = { partners: [three.mpnId], tenants: [], mpnIds: [], orders: [] };
      assert.equal(await under.store.bulk.replace(keys, () => undefined), 0);
      assert.equal(await under.store.partners.read(three.mpnId), undefined);
      assert.equal(await under.store.bulk.replace(keys, () => [three]), 1);
      assert.deepEqual(await under.store.partners.read(three.mpnId), three);
    });

    it('are decided on what they are, and on who has their ids', async () => {
      await placeOrder(under.store, one.mpnId, orderNumber(1));
      await under.store.bulk.replace(
        {
          partners: [one.mpnId, '999' as MpnId],
          tenants: [two.tenantId, 'nobody' as TenantId],
          mpnIds: [two.locationIds[0]!],
          orders: [orderNumber(1), orderNumber(2)],
        },
        (state) => {
          assert.deepEqual([...state.partners.keys()], [one.mpnId]);
          assert.deepEqual([...state.tenants], [[two.tenantId, two.mpnId]]);
          assert.deepEqual([...state.mpnIds], [[two.locationIds[0], two.mpnId]]);
          assert.deepEqual([...state.orders], [[orderNumber(1), one.mpnId]]);
          return undefined;
        },
      );
    });

    it('can change their tenants, which the old ones then no longer lead to', async () => {
      await put(under.store, [
        { ...one, tenantId: two.tenantId },
        { ...two, tenantId: one.tenantId, locationIds: [] },
      ]);
      assert.equal((await ofTenant(under.store, one.tenantId))?.mpnId, two.mpnId);
      assert.equal((await ofTenant(under.store, two.tenantId))?.mpnId, one.mpnId);
      assert.equal(await under.store.partners.ofMpnId(two.locationIds[0]!), undefined);
    });

    it('lose no change that comes at the same time', async () => {
      const keys = { partners: [one.mpnId], tenants: [], mpnIds: [], orders: [] };
      await Promise.all([
        placeOrder(under.store, one.mpnId, orderNumber(1)),
        under.store.bulk.replace(keys, (state) => [{ ...state.partners.get(one.mpnId)!, name: 'Renamed' }]),
        placeOrder(under.store, one.mpnId, orderNumber(2)),
      ]);
      const expected = withOrder(withOrder(one, orderNumber(1)), orderNumber(2));
      assert.deepEqual(await under.store.partners.read(one.mpnId), { ...expected, name: 'Renamed' });
    });
  });
};
