import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, later, startOf } from '../../../membership/rules/calendar.ts';
import type { MpnId } from '../../../membership/rules/ids.ts';
import type { Store } from '../../../store/contract.ts';
import { all, commit, placeOrder, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { day, order, orderNumber, partner, withOrder } from '../samples.ts';

const hour = 3_600_000;

describe('two instances on one database', () => {
  let database: Database;
  let stores: readonly Store[];
  beforeEach(async () => {
    database = await newDatabase();
    stores = await Promise.all([database.open(), database.open()]);
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.remove();
  });

  it('commit one after the other, and draw each number once, whatever they do at once', async () => {
    const asked = fc.record({
      instance: fc.nat(1),
      partner: fc.integer({ min: 1, max: 2 }),
      nth: fc.nat(9),
      import: fc.boolean(),
    });
    // Numbers stay taken: each run draws others.
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 25 }), async (steps) => {
        const [one, two] = stores as [Store, Store];
        await put(one, [partner(1), partner(2)]);
        run += 1;
        const fresh = (nth: number) => orderNumber(run * 10 + nth);
        const results = await Promise.all(
          steps.map(async (step) => {
            const store = stores[step.instance]!;
            const { mpnId } = partner(step.partner);
            if (!step.import) return { ...(await placeOrder(store, mpnId, fresh(step.nth))), nth: step.nth };
            await store.bulk.replace({ partners: [mpnId], tenants: [], mpnIds: [], orders: [] }, (state) => [
              { ...state.partners.get(mpnId)!, name: `Renamed ${step.nth}` },
            ]);
            return { kind: 'imported' as const, nth: step.nth };
          }),
        );
        const placed = results.filter(({ kind }) => kind === 'done').map(({ nth }) => fresh(nth));
        const wanted = new Set(steps.filter((step) => !step.import).map(({ nth }) => fresh(nth)));
        assert.deepEqual(placed.toSorted(), [...wanted].toSorted(), 'each number once');
        const stored = (await all(two)).flatMap(({ orders }) => orders.map(({ number }) => number));
        assert.deepEqual(stored.toSorted(), placed.toSorted());
        for (const number of placed) assert.ok(await one.partners.ofOrder(number));
        for (const id of [1, 2]) await commit(one, partner(id).mpnId, (now) => ({ ...now, orders: [] }));
      }),
      { numRuns: process.env.ENDURE ? 200 : 15 },
    );
  }).timeout(120_000);

  describe('that wake at once', () => {
    const count = 120;
    const due = startOf(addDays(day, 31));
    const ids = Array.from({ length: count }, (_, n) => partner(n + 1).mpnId);
    beforeEach(() =>
      put(
        stores[0]!,
        Array.from({ length: count }, (_, n) => withOrder(partner(n + 1), orderNumber(n))),
      ),
    );

    const claimAll = async (store: Store, now = due): Promise<readonly MpnId[]> => {
      const claimed: MpnId[] = [];
      for (;;) {
        const some = await store.partners.claimDue(now, 7, hour);
        if (some.length === 0) return claimed;
        claimed.push(...some);
      }
    };

    it('claim each partner once between them', async () => {
      const claimed = await Promise.all([...stores, ...stores].map((store) => claimAll(store)));
      assert.deepEqual(claimed.flat().toSorted(), ids.toSorted());
    });

    it('take up what one of them had claimed when it died, once the lease is over', async () => {
      const [dying, other] = stores as [Store, Store];
      const begun = await dying.partners.claimDue(due, 50, hour);
      for (const id of begun.slice(0, 20))
        await commit(dying, id, (now) => ({
          ...now,
          orders: now.orders.map(({ number }) => order(number, { state: 'expired' })),
        }));
      assert.equal((await claimAll(other)).length, count - 50);
      assert.deepEqual(await claimAll(other, later(due, hour - 1)), []);
      assert.deepEqual(
        (await claimAll(other, later(due, hour))).toSorted(),
        ids.filter((id) => !begun.slice(0, 20).includes(id)).toSorted(),
      );
    });

    it('skip whom a commit is changing', async () => {
      const [one, two] = stores as [Store, Store];
      const claimed: MpnId[] = [];
      await one.bulk.replace({ partners: ids.slice(0, 3), tenants: [], mpnIds: [], orders: [] }, (state) => {
        claimed.push(...state.partners.keys());
        return [...state.partners.values()].map((now) => ({ ...now, name: 'Renamed' }));
      });
      const both = await Promise.all([
        placeOrder(one, ids[0]!, orderNumber(5_000)),
        two.partners.claimDue(due, count, hour),
      ]);
      assert.ok(both[1].length >= count - 1);
      assert.equal(claimed.length, 3);
    });
  });
});
