import * as fs from 'node:fs';
import { promisify } from 'node:util';

/** What the store does to a file system: small enough that a test can let any single step fail. */
export interface Disk {
  /** Undefined where there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
  /** The same at once, several times as fast, while nobody else is waiting. */
  readNow(path: string): Buffer | undefined;
  /** Names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  makeFolder(path: string): Promise<void>;
  /** Opens a file that must not be there yet. */
  create(path: string): Promise<OpenFile>;
  /** Opens a file, made where it isn't there, whose writes go to its end. */
  append(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** A file that is not there is as good as removed. */
  remove(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
}

export interface OpenFile {
  /** Writes all of it, however many writes that takes. */
  write(content: string | Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

// The callback functions cost about half of what node:fs/promises costs, and every commit goes through here.
const open = promisify(fs.open);
const writeFile = promisify(fs.writeFile);
const fdatasync = promisify(fs.fdatasync);
const fsync = promisify(fs.fsync);
const close = promisify(fs.close);
const readFile = promisify(fs.readFile);
const unlink = promisify(fs.unlink);
const mkdir = promisify(fs.mkdir);

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const orUndefined = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const openFile = (fd: number): OpenFile => ({
  write: (content) => writeFile(fd, content),
  sync: () => fdatasync(fd),
  close: () => close(fd),
});

const syncFolder = async (path: string): Promise<void> => {
  // Windows has no way to open a folder for syncing; NTFS journals names by itself.
  if (process.platform === 'win32') return;
  const fd = await open(path, 'r');
  try {
    await fsync(fd);
  } finally {
    await close(fd);
  }
};

/** The machine's own file system. Files are readable by their owner alone: they hold names and tax IDs. */
export const nodeDisk: Disk = {
  read: (path) => orUndefined(readFile(path)),
  readNow: (path) => {
    try {
      return fs.readFileSync(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  list: promisify(fs.readdir),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  create: async (path) => openFile(await open(path, 'wx', 0o600)),
  append: async (path) => openFile(await open(path, 'a', 0o600)),
  rename: promisify(fs.rename),
  remove: (path) => orUndefined(unlink(path)),
  syncFolder,
};
