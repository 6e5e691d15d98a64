import { join } from 'node:path';
import type { OpenFile } from './disk.ts';
import type { Files } from './files.ts';
import { queues } from './queues.ts';
import { together } from './together.ts';

/** A line and what is to be done as soon as the system has it, before any later line is written. */
interface Entry {
  readonly line: string;
  readonly written: () => void;
}

/**
 * Lines in files that only grow: what may be forgotten at a power cut, but not when the process dies. A whole file
 * made, named and the older one removed costs a file system ten times as much as a line.
 */
export interface RecentLines {
  /** Lines that wait while one write is under way go with the next, all in one. */
  append(entry: Entry): Promise<void>;
  /**
   * Begins a new file, with the lines that are to be kept: synced, since it takes the place of lines that have long
   * reached the disk.
   * @returns removes the older ones, once all else that they have is safe elsewhere
   */
  turnOver(kept: () => readonly string[]): Promise<() => Promise<void>>;
  /** What was left when the process ended, from the oldest on; half a line of a write that failed is left out. */
  left(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

const parsed = (line: string): readonly unknown[] => {
  try {
    return [JSON.parse(line) as unknown];
  } catch {
    // No beginning of an object is JSON: what parses is whole.
    return [];
  }
};

const numberOf = (name: string): number => Number(/^(\d+)\.jsonl$/.exec(name)?.[1] ?? 0);

/** What is in files, in their order. */
const linesOf = async (disk: Files['disk'], paths: readonly string[]): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const path of paths) {
    const text = (await disk.read(path))?.toString('utf8') ?? '';
    found.push(...text.split('\n').flatMap(parsed));
  }
  return found;
};

export const recentLines = (files: Files, folder: string): RecentLines => {
  const { disk, root } = files;
  const pathOf = (number: number): string => join(root, folder, `${number}.jsonl`);
  const turns = queues<'file'>();
  let older: readonly number[] = [];
  let number = 1;
  let file: OpenFile | undefined;
  let waiting: Entry[] = [];

  const writeAll = async (all: readonly string[]): Promise<void> => {
    file ??= await disk.append(pathOf(number));
    // The line's end comes first, so that half a line before it, of a disk that was full, ends there.
    await file.write(all.map((line) => `\n${line}`).join(''));
  };

  const keep = async (all: readonly string[]): Promise<void> => {
    await writeAll(all);
    await file?.sync();
    await files.syncFolder(join(root, folder));
  };

  const write = together(() =>
    turns.run('file', async () => {
      const entries = waiting;
      waiting = [];
      await writeAll(entries.map(({ line }) => line));
      for (const { written } of entries) written();
    }),
  );

  const close = async (): Promise<void> => {
    await file?.close();
    file = undefined;
  };

  const removeUpTo = async (last: number): Promise<void> => {
    for (const old of older.filter((one) => one <= last)) await disk.remove(pathOf(old));
    older = older.filter((one) => one > last);
  };

  return {
    append: (entry) => {
      waiting.push(entry);
      return write();
    },
    turnOver: (kept) =>
      turns.run('file', async () => {
        const last = number;
        if (file) older = [...older, number++];
        await close();
        const lines = kept();
        if (lines.length > 0) await keep(lines);
        return () => removeUpTo(last);
      }),
    left: async () => {
      older = (await disk.list(join(root, folder)))
        .map(numberOf)
        .filter((found) => found > 0)
        .sort((a, b) => a - b);
      number = (older.at(-1) ?? 0) + 1;
      return linesOf(disk, older.map(pathOf));
    },
    close: () => turns.run('file', close),
  };
};
