import { nodeDisk, type Disk, type OpenFile } from '../../store/lowdb/disk.ts';

/** The steps that change what is on a disk. */
export type Step = 'makeFolder' | 'create' | 'write' | 'sync' | 'rename' | 'remove' | 'syncFolder';

/** A disk whose steps fail where `fails` says so, and that counts what it did. */
export interface FailingDisk extends Disk {
  /** Asked before each step with its number, from 1 on; reset by assigning. */
  fails: (step: Step, count: number) => boolean;
  count: number;
  bytes: number;
}

const noSpace = (step: Step): Error =>
  Object.assign(new Error(`ENOSPC: no space left on device, ${step}`), { code: 'ENOSPC' });

export const failingDisk = (): FailingDisk => {
  const attempt = async <T>(step: Step, work: () => Promise<T>): Promise<T> => {
    disk.count += 1;
    if (disk.fails(step, disk.count)) throw noSpace(step);
    return work();
  };
  const opened = (file: OpenFile): OpenFile => ({
    write: (content) => {
      disk.bytes += content.length;
      // A full disk takes a part of it first.
      return attempt('write', () => file.write(content)).catch(async (error: unknown) => {
        await file.write(content.slice(0, content.length / 2));
        throw error;
      });
    },
    sync: () => attempt('sync', () => file.sync()),
    close: () => file.close(),
  });
  const disk: FailingDisk = {
    fails: () => false,
    count: 0,
    bytes: 0,
    read: (path) => nodeDisk.read(path),
    readNow: (path) => nodeDisk.readNow(path),
    list: (folder) => nodeDisk.list(folder),
    makeFolder: (path) => attempt('makeFolder', () => nodeDisk.makeFolder(path)),
    create: async (path) => opened(await attempt('create', () => nodeDisk.create(path))),
    append: async (path) => opened(await attempt('create', () => nodeDisk.append(path))),
    rename: (from, to) => attempt('rename', () => nodeDisk.rename(from, to)),
    remove: (path) => attempt('remove', () => nodeDisk.remove(path)),
    syncFolder: (path) => attempt('syncFolder', () => nodeDisk.syncFolder(path)),
  };
  return disk;
};
