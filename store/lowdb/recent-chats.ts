import { join } from 'node:path';
import pLimit from 'p-limit';
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

/** As many as are in memory anyway, the people of a busy day; some megabytes of lines. */
const mostRecent = 5_000;
/** Lines beyond those that count: they are left behind when there are so many. */
const linesToTidy = 2_000;
const savesAtOnce = 16;

interface Parts {
  readonly files: Files;
  readonly log: StoreLog;
  readonly save: (key: string, record: ChatRecord) => Promise<void>;
  /** The record in a line, with its key; undefined where it is none. */
  readonly recordOf: (value: unknown) => readonly [key: string, record: ChatRecord] | undefined;
}

/**
 * A line for each record until its person has been quiet for longer than many others: people have several turns in a
 * row, and a file that takes another's place costs ten times as much as a line.
 */
export const recentChats = async ({ files, log, save, recordOf }: Parts): Promise<RecentChats> => {
  const lines = recentLines(files, folders.recentChats);
  /** In the order in which they were written. */
  const recent = new Map<string, ChatRecord>();
  let count = 0;

  const note = (key: string, record: ChatRecord): void => {
    recent.delete(key);
    recent.set(key, record);
  };

  const saveOne = async ([key, record]: readonly [string, ChatRecord]): Promise<void> => {
    // One that is overtaken meanwhile is in the newer lines.
    if (recent.get(key) !== record) return;
    await save(key, record);
    if (recent.get(key) === record) recent.delete(key);
  };

  /** Gives files to all but so many of the newest, whose lines go on in a new file. */
  const leave = async (most: number): Promise<void> => {
    count = 0;
    let quiet: (readonly [string, ChatRecord])[] = [];
    const removeOlder = await lines.turnOver(() => {
      const kept = [...recent];
      quiet = kept.splice(0, Math.max(0, kept.length - most));
      return kept.map(([, record]) => JSON.stringify(record));
    });
    const limit = pLimit(savesAtOnce);
    await Promise.all(quiet.map((entry) => limit(() => saveOne(entry))));
    await files.syncFolder(join(files.root, folders.chats));
    await removeOlder();
  };

  const leaving = (most: number): (() => Promise<void>) =>
    together(async () => {
      try {
        await leave(most);
      } catch (error) {
        log({ kind: 'linesKept', of: folders.recentChats, lines: recent.size, because: reasonOf(error) });
      }
    });
  const [tidy, settle] = [leaving(mostRecent), leaving(0)];

  const write = async (key: string, record: ChatRecord): Promise<void> => {
    try {
      await lines.append({ line: JSON.stringify(record), written: () => note(key, record) });
    } catch (cause) {
      throw new StoreFault('notSaved', `a chat record could not be saved: ${reasonOf(cause)}`, { cause });
    }
    count += 1;
    if (count >= linesToTidy + Math.min(recent.size, mostRecent)) void tidy();
  };

  for (const value of await lines.left()) {
    const found = recordOf(value);
    if (found) note(...found);
  }
  if (recent.size > 0) await settle();
  return { get: (key) => recent.get(key), write, settle };
};
