import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProofHash } from '../../../membership/rules/ids.ts';
import type { Store } from '../../../store/contract.ts';
import { exportPartners } from '../../../store/exchange/export.ts';
import { commit, ofTenant, put } from '../contract/place.ts';
import { newFolder, type Folder } from '../folders.ts';
import { chat, orderNumber, partner, withOrder } from '../samples.ts';

const [one, two] = [partner(1), partner(2)];
const damaged = { name: 'StoreFault', code: 'damaged' };
const number = orderNumber(1);

describe('a damaged file', () => {
  let folder: Folder;
  let store: Store;
  const fileOf = (): string => join(folder.path, 'partners', `${one.mpnId}.json`);

  beforeEach(async () => {
    folder = await newFolder();
    store = await folder.open();
    await put(store, [one, two]);
    await commit(store, one.mpnId, (before) => withOrder(before, number));
    await store.close();
  });
  afterEach(async () => {
    await store.close();
    await folder.remove();
  });

  const damages: readonly [string, (text: string) => string][] = [
    ['empty', () => ''],
    ['truncated', (text) => text.slice(0, -40)],
    ['filled with zeros', (text) => '\0'.repeat(text.length)],
    ['another document', () => '{"version":1}'],
    ['a partner without its orders', (text) => text.replace('"orders":[', '"ordered":[')],
    ["another partner's", (text) => text.replace(`"mpnId":"${one.mpnId}"`, '"mpnId":"123"')],
  ];
  for (const [what, damage] of damages)
    it(`of a partner that is ${what} is set aside and named; the others are served`, async () => {
      const bad = damage(await readFile(fileOf(), 'utf8'));
      await writeFile(fileOf(), bad);
      store = await folder.open();
      assert.partialDeepStrictEqual(folder.events, [
        { kind: 'setAside', file: `partners/${one.mpnId}.json`, as: `damaged/partners/${one.mpnId}.json` },
      ]);
      assert.deepEqual(store.damaged(), [one.mpnId]);
      await assert.rejects(store.partners.read(one.mpnId), damaged);
      await assert.rejects(
        commit(store, one.mpnId, () => one),
        damaged,
      );
      assert.deepEqual(await store.partners.read(two.mpnId), two);
      const kept = await readFile(join(folder.path, 'damaged', 'partners', `${one.mpnId}.json`), 'utf8');
      assert.equal(kept, bad);
    });

  it('still tells the tenant, and keeps its order numbers taken, at every start', async () => {
    await writeFile(fileOf(), (await readFile(fileOf(), 'utf8')).slice(0, -40));
    store = await folder.open();
    for (const start of [1, 2]) {
      await assert.rejects(ofTenant(store, one.tenantId), damaged, `start ${start}`);
      assert.equal(await store.partners.ofOrder(number), one.mpnId);
      await assert.rejects(store.partners.read(one.mpnId), damaged);
      assert.equal((await commit(store, two.mpnId, (b) => withOrder(b, number))).kind, 'orderNumberTaken');
      await store.close();
      store = await folder.open();
    }
    assert.equal(folder.events.at(-1)?.kind, 'stillDamaged');
  });

  it('that was repaired and put back is served again', async () => {
    const good = await readFile(fileOf(), 'utf8');
    await writeFile(fileOf(), '');
    store = await folder.open();
    await store.close();
    await writeFile(fileOf(), good);
    store = await folder.open();
    assert.deepEqual(await store.partners.read(one.mpnId), withOrder(one, number));
    assert.deepEqual(store.damaged(), []);
  });

  it('never takes the place of one that was set aside before', async () => {
    for (const text of ['first', 'second']) {
      await writeFile(fileOf(), text);
      store = await folder.open();
      await store.close();
    }
    const names = await readdir(join(folder.path, 'damaged', 'partners'));
    assert.deepEqual(names.toSorted(), [`${one.mpnId}.json`, `${one.mpnId}.json.2`]);
    store = await folder.open();
  });

  it('is missed by an export, which says so after the others', async () => {
    await writeFile(fileOf(), '');
    store = await folder.open();
    const lines: string[] = [];
    const walk = async () => {
      for await (const line of exportPartners(store)) lines.push(line);
    };
    await assert.rejects(walk, damaged);
    assert.equal(lines.length, 1);
  });

  it('of a chat is set aside: the talk is forgotten, the person can go on', async () => {
    store = await folder.open();
    await store.chats.write(chat('ada'));
    await store.close();
    const chats = join(folder.path, 'chats');
    const [name = ''] = await readdir(chats);
    await writeFile(join(chats, name), '{"person":');
    store = await folder.open();
    assert.equal(await store.chats.read(chat('ada').person), undefined);
    assert.partialDeepStrictEqual(folder.events, [{ kind: 'setAside', file: `chats/${name}` }]);
    await store.chats.write(chat('ada'));
    assert.deepEqual(await store.chats.read(chat('ada').person), chat('ada'));
  });

  it('of a proof is not given as the proof', async () => {
    store = await folder.open();
    const bytes = new Uint8Array([1, 2, 3]);
    const hash = createHash('sha256').update(bytes).digest('hex') as ProofHash;
    await store.proofs.put(hash, bytes);
    await writeFile(join(folder.path, 'proofs', hash), new Uint8Array([1, 2]));
    await assert.rejects(store.proofs.get(hash), damaged);
    await store.proofs.put(hash, bytes);
    assert.deepEqual(new Uint8Array((await store.proofs.get(hash))!), bytes);
  });

  it('of an import that was not finished is set aside', async () => {
    await writeFile(join(folder.path, 'import.json'), '[{');
    store = await folder.open();
    assert.partialDeepStrictEqual(folder.events, [{ kind: 'setAside', file: 'import.json' }]);
    assert.deepEqual(await store.partners.read(two.mpnId), two);
  });
});

describe('a start', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => folder.remove());

  it('finishes an import that was confirmed, and no older one over a newer commit', async () => {
    let store = await folder.open();
    await put(store, [one]);
    await commit(store, one.mpnId, (before) => ({ ...before, name: 'Newer' }));
    await store.close();
    const journal = [
      { version: 2, partner: { ...one, name: 'Older' } },
      { version: 1, partner: two },
    ];
    await writeFile(join(folder.path, 'import.json'), JSON.stringify(journal));
    store = await folder.open();
    assert.equal((await store.partners.read(one.mpnId))?.name, 'Newer');
    assert.deepEqual(await store.partners.read(two.mpnId), two);
    assert.deepEqual(folder.events, [{ kind: 'importFinished', partners: 1 }]);
    await store.close();
    assert.ok(!(await readdir(folder.path)).includes('import.json'));
  });

  it('removes what was left half written', async () => {
    await mkdir(join(folder.path, 'tmp'), { recursive: true });
    await writeFile(join(folder.path, 'tmp', 'half'), '{"ver');
    const store = await folder.open();
    assert.deepEqual(folder.events, [{ kind: 'leftoversRemoved', files: 1 }]);
    assert.deepEqual(await readdir(join(folder.path, 'tmp')), []);
    await store.close();
  });
});
