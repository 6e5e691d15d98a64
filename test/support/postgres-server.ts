import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const script = fileURLToPath(new URL('postgres-child.ts', import.meta.url));

/** A real PostgreSQL on a port of its own, this machine alone. */
export interface PostgresServer {
  /** An empty database; its address. */
  newDatabase(): Promise<string>;
  /** Ends it at once, as in a power cut. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** One connection for all: a new one costs ten times as much as what it is for. */
const administrator = (url: string): ((sql: string) => Promise<void>) => {
  let open: Promise<pg.Client> | undefined;
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(url);
    // The server was crashed or stopped.
    client.on('error', () => (open = undefined));
    await client.connect();
    return client;
  };
  return async (sql) => {
    await (await (open ??= connect())).query(sql);
  };
};

/**
 * @param disk `durable`: what it confirms is synced, as in production; a measurement wants that, and no other test
 * @param folder where its data is to be, in a folder of its own; a measurement must not be in memory
 */
export const startPostgres = async (
  disk: 'durable' | 'fast' = 'fast',
  folder: string = tmpdir(),
): Promise<PostgresServer> => {
  const child = spawn(process.execPath, [script, disk, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('PostgreSQL could not be started');
    return value;
  };
  const admin = await nextLine();
  const carryOut = administrator(admin);
  await nextLine();
  let databases = 0;
  const ask = async (word: 'crash' | 'start'): Promise<void> => {
    child.stdin.write(`${word}\n`);
    await nextLine();
  };
  return {
    newDatabase: async () => {
      const name = `test_${process.pid}_${(databases += 1)}`;
      await carryOut(`CREATE DATABASE ${name}`);
      return admin.replace(/postgres$/, name);
    },
    crash: () => ask('crash'),
    start: () => ask('start'),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
};
