import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { upTo, type Bench, type Findings } from './bench.ts';
import { startChild } from './child.ts';
import { count, spread, table } from './report.ts';
import type { Past } from './partners.ts';
import { spreadOf, type Spread } from './statistics.ts';

const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Production's settings; the identity is made up, since it is first used when Teams calls. */
const settings = (dataDir: string, port: number): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'production',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '6f0f7d57-1d3c-4a58-9d70-24f1a1c2b3d4',
  MicrosoftAppPassword: 'f3Q~8kTz1vXw0bN5',
  MicrosoftAppTenantId: '0b9a8c7d-5e4f-4321-8a6b-112233445566',
  PUBLIC_URL: 'https://bot.contoso.net',
  HOST: '127.0.0.1',
  PORT: String(port),
  DATA_DIR: dataDir,
});

const isReady = (port: number): Promise<boolean> =>
  request(`http://127.0.0.1:${port}/readyz`).then(
    async ({ statusCode, body }) => {
      await body.dump();
      return statusCode === 200;
    },
    () => false,
  );

const untilReady = async (bot: ChildProcess, port: number): Promise<void> => {
  while (!(await isReady(port))) {
    if (bot.exitCode !== null) throw new Error('the bot did not start');
    await pause(5);
  }
};

/** From the process's start to the first 200 of /readyz, in milliseconds. */
const startOnce = async (dataDir: string): Promise<number> => {
  const port = await freePort();
  const main = fileURLToPath(new URL('../bot/main.ts', import.meta.url));
  const began = performance.now();
  const bot = spawn(process.execPath, [main], {
    env: settings(dataDir, port),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(bot, 'exit');
  await untilReady(bot, port);
  const ms = performance.now() - began;
  bot.kill('SIGTERM');
  await ended;
  return ms;
};

const startsWith = async (bench: Bench, past: Past): Promise<Spread> => {
  const { partners, times } = bench.counts.start;
  const folder = join(bench.folder, `start-${past}`);
  const script = import.meta.resolve('./servers/purchase.ts');
  const child = await startChild({ script, args: [folder, past], log: `${folder}.log`, profile: undefined });
  await child.prepare(upTo(partners), 0);
  await child.stop();
  const found: number[] = [];
  while (found.length < times) found.push(await startOnce(folder));
  return spreadOf(found);
};

/** The bot as `npm start` runs it, with a store that is in the system's file cache. */
export const measureStart = async (bench: Bench): Promise<Findings> => {
  const partners = count(bench.counts.start.partners);
  const none = await startsWith(bench, 'none');
  const ten = await startsWith(bench, 'ten');
  return {
    ratios: [],
    absolute: [
      `From the process's start to ready (${bench.counts.start.times} starts each), expected at most 1,500 ms`,
      ...table([
        ['', 'ms'],
        [`${partners} partners, no orders yet`, spread(none, 0)],
        [`${partners} partners, ten orders each`, spread(ten, 0)],
      ]),
    ],
  };
};
