import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { commit, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { partner } from '../samples.ts';

/** Longer than a connection may take to be made. */
const longMs = 2_300;

describe('PostgreSQL whose connections are all in use', () => {
  let database: Database;
  beforeEach(async () => {
    database = await newDatabase();
  });
  afterEach(() => database.remove());

  it('keeps whoever waits for one in line: it is slow, not away', async () => {
    const store = await database.open({ connections: 1, patience: 100 });
    await put(store, [partner(1), partner(2)]);
    const other = new pg.Client(database.url);
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM partner FOR UPDATE');
    const slow = commit(store, partner(1).mpnId, (now) => ({ ...now, name: 'Renamed' }));
    const waiting = Array.from({ length: 20 }, () => store.partners.read(partner(2).mpnId));
    const all = Promise.all([slow, ...waiting]);
    await Promise.all([all, sleep(longMs).then(() => other.query('ROLLBACK'))]);
    assert.equal((await store.partners.read(partner(1).mpnId))?.name, 'Renamed');
    await other.end();
    await store.close();
  }).timeout(20_000);
});
