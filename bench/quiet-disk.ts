import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What was written to fill the stores goes to the disk before anything is measured, not while it is. */
export const quietDisk = async (): Promise<void> => {
  if (process.platform !== 'win32') await promisify(execFile)('sync');
};
