import assert from 'node:assert/strict';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../../store/contract.ts';
import { failingDisk } from '../failing-disk.ts';
import { newFolder, type Folder } from '../folders.ts';
import { bankLine, orderNumber } from '../samples.ts';

const held = { kind: 'held', because: 'noReference' } as const;

describe('the bank ledger, on a disk', () => {
  let folder: Folder;
  let store: Store;
  const files = async (): Promise<readonly string[]> =>
    (await readdir(join(folder.path, 'ledger'), { recursive: true })).filter((name) =>
      name.endsWith('.json'),
    );

  beforeEach(async () => {
    folder = await newFolder();
    store = await folder.open();
    for (const id of ['1', '2']) await store.ledger.record(bankLine(id));
    await store.ledger.mark({ ...bankLine('1'), status: held });
    await store.ledger.mark({ ...bankLine('2'), status: { kind: 'matched', order: orderNumber(1) } });
  });
  afterEach(async () => {
    await store.close();
    await folder.remove();
  });

  it('has one file a line, and that of a held one says so in its name', async () => {
    const names = await files();
    assert.equal(names.length, 2);
    assert.equal(names.filter((name) => name.endsWith('.held.json')).length, 1);
  });

  it('finds lines that an earlier version held without saying so, once', async () => {
    await store.close();
    const path = join(folder.path, 'ledger');
    const [name] = (await files()).filter((one) => one.endsWith('.held.json'));
    await rename(join(path, name!), join(path, name!.replace('.held', '')));
    await rm(join(path, 'held-by-name'));
    store = await folder.open();
    assert.deepEqual(await store.ledger.held(), [{ ...bankLine('1'), status: held }]);
    assert.equal((await files()).filter((one) => one.endsWith('.held.json')).length, 1);
  });

  it('a disk that refuses the names does not keep it from starting', async () => {
    await store.close();
    await rm(join(folder.path, 'ledger', 'held-by-name'));
    const disk = failingDisk();
    disk.fails = (step) => step === 'rename' || step === 'create';
    store = await folder.open({ disk });
    assert.deepEqual(await store.ledger.held(), [{ ...bankLine('1'), status: held }]);
  });

  it('where an earlier stage’s file is left behind, the later stage counts', async () => {
    await store.close();
    const disk = failingDisk();
    store = await folder.open({ disk });
    disk.fails = (step) => step === 'remove';
    await store.ledger.mark({ ...bankLine('1'), status: { kind: 'matched', order: orderNumber(2) } });
    disk.fails = () => false;
    await store.close();
    store = await folder.open();
    assert.deepEqual(await store.ledger.held(), []);
    assert.deepEqual((await store.ledger.find(bankLine('1').id))?.status, {
      kind: 'matched',
      order: orderNumber(2),
    });
  });
});
