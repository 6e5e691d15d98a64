import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import type { Catalogue, CountryTerms, Level } from '../../membership/rules/catalogue.ts';
import { parseMoney, type Currency, type Money } from '../../membership/rules/money.ts';
import { betweenFaults, placed, withoutFaulty } from './catalogue-checks.ts';
import { sections, type SectionName, type Sections } from './catalogue-sections.ts';

export type CatalogueResult =
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  /** Every fault at once, each with its place, such as `countries.NL.fees.gold`. */
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** The file that comes with the bot. */
export const usualCatalogue = fileURLToPath(new URL('../../membership/catalogue.json', import.meta.url));

/** Says what is documented and what is a sample; nothing is read from it. */
const noteName = '_note';

type Found = { [Name in SectionName]?: Sections[Name] | undefined };

/** A key's own fault, such as a country that is none, stands in the issue's issues. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;

interface Read {
  readonly found: Found;
  readonly faults: readonly string[];
  /** Where the faults are. */
  readonly places: readonly (readonly PropertyKey[])[];
}

const readSections = (file: Record<string, unknown>): Read => {
  const places: PropertyKey[][] = [];
  const faults = Object.keys(file)
    .filter((name) => name !== noteName && !Object.hasOwn(sections, name))
    .map((name) => placed([name], 'is not known here'));
  const entries = Object.entries(sections).map(([name, schema]) => {
    if (!Object.hasOwn(file, name)) faults.push(placed([name], 'is missing'));
    else {
      const read = schema.safeParse(file[name]);
      if (read.success) return [name, read.data] as const;
      for (const issue of read.error.issues) {
        places.push([name, ...issue.path]);
        faults.push(placed([name, ...issue.path], messageOf(issue)));
      }
    }
    return [name, undefined] as const;
  });
  // Each value was read by the schema of its own name.
  return { found: Object.fromEntries(entries), faults, places };
};

const exact = (currency: Currency, decimal: string): Money => {
  const amount = parseMoney(currency, decimal);
  if (!amount) throw new RangeError(`unchecked amount ${decimal}`);
  return amount;
};

const termsOf = ({ currency, fees, tax, ...same }: Sections['countries'][string]): CountryTerms => {
  const fee = (level: Level): Money => exact(currency, fees[level]);
  return { ...same, currency, fees: { silver: fee('silver'), gold: fee('gold') }, taxBasisPoints: tax };
};

const catalogueOf = (found: Sections): Catalogue => {
  const { countries, tolerances, upgradeDiscount, competencies, ...same } = found;
  return {
    ...same,
    competencies: competencies.map((competency) => ({ ...competency, id: competency.id })),
    countries: Object.fromEntries(Object.entries(countries).map(([code, terms]) => [code, termsOf(terms)])),
    tolerances: Object.fromEntries(
      Object.entries(tolerances).map(([code, decimal]) => [code, exact(code as Currency, decimal)]),
    ),
    upgradeDiscountBasisPoints: upgradeDiscount,
  };
};

const isComplete = (found: Found): found is Sections =>
  Object.keys(sections).every((name) => found[name as SectionName] !== undefined);

/** Checks a catalogue whole. @param json the file's content, parsed */
export const parseCatalogue = (json: unknown): CatalogueResult => {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { kind: 'faults', faults: ['the file is not an object'] };
  const { found, faults: shapeFaults, places } = readSections({ ...json });
  const faults = [...shapeFaults, ...betweenFaults(withoutFaulty(json, places))];
  if (faults.length > 0 || !isComplete(found)) return { kind: 'faults', faults };
  return { kind: 'catalogue', catalogue: catalogueOf(found) };
};

/** Reads and checks the catalogue file; a file that can't be read is a fault like any other. */
export const readCatalogue = async (path: string = usualCatalogue): Promise<CatalogueResult> => {
  try {
    return parseCatalogue(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'can not be read';
    return { kind: 'faults', faults: [`${path} ${why}: ${error instanceof Error ? error.message : ''}`] };
  }
};
