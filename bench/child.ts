import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Answer, Question, Usage } from './servers/attend.ts';

/** A bot in a process of its own. */
export interface Child {
  readonly url: string;
  usage(): Promise<Usage>;
  /** The same, once the garbage is collected; wants the flag `--expose-gc`. */
  memory(): Promise<Usage>;
  prepare(partners: readonly number[], generation: number): Promise<void>;
  /** Resolves when nothing is due any more. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Nothing of the shell's may make one of the bots another. */
const environment = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' };

const answer = async (child: ChildProcess): Promise<Answer> => {
  const ended = new AbortController();
  const { signal } = ended;
  const exit = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a bot ended by itself, with ${String(code)}`);
  });
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal }), exit])) as [Answer];
    return message;
  } finally {
    exit.catch(() => undefined);
    ended.abort();
  }
};

export interface ChildOptions {
  /** A file's address. */
  readonly script: string;
  readonly args: readonly string[];
  /** The file that standard output goes to, the log above all. */
  readonly log: string;
  /** A folder where it leaves a processor profile of itself. */
  readonly profile: string | undefined;
  /** Of Node. */
  readonly flags?: readonly string[];
}

/** All that are compared are started the same: this Node, no flags but the profile's, no settings. */
export const startChild = async ({
  script,
  args,
  log,
  profile,
  flags = [],
}: ChildOptions): Promise<Child> => {
  const out = await open(log, 'a');
  const child = fork(fileURLToPath(script), args, {
    env: environment,
    execArgv: [...flags, ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
    stdio: ['ignore', out.fd, 'inherit', 'ipc'],
  });
  const ask = (question: Question): Promise<Answer> => {
    const answered = answer(child);
    child.send(question);
    return answered;
  };
  const { port } = await answer(child);
  await out.close();
  return {
    url: `http://127.0.0.1:${port}`,
    usage: () => ask({ ask: 'usage' }),
    memory: () => ask({ ask: 'memory' }),
    prepare: async (partners, generation) => {
      await ask({ ask: 'prepare', partners, generation });
    },
    sweep: async () => {
      await ask({ ask: 'sweep' });
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.send({ ask: 'stop' } satisfies Question);
      await ended;
    },
  };
};
