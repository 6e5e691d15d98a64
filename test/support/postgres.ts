import { migrate, migrations } from '../../store/postgres/migrations.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

let server: Promise<PostgresServer> | undefined;

/** The one server of all tests that need it, started by the first that does. */
export const postgres = (): Promise<PostgresServer> => (server ??= startPostgres());

const prepare = async (): Promise<string> => {
  const url = await (await postgres()).newDatabase();
  await migrate(url, await migrations());
  return url;
};
let prepared: Promise<string> | undefined;

/** A database whose tables are there, which takes a tenth of the time that making them does. */
export const preparedDatabase = async (): Promise<string> =>
  (await postgres()).newDatabase(await (prepared ??= prepare()));

after(async function () {
  this.timeout(20_000);
  await (await server)?.stop();
});
