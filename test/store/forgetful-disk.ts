import { basename, dirname } from 'node:path';
import { nodeDisk, type Disk, type OpenFile } from '../../store/lowdb/disk.ts';

/** A disk in memory that may forget whatever was not synced when the power goes. */
export interface ForgetfulDisk extends Disk {
  /** Steps so far that change what is on it. */
  readonly count: number;
  /** From this step on nothing is carried out, as if the power was gone; undefined: it is there. */
  endsAt: number | undefined;
  /** What was not synced is kept, forgotten or cut off, each as `random` has it (from 0 up to but not including 1). */
  cutPower(random: () => number): void;
}

interface Content {
  now: Buffer;
  safe: Buffer;
}

const missing = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

/** Folders are safe as they are made: a journaling file system keeps them before what is synced in them. */
export const forgetfulDisk = (): ForgetfulDisk => {
  const now = new Map<string, Content>();
  const safe = new Map<string, Content>();
  let count = 0;

  const step = async <Result>(work: () => Result): Promise<Result> => {
    await Promise.resolve();
    count += 1;
    if (disk.endsAt !== undefined && count >= disk.endsAt)
      throw Object.assign(new Error('EIO: the power is gone'), { code: 'EIO' });
    return work();
  };

  const keepName = (path: string): void => {
    const content = now.get(path);
    if (content) safe.set(path, content);
    else safe.delete(path);
  };
  const names = (): readonly string[] => [...new Set([...now.keys(), ...safe.keys()])];
  const cutOff = (content: Content, random: () => number): Buffer => {
    if (content.now.equals(content.safe) || random() < 1 / 3) return content.now;
    return random() < 0.5 ? content.safe : content.now.subarray(0, Math.floor(random() * content.now.length));
  };

  const opened = (path: string, content: Content): Promise<OpenFile> =>
    step(() => {
      now.set(path, content);
      return {
        write: (text) =>
          step(() => {
            content.now = Buffer.concat([content.now, Buffer.from(text)]);
          }),
        sync: () =>
          step(() => {
            content.safe = content.now;
          }),
        close: () => Promise.resolve(),
      };
    });

  const disk: ForgetfulDisk = {
    get count() {
      return count;
    },
    endsAt: undefined,
    read: (path) => Promise.resolve(now.get(path)?.now),
    readNow: (path) => now.get(path)?.now,
    list: async (folder) => [
      ...[...now.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path)),
      // Folders are real, as the lock on the outermost is.
      ...(await nodeDisk.list(folder)),
    ],
    makeFolder: async (path) => {
      await step(() => undefined);
      await nodeDisk.makeFolder(path);
    },
    create: (path) => opened(path, { now: Buffer.alloc(0), safe: Buffer.alloc(0) }),
    append: (path) => opened(path, now.get(path) ?? { now: Buffer.alloc(0), safe: Buffer.alloc(0) }),
    rename: (from, to) =>
      step(() => {
        const content = now.get(from);
        if (!content) throw missing(from);
        now.delete(from);
        now.set(to, content);
      }),
    remove: (path) => step(() => void now.delete(path)),
    syncFolder: (folder) =>
      step(() =>
        names()
          .filter((path) => dirname(path) === folder)
          .forEach(keepName),
      ),
    cutPower: (random) => {
      for (const path of names()) if (random() < 0.5) keepName(path);
      now.clear();
      for (const [path, content] of safe) {
        const left = cutOff(content, random);
        const kept = { now: left, safe: left };
        safe.set(path, kept);
        now.set(path, kept);
      }
      disk.endsAt = undefined;
    },
  };
  return disk;
};
