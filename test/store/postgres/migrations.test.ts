import assert from 'node:assert/strict';
import pg from 'pg';
import { migrate, migrations } from '../../../store/postgres/migrations.ts';
import { postgres } from '../../support/postgres.ts';

describe('the migrations', () => {
  let url: string;
  const inDatabase = async <Row extends object>(sql: string): Promise<readonly Row[]> => {
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query<Row>(sql);
    await client.end();
    return rows;
  };
  beforeEach(async () => {
    url = await (await postgres()).newDatabase();
  });

  it('are numbered without gaps', async () => {
    const numbers = (await migrations()).map(({ number }) => number);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
  });

  it('are applied once, however many instances start at once, and not again', async () => {
    const known = await migrations();
    const applied = await Promise.all([migrate(url, known), migrate(url, known), migrate(url, known)]);
    assert.deepEqual(applied.toSorted(), [0, 0, known.length]);
    assert.equal(await migrate(url, known), 0);
    const rows = await inDatabase<{ readonly number: number }>(
      'SELECT number FROM migration ORDER BY number',
    );
    assert.deepEqual(
      rows.map(({ number }) => number),
      known.map(({ number }) => number),
    );
  });

  it('that fail leave nothing of themselves, and go on from there once they are right', async () => {
    const known = await migrations();
    const next = { number: known.length + 1, name: 'next.sql' };
    const wrong = { ...next, sql: 'CREATE TABLE half (a integer); SELECT nothing' };
    await assert.rejects(migrate(url, [...known, wrong]), /column "nothing" does not exist/);
    assert.deepEqual(await inDatabase("SELECT to_regclass('half') AS half"), [{ half: null }]);
    assert.equal(await migrate(url, [...known, { ...next, sql: 'CREATE TABLE half (a integer)' }]), 1);
  });

  it('of a newer version are not touched by an older one', async () => {
    const known = await migrations();
    await migrate(url, [...known, { number: known.length + 1, name: 'newer.sql', sql: 'SELECT 1' }]);
    await assert.rejects(migrate(url, known), {
      name: 'StoreFault',
      code: 'unusable',
      message: /newer version/,
    });
  });

  it('leave instances of the version before what they commit with, as in a rolling update', async () => {
    await migrate(url, await migrations());
    const commit = (expected: number, own: string): Promise<readonly object[]> =>
      inDatabase(
        `SELECT commit_partner('6000001', ${expected}, '${own}', '{}', NULL, true, false, '{}', '{}') AS outcome`,
      );
    assert.deepEqual(await commit(0, 'first'), [{ outcome: 'committed' }]);
    assert.deepEqual(await commit(1, 'second'), [{ outcome: 'committed' }]);
    assert.deepEqual(await commit(1, 'third'), [{ outcome: 'conflict' }]);
  });

  it('say that the database can’t be reached', async () => {
    await assert.rejects(migrate('postgres://nobody@127.0.0.1:1/none', await migrations()), {
      name: 'StoreFault',
      code: 'unavailable',
    });
  });
});
