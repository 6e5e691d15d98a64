import assert from 'node:assert/strict';
import { commit, put } from '../contract/place.ts';
import { failingDisk } from '../failing-disk.ts';
import { newFolder } from '../folders.ts';
import { orderNumber, partner, withOrder } from '../samples.ts';

/** What one commit writes in a store of so many partners. */
const costOf = async (partners: number): Promise<{ readonly bytes: number; readonly steps: number }> => {
  const folder = await newFolder();
  const disk = failingDisk();
  const store = await folder.open({ disk });
  await put(
    store,
    Array.from({ length: partners }, (_, n) => partner(n)),
  );
  const before = { bytes: disk.bytes, count: disk.count };
  await commit(store, partner(0).mpnId, (one) => withOrder(one, orderNumber(1)));
  const cost = { bytes: disk.bytes - before.bytes, steps: disk.count - before.count };
  await store.close();
  await folder.remove();
  return cost;
};

describe('the cost of a commit', () => {
  it('is the same, to the byte, in a small and in a large store', async () => {
    const small = await costOf(1);
    assert.deepEqual(await costOf(500), small);
    assert.ok(small.bytes > 0 && small.bytes < 5_000);
  });
});
