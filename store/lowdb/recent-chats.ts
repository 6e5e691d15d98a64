import type { ChatRecord } from '../../membership/ports.ts';
import { StoreFault } from '../faults.ts';
import { reasonOf, type StoreLog } from './damaged.ts';
import { recentLines } from './recent.ts';
import { folders, type Files } from './files.ts';
import { together } from './together.ts';

/** Chat records that are newer than their files, or have none yet. */
export interface RecentChats {
  get(key: string): ChatRecord | undefined;
  /** Rejects with `notSaved`, all as it was before. */
  write(key: string, record: ChatRecord): Promise<void>;
  /** Gives each record its own file; what the disk refuses stays where it is, and safe. */
  settle(): Promise<void>;
}

/** So many lines are a few megabytes: little to read after a process has died. */
const linesToSettle = 2_000;

interface Parts {
  readonly files: Files;
  readonly log: StoreLog;
  readonly save: (key: string, record: ChatRecord) => Promise<void>;
  /** The record in a line, with its key; undefined where it is none. */
  readonly recordOf: (value: unknown) => readonly [key: string, record: ChatRecord] | undefined;
}

/**
 * A line for each record until there are enough to be worth files: people have several turns in a row, and a file
 * that takes another's place costs ten times as much as a line.
 */
export const recentChats = async ({ files, log, save, recordOf }: Parts): Promise<RecentChats> => {
  const lines = recentLines(files, folders.recentChats);
  const recent = new Map<string, ChatRecord>();
  let count = 0;

  const saveAll = async (): Promise<void> => {
    const removeOlder = await lines.turnOver();
    for (const [key, record] of [...recent]) {
      // One that is overtaken meanwhile is in the newer lines.
      if (recent.get(key) !== record) continue;
      await save(key, record);
      if (recent.get(key) === record) recent.delete(key);
    }
    await removeOlder();
  };

  const settle = together(async () => {
    count = 0;
    try {
      await saveAll();
    } catch (error) {
      log({ kind: 'linesKept', of: folders.recentChats, lines: recent.size, because: reasonOf(error) });
    }
  });

  const write = async (key: string, record: ChatRecord): Promise<void> => {
    try {
      await lines.append({ line: JSON.stringify(record), written: () => void recent.set(key, record) });
    } catch (cause) {
      throw new StoreFault('notSaved', `a chat record could not be saved: ${reasonOf(cause)}`, { cause });
    }
    count += 1;
    if (count === linesToSettle) void settle();
  };

  for (const value of await lines.left()) {
    const found = recordOf(value);
    if (found) recent.set(...found);
  }
  if (recent.size > 0) await settle();
  return { get: (key) => recent.get(key), write, settle };
};
