import assert from 'node:assert/strict';
import type { MpnId } from '../../../membership/rules/ids.ts';
import { orderNumber, partner, withOrder } from '../samples.ts';
import { all, commit, placeOrder, type UnderTest } from './place.ts';

const [one, two] = [partner(1), partner(2)];

/** Partners and their order numbers. */
export const partnersContract = (under: UnderTest): void => {
  describe('partners', () => {
    it('are read as they were committed, also after a restart', async () => {
      await placeOrder(under.store, one.mpnId, orderNumber(1));
      const expected = withOrder(one, orderNumber(1));
      assert.deepEqual(await under.store.partners.read(one.mpnId), expected);
      await under.reopen();
      assert.deepEqual(await under.store.partners.read(one.mpnId), expected);
      assert.deepEqual(await under.store.partners.read(two.mpnId), two);
    });

    it('that do not exist are not read, and not changed', async () => {
      const nobody = '999' as MpnId;
      assert.equal(await under.store.partners.read(nobody), undefined);
      assert.deepEqual(await under.store.partners.change(nobody, () => assert.fail('decided on nobody')), {
        kind: 'noSuchPartner',
      });
    });

    it('give the answer of the decision, and what was committed', async () => {
      const result = await commit(under.store, one.mpnId, (before) => ({ ...before, name: 'Renamed' }));
      assert.deepEqual(result, {
        kind: 'done',
        partner: { ...one, name: 'Renamed' },
        answer: 'committed',
      });
    });

    it('that a decision leaves unchanged stay as they are', async () => {
      const result = await under.store.partners.change(one.mpnId, () => ({ kind: 'unchanged', answer: 7 }));
      assert.deepEqual(result, { kind: 'done', partner: one, answer: 7 });
    });

    it('stay as they were when a decision throws, and can be changed after it', async () => {
      const failing = under.store.partners.change(one.mpnId, () => {
        throw new RangeError('decided badly');
      });
      await assert.rejects(failing, RangeError);
      assert.deepEqual(await under.store.partners.read(one.mpnId), one);
      assert.equal((await placeOrder(under.store, one.mpnId, orderNumber(1))).kind, 'done');
    });

    it('are not written over by a decision that gives another partner', async () => {
      await assert.rejects(
        commit(under.store, one.mpnId, () => two),
        RangeError,
      );
      assert.deepEqual(await all(under.store), [one, two]);
    });

    it('lose no change of fifty at once', async () => {
      const numbers = Array.from({ length: 50 }, (_, n) => orderNumber(n));
      await Promise.all(
        numbers.map((number, n) => placeOrder(under.store, (n % 2 ? one : two).mpnId, number)),
      );
      await under.reopen();
      const stored = (await all(under.store)).flatMap(({ orders }) => orders.map(({ number: is }) => is));
      assert.deepEqual(stored.toSorted(), numbers.toSorted());
    });

    it('keep what is committed without waiting for the disk over a restart', async () => {
      await under.store.partners.change(
        one.mpnId,
        (before) => ({ kind: 'commit', partner: { ...before, name: 'Soon' }, answer: 0 }),
        { durable: false },
      );
      await under.reopen();
      assert.equal((await under.store.partners.read(one.mpnId))?.name, 'Soon');
    });

    it('are all walked through, in one order', async () => {
      assert.deepEqual(await all(under.store), [one, two]);
    });
  });

  describe('an order number', () => {
    const number = orderNumber(77);

    it('of one partner is refused to another, which stays as it is', async () => {
      await placeOrder(under.store, one.mpnId, number);
      assert.deepEqual(await placeOrder(under.store, two.mpnId, number), { kind: 'orderNumberTaken' });
      assert.deepEqual(await under.store.partners.read(two.mpnId), two);
    });

    it('is refused to the same partner a second time', async () => {
      await placeOrder(under.store, one.mpnId, number);
      const again = await commit(under.store, one.mpnId, (before) => withOrder(before, number, 'another'));
      assert.deepEqual(again, { kind: 'orderNumberTaken' });
    });

    it('goes to one of two that draw it at once', async () => {
      const results = await Promise.all([
        placeOrder(under.store, one.mpnId, number),
        placeOrder(under.store, two.mpnId, number),
      ]);
      assert.deepEqual(results.map(({ kind }) => kind).toSorted(), ['done', 'orderNumberTaken']);
    });

    it('stays taken when its order is gone, and over a restart', async () => {
      await placeOrder(under.store, one.mpnId, number);
      await under.reopen();
      assert.deepEqual(await placeOrder(under.store, two.mpnId, number), { kind: 'orderNumberTaken' });
      await commit(under.store, one.mpnId, (before) => ({ ...before, orders: [] }));
      assert.deepEqual(await placeOrder(under.store, two.mpnId, number), { kind: 'orderNumberTaken' });
    });
  });
};
