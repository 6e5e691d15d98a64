import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Answer, Question } from './instance-child.ts';

const script = fileURLToPath(new URL('instance-child.ts', import.meta.url));

/** A process of the bot that is started anew whenever it ends, as an orchestrator does. */
export interface Instance {
  /** Undefined while it is not ready. */
  url(): string | undefined;
  ready(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
  /** Rejects where it ends in the middle. */
  sweep(ahead: number): Promise<void>;
  stop(): Promise<void>;
}

export interface FleetOptions {
  /** The moment that stands for the start. */
  readonly begins: string;
  /** Where the store is, or where proofs are; and the log. */
  readonly folder: string;
  readonly url?: string;
}

/** Of one process or several on one store. */
export interface Fleet {
  readonly instances: readonly Instance[];
  /** The faults that were logged, each with how often. */
  faults(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

const answerOf = async (child: ChildProcess): Promise<Answer | undefined> => {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(() => undefined);
  const told = once(child, 'message', { signal }).then(([answer]) => answer as Answer);
  try {
    return await Promise.race([told, ended]);
  } finally {
    ended.catch(() => undefined);
    told.catch(() => undefined);
    over.abort();
  }
};

/** @param spawn starts a process of the bot */
const instance = (spawn: () => ChildProcess): Instance => {
  let child: ChildProcess;
  let url: string | undefined;
  let stopped = false;
  const start = async (): Promise<void> => {
    for (;;) {
      child = spawn();
      const own = child;
      const answer = await answerOf(own);
      if (stopped) return;
      // Where its database was away it has ended by itself.
      if (!answer) continue;
      url = `http://127.0.0.1:${answer.port}`;
      own.once('exit', () => {
        url = undefined;
        if (!stopped) void start();
      });
      return;
    }
  };
  void start();
  return {
    url: () => url,
    ready: async () => {
      while (url === undefined) await sleep(20);
    },
    kill: () => {
      url = undefined;
      child.kill('SIGKILL');
    },
    sweep: async (sweepAhead) => {
      const answer = answerOf(child);
      child.send({ sweepAhead } satisfies Question);
      if (!(await answer)) throw new Error('it ended in the middle of its sweep');
    },
    stop: async () => {
      stopped = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const faultsIn = (log: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const line of log.split('\n').filter((text) => text.includes('"where":'))) {
    const what = /"type":"[^"]*"|"code":"[^"]*"|"message":"[^"]{0,80}/g;
    const fault = [/"where":"[^"]*"/.exec(line)?.[0], ...(line.match(what) ?? [])].join(' ');
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
  }
  return counts;
};

/** Starts so many, and resolves when all are ready. */
export const startFleet = async (size: number, options: FleetOptions): Promise<Fleet> => {
  const { begins, folder, url = '' } = options;
  const log = join(folder, 'log');
  const out = await open(log, 'a');
  const args = [String(Date.now()), begins, folder, url];
  const spawn = (): ChildProcess =>
    fork(script, args, { stdio: ['ignore', out.fd, out.fd, 'ipc'], execArgv: [] });
  const instances = Array.from({ length: size }, () => instance(spawn));
  await Promise.all(instances.map((each) => each.ready()));
  return {
    instances,
    faults: async () => faultsIn(await readFile(log, 'utf8')),
    stop: async () => {
      await Promise.all(instances.map((each) => each.stop()));
      await out.close();
    },
  };
};
