import assert from 'node:assert/strict';
import type { Store } from '../../../store/contract.ts';
import { orderNumber, partner } from '../samples.ts';
import { bulkContract } from './bulk.ts';
import { lookUpsContract } from './look-ups.ts';
import { mattersContract } from './matters.ts';
import { partnersContract } from './partners.ts';
import { placeOrder, put, type Place } from './place.ts';
import { deskLedgerContract } from './ledger.ts';
import { recordsContract } from './records.ts';
import { turnsContract } from './turns.ts';

/** What every implementation of the store promises. */
export const storeContract = (name: string, newPlace: () => Promise<Place>): void => {
  describe(`the store's contract: ${name}`, () => {
    const one = partner(1);
    let place: Place;
    let store: Store;

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open();
      await put(store, [one, partner(2)]);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const under = {
      get store() {
        return store;
      },
      reopen: async (): Promise<void> => {
        await store.close();
        store = await place.open();
      },
    };
    partnersContract(under);
    lookUpsContract(under);
    mattersContract(under);
    bulkContract(under);
    recordsContract(under);
    deskLedgerContract(under);
    turnsContract(under);

    it('says that it can be written, and that nothing is damaged', async () => {
      assert.equal(await store.writable(), true);
      assert.deepEqual(store.damaged(), []);
    });

    it('refuses what comes after it was closed, and finishes what came before', async () => {
      const last = placeOrder(store, one.mpnId, orderNumber(1));
      await store.close();
      assert.equal((await last).kind, 'done');
      await assert.rejects(store.partners.read(one.mpnId), { name: 'StoreFault', code: 'closed' });
      store = await place.open();
      assert.equal((await store.partners.read(one.mpnId))?.orders.length, 1);
    });
  });
};
