import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Disk } from './disk.ts';
import { together } from './together.ts';

/** Where the parts of the store lie in DATA_DIR. */
export const folders = {
  partners: 'partners',
  chats: 'chats',
  recentChats: 'recent-chats',
  amendments: 'amendments',
  ledger: 'ledger',
  proofs: 'proofs',
  parked: 'parked',
  damaged: 'damaged',
  temporary: 'tmp',
} as const;

/** - `file`: its content is on the disk before it gets its name; - `name`: and so is its name. */
export type Sync = 'file' | 'name';

/** Whole files: each is there as it was or as it became, never in between. */
export interface Files {
  readonly root: string;
  readonly disk: Disk;
  write(path: string, content: string | Uint8Array, sync: Sync): Promise<void>;
  /** Resolves when all names given in the folder so far are on the disk; many callers share one sync. */
  syncFolder(folder: string): Promise<void>;
}

export const wholeFiles = (disk: Disk, root: string): Files => {
  const run = randomBytes(6).toString('hex');
  const syncs = new Map<string, () => Promise<void>>();
  let count = 0;

  const syncFolder = (folder: string): Promise<void> => {
    const sync = syncs.get(folder) ?? together(() => disk.syncFolder(folder));
    syncs.set(folder, sync);
    return sync();
  };

  const fill = async (path: string, content: string | Uint8Array): Promise<void> => {
    const file = await disk.create(path);
    try {
      await file.write(content);
      await file.sync();
    } finally {
      await file.close();
    }
  };

  const write = async (path: string, content: string | Uint8Array, sync: Sync): Promise<void> => {
    const temporary = join(root, folders.temporary, `${run}-${++count}`);
    try {
      await fill(temporary, content);
      await disk.rename(temporary, path);
    } catch (error) {
      // What can't be removed now is removed at the next start.
      await disk.remove(temporary).catch(() => undefined);
      throw error;
    }
    if (sync === 'name') await syncFolder(dirname(path));
  };
  return { root, disk, write, syncFolder };
};

/** A file that is there but can't be what it should be. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** Parses a document; throws DamagedFile where it is no JSON or not of its kind. */
export const parseDocument = <T>(path: string, bytes: Buffer, isKind: (value: unknown) => value is T): T => {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new DamagedFile(`${basename(path)} is no JSON`, { cause });
  }
  if (!isKind(value)) throw new DamagedFile(`${basename(path)} has not the form of its kind`);
  return value;
};

/** lowdb's own adapter writes under a fixed temporary name without a sync; this one writes whole files. */
export const documentAdapter = <T>(
  files: Files,
  path: string,
  isKind: (value: unknown) => value is T,
  sync: Sync,
): Adapter<T> => ({
  read: async () => {
    const bytes = await files.disk.read(path);
    return bytes ? parseDocument(path, bytes, isKind) : null;
  },
  write: (document) => files.write(path, JSON.stringify(document), sync),
});
