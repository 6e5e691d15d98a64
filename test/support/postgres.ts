import pg from 'pg';
import { migrate, migrations } from '../../store/postgres/migrations.ts';
import { distribution } from '../../store/postgres/statements.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

let server: Promise<PostgresServer> | undefined;

/** The one server of all tests that need it, started by the first that does. */
export const postgres = (): Promise<PostgresServer> => (server ??= startPostgres());

const prepare = async (): Promise<string> => {
  const url = await (await postgres()).newDatabase();
  await migrate(url, await migrations());
  return url;
};

const emptyTables = Object.keys(distribution)
  .concat('shared', 'probe')
  .map((table) => `DELETE FROM ${table}`)
  .join(';');
const free: string[] = [];

/** A database whose tables are there and empty; one that was used before, since making one takes half a second. */
export const takeDatabase = async (): Promise<string> => free.pop() ?? prepare();

export const emptyDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(emptyTables);
  await client.end();
};

export const giveBack = async (url: string): Promise<void> => {
  await emptyDatabase(url);
  free.push(url);
};

after(async function () {
  this.timeout(20_000);
  await (await server)?.stop();
});
