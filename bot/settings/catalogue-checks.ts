import { levels, type Level, type PaymentMethod } from '../../membership/rules/catalogue.ts';
import { parseMoney, type Currency } from '../../membership/rules/money.ts';

/** A file in which each value is undefined that has a fault of its own; only what is compared stands here. */
export interface SoundParts {
  readonly competencies?: readonly (
    { readonly id?: string | undefined; readonly name?: string | undefined } | undefined
  )[];
  readonly countries?: Readonly<Record<string, SoundTerms | undefined>>;
  readonly bankAccounts?: Readonly<Record<string, unknown>>;
  readonly tolerances?: Readonly<Record<string, string | undefined>>;
  readonly orderDays?: number | undefined;
  readonly renewalWindow?: { readonly opens?: number | undefined; readonly closes?: number | undefined };
  readonly reminders?: {
    readonly unpaid?: readonly (number | undefined)[] | undefined;
    readonly afterAnniversary?: number | undefined;
  };
}

interface SoundTerms {
  readonly currency?: Currency | undefined;
  readonly fees?: Readonly<Partial<Record<Level, string | undefined>>> | undefined;
  readonly methods?: readonly (PaymentMethod | undefined)[] | undefined;
}

export const placed = (place: readonly PropertyKey[], message: string): string =>
  `${place.map(String).join('.')}: ${message}`;

const isHolder = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * What is left to compare beside faults of single values. The faulty ones keep their place, empty, so that none of
 * them is told as missing too.
 * @param places where the schemas found faults; everything else is as they want it
 */
export const withoutFaulty = (file: object, places: readonly (readonly PropertyKey[])[]): SoundParts => {
  const copy: unknown = structuredClone(file);
  for (const place of places) {
    const key = place.at(-1);
    let holder = copy;
    for (const step of place.slice(0, -1)) holder = isHolder(holder) ? holder[step] : undefined;
    if (key !== undefined && isHolder(holder)) holder[key] = undefined;
  }
  // The schemas have found no fault in what is left.
  return copy as SoundParts;
};

const competencyFaults = (competencies: SoundParts['competencies'] = []): string[] =>
  competencies.flatMap((competency, index) => {
    if (competency?.id === undefined) return [];
    const { id, name } = competency;
    const slug =
      name
        ?.trim()
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-') ?? id;
    const twice = competencies.findIndex((other) => other?.id === id) < index;
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

const feeFaults = (countries: SoundParts['countries'] = {}): string[] =>
  Object.entries(countries).flatMap(([code, { currency, fees } = {}]) =>
    levels.flatMap((level) => {
      const fee = fees?.[level];
      const fault = currency && fee !== undefined ? amountFault(currency, fee, 1) : undefined;
      return fault === undefined ? [] : [placed(['countries', code, 'fees', level], fault)];
    }),
  );

const toleranceFaults = (tolerances: SoundParts['tolerances'] = {}): string[] =>
  Object.entries(tolerances).flatMap(([currency, decimal]) => {
    const fault = decimal === undefined ? undefined : amountFault(currency as Currency, decimal, 0);
    return fault === undefined ? [] : [placed(['tolerances', currency], fault)];
  });

/** Currencies in which somebody may pay by transfer need an account and a tolerance. */
const missingFaults = ({ countries = {}, bankAccounts, tolerances }: SoundParts): string[] => {
  const inUse = Object.values(countries)
    .filter((terms) => terms?.methods?.includes('transfer'))
    .flatMap((terms) => terms?.currency ?? []);
  return [...new Set(inUse)].flatMap((currency) => [
    ...(bankAccounts && !Object.hasOwn(bankAccounts, currency)
      ? [placed(['bankAccounts'], `no account for ${currency}, which countries pay in by transfer`)]
      : []),
    ...(tolerances && !Object.hasOwn(tolerances, currency)
      ? [placed(['tolerances'], `none for ${currency}, which countries pay in by transfer`)]
      : []),
  ]);
};

/** A reminder after the last day would never go out. */
const reminderFaults = ({ orderDays, renewalWindow, reminders }: SoundParts): string[] => {
  const late = reminders?.unpaid?.findIndex((day) => orderDays !== undefined && (day ?? 0) > orderDays) ?? -1;
  const after = reminders?.afterAnniversary;
  const { opens = 0, closes = 365 } = renewalWindow ?? {};
  return [
    ...(late < 0 ? [] : [placed(['reminders', 'unpaid', late], 'is after the last day of an order')]),
    ...(after !== undefined && (after < opens || after > closes)
      ? [placed(['reminders', 'afterAnniversary'], 'is not inside the renewal window')]
      : []),
  ];
};

/** What is wrong between values that are right each for itself. */
export const betweenFaults = (parts: SoundParts): readonly string[] => [
  ...competencyFaults(parts.competencies),
  ...feeFaults(parts.countries),
  ...toleranceFaults(parts.tolerances),
  ...missingFaults(parts),
  ...reminderFaults(parts),
];
