import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { exportAt, exchangeHandlers, importAt } from '../../../store/exchange/at-folder.ts';
import { exportPartners } from '../../../store/exchange/export.ts';
import { importPartners } from '../../../store/exchange/import.ts';
import { commit, put } from '../contract/place.ts';
import { newFolder, type Folder } from '../folders.ts';
import { orderNumber, partner, withOrder } from '../samples.ts';
import { anyPartner } from './arbitraries.ts';
import { catalogue, inFile, objectFile } from './files.ts';

/** A new folder and two stores a run. */
const runs = process.env.ENDURE ? 300 : 30;

const linesOf = async (lines: AsyncIterable<string>): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
};
const all = async (store: Store): Promise<readonly Partner[]> => {
  const found: Partner[] = [];
  for await (const one of store.partners.all()) found.push(one);
  return found;
};

/** Without the fields that are there but undefined, as a disk gives it back. */
const asStored = (partners: readonly Partner[]): unknown => JSON.parse(JSON.stringify(partners));

const inTwoStores = async (work: (first: Store, second: Store) => Promise<void>): Promise<void> => {
  const folders = [await newFolder(), await newFolder()];
  const [first, second] = await Promise.all(folders.map((folder) => folder.open()));
  try {
    await work(first!, second!);
  } finally {
    for (const store of [first, second]) await store?.close();
    for (const folder of folders) await folder.remove();
  }
};

describe('an export', () => {
  it('imported into an empty store gives an equal one, whatever the partners have', () =>
    fc.assert(
      fc.asyncProperty(fc.tuple(anyPartner(1), anyPartner(2)), (partners) =>
        inTwoStores(async (first, second) => {
          await put(first, partners);
          const lines = await linesOf(exportPartners(first));
          const result = await importPartners(second, catalogue, lines.join('\n'));
          assert.deepEqual(result, { kind: 'imported', partners: 2 });
          assert.deepEqual(asStored(await all(second)), asStored(await all(first)));
          assert.deepEqual(await linesOf(exportPartners(second)), lines);
          const own = await importPartners(first, catalogue, lines.join('\n'));
          assert.deepEqual(own, { kind: 'imported', partners: 2 });
          assert.deepEqual(asStored(await all(first)), asStored(partners));
        }),
      ),
      { numRuns: runs },
    )).timeout(60_000);

  it('brings orders to a partner that was imported without them, and keeps their numbers taken', () =>
    inTwoStores(async (first, second) => {
      const one = partner(1);
      const two = partner(2);
      await put(first, [withOrder(one, orderNumber(1))]);
      await put(second, [one, two]);
      const lines = await linesOf(exportPartners(first));
      await importPartners(second, catalogue, lines.join('\n'));
      assert.deepEqual(await second.partners.read(one.mpnId), withOrder(one, orderNumber(1)));
      const again = await commit(second, two.mpnId, (before) => withOrder(before, orderNumber(1)));
      assert.deepEqual(again, { kind: 'orderNumberTaken' });
    }));

  it('that is older than the store leaves the newer orders there', () =>
    inTwoStores(async (first) => {
      const one = withOrder(partner(1), orderNumber(1));
      await put(first, [one]);
      const old = await linesOf(exportPartners(first));
      const newer = withOrder(one, orderNumber(2));
      await commit(first, one.mpnId, () => newer);
      await importPartners(first, catalogue, old.join('\n'));
      assert.deepEqual(await first.partners.read(one.mpnId), newer);
    }));
});

describe('import and export of a data folder', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => folder.remove());
  const file = objectFile(inFile());

  for (const running of [false, true])
    it(running ? 'go through the bot that has it open' : 'open it where no bot runs', async () => {
      const store = running ? await folder.open() : undefined;
      store?.serve(exchangeHandlers(store, catalogue));
      const place = { folder: folder.path };
      assert.deepEqual(await importAt(place, catalogue, file), { kind: 'imported', partners: 1 });
      const refused = await importAt(place, catalogue, objectFile(inFile({ country: 'US' })));
      assert.partialDeepStrictEqual(refused, { kind: 'refused', faults: [{ place: 'partners[0].country' }] });
      assert.equal((await linesOf(exportAt(place))).length, 1);
      if (store) assert.equal((await all(store)).length, 1);
      await store?.close();
    });
});
