import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { StoreFault } from '../faults.ts';
import { connectionOptions } from './database.ts';
import { advisory } from './statements.ts';
import { asking, faultOf } from './trouble.ts';

/** A numbered change of the tables; forward only, and never changed once it has been released. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const folder = new URL('./migrations/', import.meta.url);

/** What the code brings, in order. */
export const migrations = async (): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      number: Number(name.slice(0, 4)),
      name,
      sql: await readFile(new URL(name, folder), 'utf8'),
    })),
  );
};

const appliedTable = `
  CREATE TABLE IF NOT EXISTS migration (
    number     integer PRIMARY KEY,
    name       text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`;

const applyOne = async (client: pg.Client, { number, name, sql }: Migration): Promise<void> => {
  await client.query('BEGIN');
  await client.query(sql);
  await client.query('INSERT INTO migration (number, name) VALUES ($1, $2)', [number, name]);
  await client.query('COMMIT');
};

const applyMissing = async (client: pg.Client, known: readonly Migration[]): Promise<number> => {
  // Held to the end of this connection, whatever becomes of it.
  await client.query('SELECT pg_advisory_lock($1, $2)', [advisory.bot, advisory.migrate]);
  await client.query(appliedTable);
  const { rows } = await client.query<{ readonly number: number }>('SELECT number FROM migration');
  const applied = new Set(rows.map(({ number }) => number));
  const newest = known.at(-1)?.number ?? 0;
  const newer = [...applied].filter((number) => number > newest);
  if (newer.length > 0)
    throw new StoreFault(
      'unusable',
      `the database is of a newer version of this bot: it has migration ${Math.max(...newer)}, and this one knows ${newest}`,
    );
  const missing = known.filter(({ number }) => !applied.has(number));
  for (const migration of missing) await applyOne(client, migration);
  return missing.length;
};

/**
 * Brings a database up to date, under a lock: of several instances that start at once, one does it.
 * Rejects with a `StoreFault`: `unusable` where the database is newer than the code, `unavailable` where it is away.
 * @returns how many migrations were applied
 */
export const migrate = async (url: string, known: readonly Migration[]): Promise<number> => {
  // A migration may take as long as it needs, and waits for another instance's as long as that does.
  const client = new pg.Client({ ...connectionOptions(url), statement_timeout: 0, query_timeout: 0 });
  client.on('error', () => undefined);
  try {
    await asking(() => client.connect());
    return await applyMissing(client, known);
  } catch (error) {
    throw faultOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};
