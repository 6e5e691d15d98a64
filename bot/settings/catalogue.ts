import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { levels, type Catalogue, type CountryTerms, type Level } from '../../membership/rules/catalogue.ts';
import { parseMoney, type Currency, type Money } from '../../membership/rules/money.ts';
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

const placed = (place: readonly PropertyKey[], message: string): string =>
  `${place.map(String).join('.')}: ${message}`;

/** A key's own fault, such as a country that is none, stands in the issue's issues. */
const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;

const readSections = (file: Record<string, unknown>): { found: Found; faults: string[] } => {
  const faults = Object.keys(file)
    .filter((name) => name !== noteName && !Object.hasOwn(sections, name))
    .map((name) => placed([name], 'is not known here'));
  const entries = Object.entries(sections).map(([name, schema]) => {
    if (!Object.hasOwn(file, name)) faults.push(placed([name], 'is missing'));
    else {
      const read = schema.safeParse(file[name]);
      if (read.success) return [name, read.data] as const;
      faults.push(...read.error.issues.map((issue) => placed([name, ...issue.path], messageOf(issue))));
    }
    return [name, undefined] as const;
  });
  // Each value was read by the schema of its own name.
  return { found: Object.fromEntries(entries), faults };
};

const competencyFaults = (competencies: Sections['competencies']): string[] =>
  competencies.flatMap(({ id, name }, index) => {
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const twice = competencies.findIndex((other) => other.id === id) < index;
    return [
      ...(twice ? [placed(['competencies', index, 'id'], `${id} is there twice`)] : []),
      ...(id === slug ? [] : [placed(['competencies', index, 'id'], `should be ${slug}, as its name is`)]),
    ];
  });

const amountFault = (currency: Currency, decimal: string, least: 0 | 1): string | undefined => {
  const amount = parseMoney(currency, decimal);
  if (!amount) return `has more decimals than ${currency} has`;
  return amount.minor < least ? 'must be more than nothing' : undefined;
};

const feeFaults = (countries: Sections['countries']): string[] =>
  Object.entries(countries).flatMap(([code, { currency, fees }]) =>
    levels.flatMap((level) => {
      const fault = amountFault(currency, fees[level], 1);
      return fault === undefined ? [] : [placed(['countries', code, 'fees', level], fault)];
    }),
  );

const toleranceFaults = (tolerances: Sections['tolerances']): string[] =>
  Object.entries(tolerances).flatMap(([currency, decimal]) => {
    const fault = amountFault(currency as Currency, decimal, 0);
    return fault === undefined ? [] : [placed(['tolerances', currency], fault)];
  });

/** Currencies in which somebody may pay by transfer need an account and a tolerance. */
const missingFaults = ({ countries = {}, bankAccounts, tolerances }: Found): string[] => {
  const transfers = Object.values(countries).filter(({ methods }) => methods.includes('transfer'));
  return [...new Set(transfers.map(({ currency }) => currency))].flatMap((currency) => [
    ...(bankAccounts && !Object.hasOwn(bankAccounts, currency)
      ? [placed(['bankAccounts'], `no account for ${currency}, which countries pay in by transfer`)]
      : []),
    ...(tolerances && !Object.hasOwn(tolerances, currency)
      ? [placed(['tolerances'], `none for ${currency}, which countries pay in by transfer`)]
      : []),
  ]);
};

const exact = (currency: Currency, decimal: string): Money => {
  const amount = parseMoney(currency, decimal);
  if (!amount) throw new RangeError(`unchecked amount ${decimal}`);
  return amount;
};

const termsOf = ({ currency, fees, tax, methods }: Sections['countries'][string]): CountryTerms => {
  const fee = (level: Level): Money => exact(currency, fees[level]);
  return { currency, fees: { silver: fee('silver'), gold: fee('gold') }, taxBasisPoints: tax, methods };
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
  const { found, faults } = readSections({ ...json });
  faults.push(
    ...competencyFaults(found.competencies ?? []),
    ...feeFaults(found.countries ?? {}),
    ...toleranceFaults(found.tolerances ?? {}),
    ...missingFaults(found),
  );
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
