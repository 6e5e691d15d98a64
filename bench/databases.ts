import pg from 'pg';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts';

/** One PostgreSQL for all measurements, started by the first that wants it. It syncs what it confirms. */
export interface Databases {
  /** The address of an empty database. */
  fresh(): Promise<string>;
  /** Does what filling a database leaves to be done behind it, so that it is not done while another is measured. */
  settle(url: string): Promise<void>;
  stop(): Promise<void>;
}

const settle = async (url: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  await client.end();
};

/** @param folder where its data is to be: on the disk that is measured */
export const databases = (folder: string): Databases => {
  let server: Promise<PostgresServer> | undefined;
  return {
    fresh: async () => (await (server ??= startPostgres('durable', folder))).newDatabase(),
    settle,
    stop: async () => (await server)?.stop(),
  };
};
