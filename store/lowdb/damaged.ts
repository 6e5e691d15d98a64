import { basename, dirname, join, relative } from 'node:path';
import { folders, type Files } from './files.ts';

/** What an operator must know about the store; `bot/` logs it. */
export type StoreEvent =
  | { readonly kind: 'setAside'; readonly file: string; readonly as: string; readonly because: string }
  /** Its data was set aside at an earlier start and has not been put back. */
  | { readonly kind: 'stillDamaged'; readonly partner: string; readonly file: string }
  | { readonly kind: 'leftoversRemoved'; readonly files: number }
  /** What is in lines could not be put in order; it is safe where it is, and tried again later. */
  | { readonly kind: 'linesKept'; readonly of: string; readonly lines: number; readonly because: string }
  | { readonly kind: 'importFinished'; readonly partners: number }
  | { readonly kind: 'importUnfinished'; readonly partners: number; readonly because: string };

export type StoreLog = (event: StoreEvent) => void;

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Moves a damaged file to DATA_DIR/damaged/…, under its own name and never over another, and reports it.
 * @returns where it lies now, relative to DATA_DIR
 */
export const setAside = async (files: Files, path: string, why: unknown, log: StoreLog): Promise<string> => {
  const inside = relative(files.root, path);
  const folder = join(files.root, folders.damaged, dirname(inside));
  await files.disk.makeFolder(folder);
  const taken = new Set(await files.disk.list(folder));
  let name = basename(path);
  for (let n = 2; taken.has(name); n += 1) name = `${basename(path)}.${n}`;
  await files.disk.rename(path, join(folder, name));
  await files.syncFolder(folder);
  const as = join(folders.damaged, dirname(inside), name);
  log({ kind: 'setAside', file: inside, as, because: reasonOf(why) });
  return as;
};
