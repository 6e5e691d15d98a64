import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { nodeDisk } from '../../store/lowdb/disk.ts';
import { shareOnce } from '../../store/postgres/shared.ts';
import type { StorePlace } from '../open-store.ts';

const bytes = 32;

const keep = async (folder: string, key: Uint8Array): Promise<void> => {
  const unfinished = join(folder, 'link-key.new');
  await nodeDisk.remove(unfinished);
  const file = await nodeDisk.create(unfinished);
  try {
    await file.write(key);
    await file.sync();
  } finally {
    await file.close();
  }
  await nodeDisk.rename(unfinished, join(folder, 'link-key'));
  await nodeDisk.syncFolder(folder);
};

/**
 * The key that signs links: made once, and the same after every start, so that a link outlives one. Called by the
 * process that holds the folder's lock. Rejects where the file is there but is no key: a new one in its place
 * would end every link without anybody knowing why.
 * @param folder DATA_DIR
 */
export const linkKey = async (folder: string): Promise<Uint8Array> => {
  const file = join(folder, 'link-key');
  const kept = await nodeDisk.read(file);
  if (kept) {
    if (kept.length !== bytes)
      throw new Error(`${file} is damaged: remove it, and the links sent so far end`);
    return kept;
  }
  const made = randomBytes(bytes);
  await nodeDisk.makeFolder(folder);
  await keep(folder, made);
  return made;
};

/** The name under which all instances on a database share their key. */
export const linkKeyName = 'link-key';

/** The key of whatever store the settings choose. */
export const linkKeyOf = async ({ dataDir, databaseUrl }: StorePlace): Promise<Uint8Array> => {
  if (databaseUrl === undefined) return linkKey(dataDir);
  const made = randomBytes(bytes).toString('base64');
  return Buffer.from(await shareOnce(databaseUrl, linkKeyName, made), 'base64');
};
