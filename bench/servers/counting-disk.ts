import { sep } from 'node:path';
import { nodeDisk, type Disk } from '../../store/lowdb/disk.ts';
import { folders } from '../../store/lowdb/files.ts';

export interface CountingDisk extends Disk {
  /** Commits written to partners' files, and their bytes, with those of the lines that amend them. */
  readonly written: () => { readonly commits: number; readonly bytes: number };
}

/** The machine's own disk, with what commits write counted: a file is a partner's once it is renamed to one. */
export const countingDisk = (): CountingDisk => {
  const sizes = new Map<string, number>();
  let commits = 0;
  let bytes = 0;
  return {
    ...nodeDisk,
    create: async (path) => {
      const file = await nodeDisk.create(path);
      return {
        ...file,
        write: (content) => {
          sizes.set(path, Buffer.byteLength(content));
          return file.write(content);
        },
      };
    },
    append: async (path) => {
      const file = await nodeDisk.append(path);
      if (!path.includes(`${sep}${folders.amendments}${sep}`)) return file;
      return {
        ...file,
        write: (content) => {
          bytes += Buffer.byteLength(content);
          return file.write(content);
        },
      };
    },
    rename: async (from, to) => {
      const size = sizes.get(from) ?? 0;
      sizes.delete(from);
      await nodeDisk.rename(from, to);
      if (!to.includes(`${sep}${folders.partners}${sep}`)) return;
      commits += 1;
      bytes += size;
    },
    written: () => ({ commits, bytes }),
  };
};
