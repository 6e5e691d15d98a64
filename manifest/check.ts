import { z } from 'zod';
import { iconFaults } from './icons.ts';
import { translationFaults } from './localization.ts';
import { schemaFaults } from './schema.ts';
import { placeholdersIn } from './template.ts';

/** By the name that a file has in the package. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

const namesFiles = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});

const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const placeholderFaults = (files: PackageFiles): readonly string[] =>
  [...files].flatMap(([name, bytes]) =>
    name.endsWith('.json')
      ? placeholdersIn(new TextDecoder().decode(bytes)).map((left) => `${name}: nothing is known for ${left}`)
      : [],
  );

const localizationFaults = (manifest: unknown, bytes: Uint8Array): readonly string[] => {
  const translation = readJson(bytes);
  const faults = schemaFaults('localization', translation);
  return typeof translation === 'object' && translation !== null
    ? [...faults, ...translationFaults(manifest, translation)]
    : faults;
};

/** What a file is to the manifest decides how it is judged. */
const namedFiles = (manifest: unknown) => {
  const { icons, localizationInfo } = namesFiles.parse(manifest);
  const { color, outline } = icons;
  return [
    { name: color, judge: (bytes: Uint8Array) => iconFaults('color', bytes) },
    { name: outline, judge: (bytes: Uint8Array) => iconFaults('outline', bytes) },
    ...localizationInfo.additionalLanguages.map(({ file }) => ({
      name: file,
      judge: (bytes: Uint8Array) => Promise.resolve(localizationFaults(manifest, bytes)),
    })),
  ];
};

/**
 * Everything that Teams would refuse about a package, by Microsoft's schemas and by what they can't say: the
 * files that are named are there and no others, the icons are as they must be, every text is translated.
 * Throws for a manifest that Teams would take but that has no bot or no languages: it is not ours.
 * @returns one sentence a fault, the file's name first
 */
export const packageFaults = async (files: PackageFiles): Promise<readonly string[]> => {
  const manifest = readJson(files.get('manifest.json') ?? new Uint8Array());
  const bySchema = schemaFaults('manifest', manifest).map((fault) => `manifest.json: ${fault}`);
  const first = [...placeholderFaults(files), ...bySchema];
  // Of a manifest that is no manifest, nothing more can be said.
  if (bySchema.length > 0) return first;
  const named = namedFiles(manifest);
  const expected = new Set(['manifest.json', ...named.map(({ name }) => name)]);
  const strangers = [...files.keys()].filter((name) => !expected.has(name));
  const judged = await Promise.all(
    named.map(async ({ name, judge }) => {
      const bytes = files.get(name);
      const faults = bytes ? await judge(bytes) : ['is named in the manifest but missing'];
      return faults.map((fault) => `${name}: ${fault}`);
    }),
  );
  return [...first, ...judged.flat(), ...strangers.map((name) => `${name}: is not named in the manifest`)];
};
