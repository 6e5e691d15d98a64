import pg from 'pg';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts';

export type StoreName = 'lowdb' | 'PostgreSQL';

/** One PostgreSQL for all measurements, started by the first that wants it. It syncs what it confirms. */
export interface Databases {
  /** The address of an empty database. */
  fresh(): Promise<string>;
  /**
   * Has a bot's store filled; a database's is then tidied up, so that this is not done while another is measured.
   * @param fill given the address of an empty database where the store is one
   */
  filled<Bot>(store: StoreName, fill: (database: readonly string[]) => Promise<Bot>): Promise<Bot>;
  stop(): Promise<void>;
}

const tidyUp = async (url: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  await client.end();
};

/** @param folder where its data is to be: on the disk that is measured */
export const databases = (folder: string): Databases => {
  let server: Promise<PostgresServer> | undefined;
  const fresh = async (): Promise<string> =>
    (await (server ??= startPostgres('durable', folder))).newDatabase();
  return {
    fresh,
    filled: async (store, fill) => {
      if (store === 'lowdb') return fill([]);
      const url = await fresh();
      const bot = await fill([url]);
      await tidyUp(url);
      return bot;
    },
    stop: async () => (await server)?.stop(),
  };
};
