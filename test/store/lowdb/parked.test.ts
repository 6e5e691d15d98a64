import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../../store/contract.ts';
import { StoreFault } from '../../../store/faults.ts';
import { failingDisk, type FailingDisk } from '../failing-disk.ts';
import { newFolder, type Folder } from '../folders.ts';
import { parkedNews } from '../samples.ts';

const [first, second] = [parkedNews('evt_1'), parkedNews('evt_2')];

describe('parked news, on a disk', () => {
  let folder: Folder;
  let disk: FailingDisk;
  let store: Store;
  const files = async () =>
    (await readdir(join(folder.path, 'parked'))).map((name) => join(folder.path, 'parked', name));

  beforeEach(async () => {
    folder = await newFolder();
    disk = failingDisk();
    store = await folder.open({ disk });
  });
  afterEach(async () => {
    disk.fails = () => false;
    await store.close();
    await folder.remove();
  });

  it('that can’t be saved, at whichever step, are refused, so that the gateway tells them again', async () => {
    let failures = 0;
    for (let nth = 1; ; nth += 1) {
      const start = disk.count;
      disk.fails = (_step, count) => count === start + nth;
      const outcome = await store.parked.park(first).then(
        () => 'saved',
        (error: unknown) => error,
      );
      if (outcome === 'saved') break;
      failures += 1;
      assert.ok(outcome instanceof StoreFault && outcome.code === 'notSaved', String(outcome));
    }
    assert.ok(failures >= 4, `only ${failures} steps`);
    disk.fails = () => false;
    await store.close();
    store = await folder.open({ disk });
    assert.deepEqual(await store.parked.all(), [first]);
  });

  for (const [what, damage] of [
    ['truncated', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['another document', () => '{"version":1}'],
  ] as const)
    it(`whose file is ${what} are set aside and named, the others are there`, async () => {
      await store.parked.park(first);
      const [path] = await files();
      await store.parked.park(second);
      await writeFile(path!, damage(await readFile(path!, 'utf8')));
      assert.deepEqual(await store.parked.all(), [second]);
      assert.deepEqual(
        folder.events.map(({ kind }) => kind),
        ['setAside'],
      );
      assert.deepEqual(await store.parked.all(), [second]);
    });

  it('are refused once the store is closed', async () => {
    await store.close();
    await assert.rejects(store.parked.park(first), { name: 'StoreFault', code: 'closed' });
    store = await folder.open({ disk });
  });
});
