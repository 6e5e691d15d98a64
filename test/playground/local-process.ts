import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface LocalProcess {
  readonly playground: string;
  readonly page: string;
  readonly said: () => string;
  /** Sends SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

const main = fileURLToPath(new URL('../../playground/main.ts', import.meta.url));
const address = (said: string, title: string): string | undefined =>
  new RegExp(`${title} +(http://\\S+)`).exec(said)?.[1];

/** What `npm run playground` starts, as a process of its own, in a new data folder and on free ports. */
export const startProcess = async (): Promise<LocalProcess> => {
  const folder = await mkdtemp(join(tmpdir(), 'walk-'));
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', TEAMSAPPTESTER_BROWSER: 'none' };
  const child = spawn(process.execPath, [main, '--playground'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      if (said.includes('--fresh starts anew')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(said)));
  });
  await ready;
  const playground = address(said, 'Agents Playground') ?? '';
  const page = address(said, 'Companion page') ?? '';
  return {
    playground,
    page,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
};
