import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { PackageFiles } from './check.ts';

/**
 * Zips files in the order given. The same files give the same bytes on every machine: no owner, no time zone
 * (zip keeps local time), and no compression, whose result changes with the version of zlib.
 */
export const zipFiles = (files: PackageFiles): Promise<Buffer> => {
  const archive = new ZipFile();
  const options = { mtime: new Date(2020, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true };
  for (const [name, bytes] of files) archive.addBuffer(Buffer.from(bytes), name, options);
  archive.end();
  return buffer(archive.outputStream);
};
