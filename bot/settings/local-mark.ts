import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readShared, shareOnce } from '../../store/postgres/shared.ts';

const mark = 'local-mode';

/** Says of a data folder that local mode has used it: its people are invented and its clock may have been moved. */
export const markUsedLocally = (dataDir: string): Promise<void> =>
  writeFile(join(dataDir, mark), 'Local mode has used this folder; npm start refuses it.\n');

export const isUsedLocally = (dataDir: string): Promise<boolean> =>
  access(join(dataDir, mark)).then(
    () => true,
    () => false,
  );

/** The same of a database, where there is one; it was opened before. */
export const markDatabaseUsedLocally = async (databaseUrl: string | undefined): Promise<void> => {
  if (databaseUrl !== undefined) await shareOnce(databaseUrl, mark, 'npm start refuses this database');
};

export const isDatabaseUsedLocally = async (databaseUrl: string | undefined): Promise<boolean> =>
  databaseUrl !== undefined && (await readShared(databaseUrl, mark)) !== undefined;
