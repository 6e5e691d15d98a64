import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isUsedLocally } from '../bot/settings/local-mark.ts';
import { folders } from '../store/lowdb/files.ts';

/** Beside the store's folders: the clock, and what the Agents Playground writes. */
export const localFolder = 'local';

const isThere = async (folder: string, name: string): Promise<boolean> =>
  (await readdir(folder)).includes(name);

/**
 * Empties a data folder that nobody has open. What local mode has made is deleted; what it has not made, such as
 * an import before its first start, is set aside. Nothing else in the folder is touched.
 * @param stamp part of the name under which things are set aside
 */
export const startAnew = async (dataDir: string, stamp: string): Promise<void> => {
  const ours = [...Object.values(folders), localFolder];
  if (await isUsedLocally(dataDir)) {
    for (const name of ours) await rm(join(dataDir, name), { recursive: true, force: true });
    return;
  }
  const aside = join(dataDir, `before-${stamp}`);
  for (const name of ours) {
    if (!(await isThere(dataDir, name))) continue;
    await mkdir(aside, { recursive: true });
    await rename(join(dataDir, name), join(aside, name));
  }
};
