import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { put } from '../contract/place.ts';
import { newFolder, type Folder } from '../folders.ts';
import { partner } from '../samples.ts';

/** Two hundred kills take minutes. */
const kills = process.env.ENDURE ? 200 : 6;
const partners = 4;
const script = fileURLToPath(new URL('kill-child.ts', import.meta.url));

/** Lets a process commit until it is killed `ms` after its first commit; gives what it confirmed. */
const runAndKill = async (folder: Folder, first: number, ms: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [script, folder.path, String(partners), String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), ms);
    printed += text;
  });
  await once(child, 'close');
  // What comes after the last line's end was cut off by the kill.
  return printed.split('\n').slice(1, -1);
};

describe('a process that is killed at any moment', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await newFolder();
    const store = await folder.open();
    await put(
      store,
      Array.from({ length: partners }, (_, n) => partner(n + 1)),
    );
    await store.close();
  });
  afterEach(() => folder.remove());

  it(`leaves all that it confirmed, once, and its folder free at once (${kills} kills)`, async () => {
    const confirmed = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const lines = await runAndKill(folder, kill * 1_000_000 + 1, (kill * 7) % 50);
      for (const line of lines) confirmed.add(line);
      const store = await folder.open();
      const stored: string[] = [];
      for (let n = 1; n <= partners; n += 1) {
        const one = await store.partners.read(partner(n).mpnId);
        stored.push(...(one?.handled ?? []).map(({ id }) => `${n} ${id}`));
      }
      await store.close();
      assert.equal(new Set(stored).size, stored.length, 'something is there twice');
      const missing = [...confirmed].filter((line) => !stored.includes(line));
      assert.deepEqual(missing, [], `lost after kill ${kill}`);
    }
    assert.ok(confirmed.size > kills, 'the processes were killed before they confirmed anything');
    assert.ok(folder.events.every(({ kind }) => kind === 'leftoversRemoved'));
  }).timeout(kills * 3_000);
});
