import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { commit, put } from '../contract/place.ts';
import { failingDisk, type FailingDisk } from '../failing-disk.ts';
import { newFolder, type Folder } from '../folders.ts';
import { admin, orderNumber, partner, withOrder } from '../samples.ts';

const [one, two] = [partner(1), partner(2)];
const runs = process.env.ENDURE ? 2_000 : 60;

const sentAll = (before: Partner): Partner => ({
  ...before,
  outbox: before.outbox.map((message) => ({ ...message, status: 'sent', attempts: message.attempts + 1 })),
});
const inZone =
  (timeZone: string) =>
  (before: Partner): Partner => ({
    ...before,
    reminders: [{ person: admin, told: [], stopped: [], later: [], timeZone }],
  });

const amend = (store: Store, next: (before: Partner) => Partner): Promise<unknown> =>
  store.partners.change(
    one.mpnId,
    (before) => ({ kind: 'commit', partner: next(before), answer: undefined }),
    { durable: false },
  );

describe('what a power cut may forget of a partner', () => {
  let folder: Folder;
  let disk: FailingDisk;
  let store: Store;
  const open = async (): Promise<void> => {
    store = await folder.open({ disk });
  };
  const reopen = async (): Promise<void> => {
    await store.close();
    await open();
  };
  const inFile = () => readFile(join(folder.path, 'partners', `${one.mpnId}.json`), 'utf8');
  const lines = async (): Promise<number> => {
    const names = await readdir(join(folder.path, 'amendments'));
    const texts = await Promise.all(
      names.map((name) => readFile(join(folder.path, 'amendments', name), 'utf8')),
    );
    return texts.join('').split('\n').length - 1;
  };

  beforeEach(async () => {
    folder = await newFolder();
    disk = failingDisk();
    await open();
    await put(store, [one, two]);
    await commit(store, one.mpnId, (before) => withOrder(before, orderNumber(1)));
  });
  afterEach(async () => {
    disk.fails = () => false;
    await store.close();
    await folder.remove();
  });

  it('is a line beside its file, and comes back with it', async () => {
    const file = await inFile();
    await amend(store, sentAll);
    await amend(store, inZone('Asia/Tokyo'));
    assert.equal(await inFile(), file);
    const expected = await store.partners.read(one.mpnId);
    await reopen();
    assert.deepEqual(await store.partners.read(one.mpnId), expected);
    assert.deepEqual([expected?.outbox[0]?.status, await lines()], ['sent', 1]);
  });

  it('is in the file once something else is, and its line goes', async () => {
    await amend(store, inZone('Asia/Tokyo'));
    await commit(store, one.mpnId, (before) => ({ ...before, name: 'Renamed' }));
    assert.match(await inFile(), /Renamed.*Asia\/Tokyo/);
    await reopen();
    assert.equal((await store.partners.read(one.mpnId))?.reminders[0]?.timeZone, 'Asia/Tokyo');
    assert.equal(await lines(), 0);
  });

  it('does not come back over an import', async () => {
    await amend(store, inZone('Asia/Tokyo'));
    await put(store, [one]);
    await reopen();
    assert.deepEqual(await store.partners.read(one.mpnId), one);
  });

  it('stays a few lines, however often it changes', async () => {
    for (let n = 0; n < 4_200; n += 1) await amend(store, inZone(`Etc/GMT+${n % 12}`));
    assert.ok((await lines()) < 2_100, `${await lines()} lines`);
    await reopen();
    assert.equal((await store.partners.read(one.mpnId))?.reminders[0]?.timeZone, 'Etc/GMT+11');
  });

  type Deed = 'place' | 'send' | 'move' | 'import' | 'restart';
  const deed = fc.constantFrom<Deed>('place', 'send', 'send', 'move', 'move', 'import', 'restart');

  it(`is there with all else after any story, whatever the disk refuses (${runs} stories)`, async () => {
    let number = 1;
    const act = async (what: Deed): Promise<unknown> => {
      number += 1;
      switch (what) {
        case 'place':
          return commit(store, one.mpnId, (before) => withOrder(before, orderNumber(number)));
        case 'send':
          return amend(store, sentAll);
        case 'move':
          return amend(store, inZone(`Etc/GMT+${number}`));
        case 'import':
          return put(store, [{ ...one, name: `Import ${number}` }]);
        case 'restart':
          return reopen();
      }
    };
    const step = fc.record({ deed, failing: fc.option(fc.nat(9), { freq: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        for (const { deed: what, failing } of steps) {
          const before = await store.partners.read(one.mpnId);
          const from = disk.count;
          const at = what === 'restart' || failing === null ? undefined : from + failing;
          disk.fails = (_step, count) => count === at;
          const saved = await act(what).then(
            () => true,
            () => false,
          );
          disk.fails = () => false;
          const now = await store.partners.read(one.mpnId);
          if (!saved || what === 'restart') assert.deepEqual(now, before, what);
        }
        const expected = await store.partners.read(one.mpnId);
        await reopen();
        assert.deepEqual(await store.partners.read(one.mpnId), expected);
      }),
      { numRuns: runs },
    );
  }).timeout(300_000);
});
