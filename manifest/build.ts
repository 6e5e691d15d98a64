import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zipFiles } from './archive.ts';
import { packageFaults, type PackageFiles } from './check.ts';
import type { Settings } from './settings.ts';
import { fillTemplate, placeholderValues } from './template.ts';

const languageFiles = ['nl.json', 'sv.json'];
const iconFiles = ['color.png', 'outline.png'];

const read = (...path: readonly string[]): Promise<Buffer> => readFile(join(import.meta.dirname, ...path));

/** The package's files, the manifest filled with the settings. */
export const packageFiles = async (settings: Settings): Promise<PackageFiles> => {
  const template = (await read('manifest.json')).toString('utf8');
  const manifest = Buffer.from(fillTemplate(template, placeholderValues(settings)));
  const languages = await Promise.all(languageFiles.map(async (name) => [name, await read(name)] as const));
  const icons = await Promise.all(iconFiles.map(async (name) => [name, await read('icons', name)] as const));
  return new Map([['manifest.json', manifest] as const, ...languages, ...icons]);
};

/**
 * Makes the Teams app package and writes it to `target`, whose folder is made when missing.
 * @returns the package's faults, one sentence each; when there is one, nothing is written
 */
export const buildPackage = async (settings: Settings, target: string): Promise<readonly string[]> => {
  const files = await packageFiles(settings);
  const faults = await packageFaults(files);
  if (faults.length > 0) return faults;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await zipFiles(files));
  return [];
};
