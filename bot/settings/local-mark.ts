import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const mark = 'local-mode';

/** Says of a data folder that local mode has used it: its people are invented and its clock may have been moved. */
export const markUsedLocally = (dataDir: string): Promise<void> =>
  writeFile(join(dataDir, mark), 'Local mode has used this folder; npm start refuses it.\n');

export const isUsedLocally = (dataDir: string): Promise<boolean> =>
  access(join(dataDir, mark)).then(
    () => true,
    () => false,
  );
