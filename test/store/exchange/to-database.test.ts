import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDays } from '../../../membership/rules/calendar.ts';
import { linkKey, linkKeyOf } from '../../../bot/links/link-key.ts';
import type { Store } from '../../../store/contract.ts';
import { fillDatabase, isHalfFilled, type Filled } from '../../../store/exchange/to-database.ts';
import { chatsIn } from '../../../store/lowdb/walk.ts';
import { realCatalogue } from '../../support/bot.ts';
import { all, placeOrder, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { newFolder, type Folder } from '../folders.ts';
import { bankLine, chat, day, orderNumber, parkedNews, partner } from '../samples.ts';

const command = fileURLToPath(new URL('../../../bot/commands/migrate.ts', import.meta.url));
const partners = Array.from({ length: 250 }, (_, n) => partner(n + 1));
const lines = [
  bankLine('1'),
  bankLine('1', { account: 'another' }),
  bankLine('2', { bookedOn: addDays(day, 40), status: { kind: 'held', because: 'noReference' } }),
  bankLine('3', { status: { kind: 'matched', order: orderNumber(1) } }),
];
const odd = { ...chat('bob'), name: `B\u0000b \uD800`, dialogs: { stack: [1, { two: null }] } };

describe('the embedded store moved into PostgreSQL', () => {
  let folder: Folder;
  let database: Database;
  beforeEach(async () => {
    [folder, database] = await Promise.all([newFolder(), newDatabase()]);
    const store = await folder.open();
    await put(store, partners);
    await placeOrder(store, partners[0]!.mpnId, orderNumber(1));
    for (const record of [chat('ada'), odd]) await store.chats.write(record);
    for (const line of lines) await store.ledger.record(line);
    await store.parked.park(parkedNews('evt_1'));
    await store.close();
  });
  afterEach(async () => {
    await Promise.all([folder.remove(), database.remove()]);
  });

  const fill = async (): Promise<Filled> =>
    fillDatabase(folder.path, {
      database: { url: database.url, isInvented: () => false },
      catalogue: await realCatalogue(),
      log: () => undefined,
    });

  const within = async (work: (from: Store, to: Store) => Promise<void>): Promise<void> => {
    const [from, to] = await Promise.all([folder.open(), database.open()]);
    await work(from, to).finally(() => Promise.all([from.close(), to.close()]));
  };

  it('is the same there, document by document, and due when it was', async () => {
    assert.deepEqual(await fill(), {
      partners: { found: 250, copied: 250, already: 0 },
      chats: { found: 2, copied: 2, already: 0 },
      bankLines: { found: 4, copied: 4, already: 0 },
      parkedNews: { found: 1, copied: 1, already: 0 },
    });
    await within(async (from, to) => {
      assert.deepEqual(await all(to), await all(from));
      assert.deepEqual(await to.chats.read(chat('ada').person), chat('ada'));
      assert.equal((await to.chats.read(odd.person))?.name, 'B\uFFFDb \uFFFD');
      assert.deepEqual(await to.ledger.held(), await from.ledger.held());
      assert.equal((await to.ledger.unmarked()).length, 2);
      assert.deepEqual(await to.parked.all(), [parkedNews('evt_1')]);
      assert.equal(await to.partners.ofOrder(orderNumber(1)), partners[0]!.mpnId);
      assert.equal((await placeOrder(to, partners[1]!.mpnId, orderNumber(1))).kind, 'orderNumberTaken');
    });
  });

  it('has the talks that a killed bot had only begun to save, or says that it has no room to', async () => {
    const line = `\n${JSON.stringify(chat('cas'))}`;
    await writeFile(join(folder.path, 'recent-chats', '7.jsonl'), line);
    assert.equal((await fill()).chats.found, 3);
    await writeFile(join(folder.path, 'recent-chats', '8.jsonl'), line);
    await assert.rejects(chatsIn(folder.path).next(), { name: 'StoreFault', message: /recent-chats/ });
  });

  it('is not filled a second time, nor over other data', async () => {
    await fill();
    await assert.rejects(fill(), { name: 'StoreFault', message: /filled before/ });
    const other = await newDatabase();
    const store = await other.open();
    await store.chats.write(chat('ada'));
    await store.close();
    const given = { database: { url: other.url, isInvented: () => false }, catalogue: await realCatalogue() };
    await assert.rejects(fillDatabase(folder.path, { ...given, log: () => undefined }), /other data/);
    await other.remove();
  });

  it('is refused while the bot runs on the folder', async () => {
    const running = await folder.open();
    await assert.rejects(fill(), { name: 'StoreFault', code: 'locked' });
    await running.close();
  });

  it('goes on where the command was killed, and says what it did', async () => {
    const key = await linkKey(folder.path);
    const env = { ...process.env, DATA_DIR: folder.path };
    const run = () =>
      spawn(process.execPath, [command, '--to', database.url], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const killed = run();
    const started = Promise.withResolvers<undefined>();
    const watch = setInterval(() => {
      void isHalfFilled(database.url).then((half) => half && started.resolve(undefined));
    }, 5);
    await Promise.race([started.promise, once(killed, 'exit')]);
    clearInterval(watch);
    killed.kill('SIGKILL');
    await once(killed, 'close');
    assert.equal(await isHalfFilled(database.url), true, 'it was killed too late');

    const second = run();
    let said = '';
    second.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    assert.deepEqual(await once(second, 'close'), [0, null]);
    assert.match(said, /^partners +250 +\d+ +\d+ +250$/m);
    assert.match(said, /^bank lines +4 +/m);
    assert.equal(await isHalfFilled(database.url), false);
    await within(async (from, to) => assert.deepEqual(await all(to), await all(from)));
    assert.deepEqual(await linkKeyOf({ dataDir: 'elsewhere', databaseUrl: database.url }), key);
  }).timeout(30_000);
});
