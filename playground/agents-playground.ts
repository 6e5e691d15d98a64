import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { playgroundConfig } from './agents-playground-config.ts';

export interface PlaygroundOptions {
  /** Its config and log are written here. */
  readonly folder: string;
  /** Where the bot takes activities. */
  readonly messagesUrl: string;
  /** It takes another where this one is in use. */
  readonly port: number;
  /** Whether it may open a browser. */
  readonly browser: boolean;
}

export interface RunningPlayground {
  readonly page: string;
  readonly serviceUrl: string;
  readonly pid: number | undefined;
  /** Ends the process; resolves when it has ended. */
  stop(): Promise<void>;
}

const startMs = 30_000;
const stopMs = 3_000;

const command = (options: PlaygroundOptions): readonly string[] => {
  const packageFile = import.meta.resolve('@microsoft/m365agentsplayground/package.json');
  return [
    '--require',
    fileURLToPath(new URL('agents-playground-preload.cjs', import.meta.url)),
    fileURLToPath(new URL('cli.js', packageFile)),
    'start',
    ...['--app-endpoint', options.messagesUrl],
    ...['--channel-id', 'msteams'],
    ...['--port', String(options.port)],
    '--disable-telemetry',
  ];
};

const listeningPort = (child: ChildProcess): Promise<number> =>
  new Promise((found, reject) => {
    let complaint = '';
    child.stderr?.on(
      'data',
      (chunk: Buffer) => (complaint = (complaint + chunk.toString('utf8')).slice(0, 500)),
    );
    const timer = setTimeout(
      () => reject(new Error(`the Agents Playground did not start in ${startMs / 1000} s`)),
      startMs,
    );
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the Agents Playground ended with ${String(code)}: ${complaint}`));
    });
    if (!child.stdout) return;
    // Read to the end: a full pipe would hold the process.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /^Listening on (\d+)$/.exec(line);
      if (!match) return;
      clearTimeout(timer);
      found(Number(match[1]));
    });
  });

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const stop = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await ended;
  clearTimeout(timer);
};

/** Starts Microsoft 365 Agents Playground as a process of its own; resolves when it listens. */
export const startPlayground = async (options: PlaygroundOptions): Promise<RunningPlayground> => {
  await mkdir(options.folder, { recursive: true });
  const config = resolve(options.folder, '.m365agentsplayground.yml');
  await writeFile(config, playgroundConfig());
  const child = spawn(process.execPath, command(options), {
    // Another group: a Ctrl+C is for the bot, which then ends this one in its turn.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: resolve(options.folder, 'agents-playground.log'),
      ...(options.browser ? {} : { TEAMSAPPTESTER_BROWSER: 'none' }),
    },
  });
  try {
    const port = await listeningPort(child);
    const page = `http://localhost:${port}`;
    return { page, serviceUrl: `${page}/_connector`, pid: child.pid, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
};
