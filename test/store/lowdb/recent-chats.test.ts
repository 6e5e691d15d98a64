import assert from 'node:assert/strict';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../../../store/contract.ts';
import { failingDisk, type FailingDisk } from '../failing-disk.ts';
import { newFolder, type Folder } from '../folders.ts';
import { chat } from '../samples.ts';

const [ada, bob] = [chat('ada'), chat('bob')];

describe('the newest chat records', () => {
  let folder: Folder;
  let disk: FailingDisk;
  let store: Store;
  const files = (part: string): Promise<readonly string[]> => readdir(join(folder.path, part));
  const line = (record: object): string => `\n${JSON.stringify(record)}`;

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

  it('are lines of one file, and get files of their own when the store is closed', async () => {
    await Promise.all([store.chats.write(ada), store.chats.write(bob)]);
    await store.chats.write({ ...ada, locale: 'sv-SE' });
    assert.deepEqual([(await files('recent-chats')).length, (await files('chats')).length], [1, 0]);
    await store.close();
    assert.deepEqual([(await files('recent-chats')).length, (await files('chats')).length], [0, 2]);
    store = await folder.open({ disk });
    assert.equal((await store.chats.read(ada.person))?.locale, 'sv-SE');
  });

  it('of whoever has been quiet for longest get files once they are many, and a newer one is not overtaken', async () => {
    await store.chats.write({ ...ada, locale: 'x-first' });
    const others = Array.from({ length: 7_100 }, (_, n) => ({ ...chat(`person-${n}`), locale: `x-${n}` }));
    for (let n = 0; n < others.length; n += 100)
      await Promise.all(others.slice(n, n + 100).map((record) => store.chats.write(record)));
    await store.chats.write({ ...ada, locale: 'x-last' });
    while ((await files('recent-chats')).length > 1) await new Promise(setImmediate);
    const saved = (await files('chats')).length;
    assert.ok(saved > 1_500 && saved < 2_500, `${saved} files`);
    assert.equal((await store.chats.read(chat('person-7').person))?.locale, 'x-7');
    await store.close();
    assert.deepEqual([await files('recent-chats'), (await files('chats')).length], [[], 7_101]);
    store = await folder.open({ disk });
    assert.equal((await store.chats.read(ada.person))?.locale, 'x-last');
    assert.equal((await store.chats.read(chat('person-7000').person))?.locale, 'x-7000');
  }).timeout(60_000);

  it('stay a few lines where a few people talk', async () => {
    for (let n = 0; n < 4_200; n += 1) await store.chats.write({ ...(n % 2 ? ada : bob), locale: `x-${n}` });
    assert.deepEqual(await files('chats'), []);
    const [name = ''] = await files('recent-chats');
    const text = await readFile(join(folder.path, 'recent-chats', name), 'utf8');
    assert.ok(text.split('\n').length < 2_100);
    assert.equal((await store.chats.read(ada.person))?.locale, 'x-4199');
  });

  it('that a process which died has left are taken up, the newest of each person', async () => {
    await store.chats.write({ ...ada, locale: 'en-GB' });
    await store.close();
    const newest = join(folder.path, 'recent-chats', '10.jsonl');
    await writeFile(
      join(folder.path, 'recent-chats', '9.jsonl'),
      line({ ...ada, locale: 'nl-NL' }) + line(bob),
    );
    await writeFile(newest, line({ ...ada, locale: 'sv-SE' }));
    await appendFile(newest, line({ ...ada, locale: 'fi-FI' }).slice(0, -5));
    store = await folder.open({ disk });
    assert.equal((await store.chats.read(ada.person))?.locale, 'sv-SE');
    assert.deepEqual(await store.chats.read(bob.person), bob);
    assert.deepEqual([await files('recent-chats'), (await files('chats')).length], [[], 2]);
  });

  it('that a full disk takes half of are as they were, and spoil no later one', async () => {
    await store.chats.write(ada);
    disk.fails = (step) => step === 'write';
    const refused = store.chats.write({ ...ada, locale: 'nl-NL' });
    await assert.rejects(refused, { name: 'StoreFault', code: 'notSaved' });
    assert.deepEqual(await store.chats.read(ada.person), ada);
    disk.fails = () => false;
    await store.chats.write(bob);
    disk.fails = (step) => step === 'rename';
    await store.close();
    assert.equal(folder.events.at(-1)?.kind, 'linesKept');
    disk.fails = () => false;
    store = await folder.open({ disk });
    assert.deepEqual(await store.chats.read(ada.person), ada);
    assert.deepEqual(await store.chats.read(bob.person), bob);
  });
});
