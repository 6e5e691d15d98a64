import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../../store/contract.ts';
import { put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { partner } from '../samples.ts';

const kills = process.env.ENDURE ? 100 : 4;
const partners = 4;
const script = fileURLToPath(new URL('kill-child.ts', import.meta.url));

/** Lets an instance work until it is killed `ms` after its first commit; gives what it confirmed. */
const runAndKill = async (url: string, first: number, ms: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [script, url, String(partners), String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const before = printed.split('\n').length;
    printed += text;
    // Its first line says that it is ready, each further one that it has confirmed a command.
    if (before < 3 && printed.split('\n').length >= 3) setTimeout(() => child.kill('SIGKILL'), ms);
  });
  await once(child, 'close');
  return printed.split('\n').slice(1, -1);
};

describe('an instance on PostgreSQL that is killed at any moment', () => {
  let database: Database;
  let store: Store;
  beforeEach(async () => {
    database = await newDatabase();
    store = await database.open();
    await put(
      store,
      Array.from({ length: partners }, (_, n) => partner(n + 1)),
    );
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  it(`leaves all that it confirmed, once, and its conversations free at once (${kills} times two)`, async () => {
    const confirmed = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      const first = kill * 2_000_000 + 1;
      const both = await Promise.all([
        runAndKill(database.url, first, 20 + ((kill * 7) % 50)),
        runAndKill(database.url, first + 1_000_000, 20 + ((kill * 13) % 50)),
      ]);
      for (const line of both.flat()) confirmed.add(line);
      const began = performance.now();
      for (let n = 1; n <= partners; n += 1)
        await store.turns.run({ conversation: `chat of ${n}` }, () => Promise.resolve());
      assert.ok(performance.now() - began < 5_000, 'a dead instance kept a conversation');
      const stored: string[] = [];
      for (let n = 1; n <= partners; n += 1) {
        const one = await store.partners.read(partner(n).mpnId);
        stored.push(...(one?.handled ?? []).map(({ id }) => `${n} ${id}`));
      }
      assert.equal(new Set(stored).size, stored.length, 'something is there twice');
      const missing = [...confirmed].filter((line) => !stored.includes(line));
      assert.deepEqual(missing, [], `lost after kill ${kill}`);
    }
    assert.ok(confirmed.size > kills, 'the instances were killed before they confirmed anything');
  }).timeout(20_000 + kills * 6_000);
});
