import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Clock } from '../membership/ports.ts';
import { instant, type Instant } from '../membership/rules/calendar.ts';

/** Real time plus an offset that is kept over restarts. */
export interface MovableClock extends Clock {
  /** From now on it is `moment`, earlier moments too, and goes on from there. Kept when it resolves. */
  set(moment: Instant): Promise<void>;
  /** Stands still at `moment` until it is set: work that is due then must not see the day end meanwhile. */
  hold(moment: Instant): void;
}

const kept = z.object({ offsetMs: z.int() });

const readOffset = async (file: string): Promise<number> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
  try {
    return kept.parse(JSON.parse(text)).offsetMs;
  } catch (error) {
    throw new Error(`${file} is damaged. Delete it and the clock shows real time.`, { cause: error });
  }
};

/**
 * @param file where the offset is kept; it need not be there
 * @param realNow milliseconds since 1970
 */
export const movableClock = async (file: string, realNow: () => number = Date.now): Promise<MovableClock> => {
  let offsetMs = await readOffset(file);
  let held: Instant | undefined;
  return {
    now: () => held ?? instant(new Date(realNow() + offsetMs)),
    hold: (moment) => {
      held = moment;
    },
    set: async (moment) => {
      const offset = Date.parse(moment) - realNow();
      await writeFileAtomic(file, JSON.stringify({ offsetMs: offset }));
      offsetMs = offset;
      held = undefined;
    },
  };
};
