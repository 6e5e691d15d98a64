import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { proofFolder } from '../../../store/lowdb/proofs.ts';
import { migrate, migrations } from '../../../store/postgres/migrations.ts';
import { openStore } from '../../../store/postgres/open.ts';
import { distribution, keyed, undistributed } from '../../../store/postgres/statements.ts';
import { emptyDatabase, postgres } from '../../support/postgres.ts';
import { storeContract } from '../contract/store.ts';
import { newFolder } from '../folders.ts';
import { dueAt } from '../samples.ts';
import { migrationsInPieces } from './pieces.ts';

type Table = keyof typeof distribution;
const isDistributed = (name: string): name is Table => name in distribution;

/** The distributed tables that a statement reads or writes without naming their key. */
const withoutKey = (statement: string): readonly string[] => {
  const tables = [...statement.matchAll(/\b(?:FROM|INTO|UPDATE|JOIN)\s+([a-z_]+)/g)].map(
    ([, name = '']) => name,
  );
  const inserted = /INSERT INTO\s+([a-z_]+)\s*\(([^)]*)\)/.exec(statement);
  return tables.filter(isDistributed).filter((table) => {
    const key = distribution[table];
    if (inserted?.[1] === table) return !inserted[2]?.split(/,\s*/).includes(key);
    return !new RegExp(`WHERE[^;]*\\b${key} = `).test(statement);
  });
};

/** What the functions do, statement by statement. */
const bodies = async (): Promise<readonly string[]> => {
  const sql = (await migrations())
    .map((migration) => migration.sql)
    .join('\n')
    .replace(/--.*$/gm, '');
  return [...sql.matchAll(/\$function\$(.*?)\$function\$/gs)].flatMap(([, body = '']) => body.split(';'));
};

/** What the scheduler alone does, over all partners. */
const overAll = 'SELECT mpn_id, comes_up FROM due WHERE comes_up <= now_is';

describe('every statement that a turn waits for', () => {
  it('carries the key of its table', async () => {
    const statements = [...Object.values(keyed), ...(await bodies())];
    assert.ok(statements.length > 40);
    const found = statements.filter((statement) => !statement.includes(overAll));
    assert.deepEqual(
      found.flatMap((statement) => withoutKey(statement).map((table) => `${table}: ${statement.trim()}`)),
      [],
    );
  });

  it('would be found out if it did not', () => {
    assert.deepEqual(withoutKey('SELECT state FROM partner WHERE version = $1'), ['partner']);
    assert.deepEqual(withoutKey('INSERT INTO order_number (mpn_id) VALUES ($1)'), ['order_number']);
    assert.deepEqual(withoutKey('UPDATE due SET at = $1'), ['due']);
  });

  it('is on a table that is distributed, or said not to be; docs/scaling.md has the statements', async () => {
    const sql = (await migrations()).map((migration) => migration.sql).join('\n');
    const tables = [...sql.matchAll(/CREATE TABLE ([a-z_]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      [...tables, 'migration'].toSorted(),
      [...Object.keys(distribution), ...undistributed].toSorted(),
    );
    const docs = await readFile(new URL('../../../docs/scaling.md', import.meta.url), 'utf8');
    for (const [table, key] of Object.entries(distribution))
      assert.ok(docs.includes(`SELECT create_distributed_table('${table}', '${key}'`), table);
  });
});

describe('with every table in pieces', () => {
  let url: string | undefined;
  const database = async (): Promise<string> => {
    if (url) return url;
    url = await (await postgres()).newDatabase();
    await migrate(url, migrationsInPieces(await migrations()));
    return url;
  };
  const ask = async (sql: string, values: readonly unknown[] = []): Promise<string> => {
    const client = new pg.Client(await database());
    await client.connect();
    try {
      const { rows } = await client.query({ text: sql, values: [...values], rowMode: 'array' });
      return rows.flat().join('\n');
    } finally {
      await client.end();
    }
  };

  it('what a turn waits for goes to one piece', async () => {
    const direct = Object.entries(keyed).filter(([, text]) =>
      /\b(?:FROM|INTO) (?!unnest|jsonb_to)[a-z_]+/.test(text),
    );
    assert.ok(direct.length >= 10);
    for (const [name, text] of direct) {
      const count = new Set(text.match(/\$\d/g)).size;
      const values = Array.from({ length: count }, (_, n) =>
        /"?line"?/.test(text) && n === 5 ? '{}' : '2026-01-01',
      );
      const fitting = text.includes('parked_news (') ? ['1', '{}'] : values;
      const plan = await ask(`EXPLAIN ${text}`, fitting);
      const pieces = new Set(plan.match(/\b[a-z_]+_[01]\b/g));
      assert.ok(pieces.size <= 1, `${name}: ${[...pieces].join(', ')}`);
    }
  });

  storeContract('PostgreSQL in pieces', async () => {
    const folder = await newFolder();
    const proofs = await proofFolder(folder.path, () => undefined);
    const at = await database();
    return {
      open: () => openStore({ url: at, proofs, dueAt, isInvented: () => false }),
      remove: async () => {
        await emptyDatabase(at);
        await folder.remove();
      },
    };
  });
});
