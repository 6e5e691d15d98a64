import { setTimeout as pause } from 'node:timers/promises';

/** What the parent asks of a bot's process beside turns. */
export type Question =
  | { readonly ask: 'usage' }
  /** The same, once the garbage is collected. */
  | { readonly ask: 'memory' }
  /** Puts these partners in as new, with people that have not talked yet. */
  | { readonly ask: 'prepare'; readonly partners: readonly number[]; readonly generation: number }
  /** Does what is due. */
  | { readonly ask: 'sweep' }
  | { readonly ask: 'stop' };

/** Totals since the process began. */
export interface Usage {
  /** Microseconds of processor time, all threads. */
  readonly cpu: number;
  /** Files of partners that were written, and their bytes. */
  readonly commits: number;
  readonly bytes: number;
  /** Bytes, of now. */
  readonly heap: number;
  readonly resident: number;
}

export type Answer = Usage & { readonly port: number };

interface Attendant {
  readonly port: number;
  readonly written?: () => Pick<Usage, 'commits' | 'bytes'>;
  /** Resolves when what turns have left behind is done. */
  readonly settled?: () => Promise<void>;
  readonly prepare?: (partners: readonly number[], generation: number) => Promise<void>;
  readonly sweep?: () => Promise<void>;
  readonly stop?: () => Promise<void>;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** What the first collection lets go of, such as what weak references held, the second one frees. */
const collected = async (): Promise<void> => {
  for (let times = 0; times < 2; times += 1) {
    if (!globalThis.gc)
      throw new Error('the garbage can be collected where Node is started with --expose-gc');
    globalThis.gc();
    await pause(100);
  }
};

/** Answers the parent's questions, one after another; the first answer, unasked, is the port. */
export const attend = (bot: Attendant): void => {
  const answer = (): void => {
    const written = bot.written?.() ?? { commits: 0, bytes: 0 };
    const { heapUsed: heap, rss: resident } = process.memoryUsage();
    process.send?.({ port: bot.port, cpu: cpu(), ...written, heap, resident } satisfies Answer);
  };
  const act = async (question: Question): Promise<void> => {
    if (question.ask === 'memory') {
      await bot.settled?.();
      await collected();
    }
    if (question.ask === 'prepare') await bot.prepare?.(question.partners, question.generation);
    if (question.ask === 'sweep') await bot.sweep?.();
    if (question.ask === 'stop') await bot.stop?.();
    answer();
    if (question.ask === 'stop') process.exit();
  };
  process.on('message', (question: Question) => {
    act(question).catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  // Whatever the parent dies of, no bot stays behind.
  process.on('disconnect', () => process.exit());
  answer();
};
