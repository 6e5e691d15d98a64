import type { CompetencyId } from './ids.ts';
import type { Currency, Money } from './money.ts';

export const levels = ['silver', 'gold'] as const;
export type Level = (typeof levels)[number];

export const roles = ['globalAdmin', 'mpnPartnerAdmin', 'accountAdmin'] as const;
export type Role = (typeof roles)[number];

export const paymentMethods = ['card', 'transfer'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const languages = ['en', 'nl', 'sv'] as const;
/** The languages the bot speaks. */
export type Language = (typeof languages)[number];

/** ISO 3166-1 alpha-2, upper case. */
export type CountryCode = string;

export const areas = ['appsAndInfrastructure', 'businessApplications', 'dataAndAi', 'modernWork'] as const;
export type Area = (typeof areas)[number];

export interface Competency {
  readonly id: CompetencyId;
  /** English in every language. */
  readonly name: string;
  readonly area: Area;
  readonly learnMore: string;
}

export interface BankAccount {
  readonly beneficiary: string;
  readonly bank: string;
  /** An IBAN or the local account number, as it is printed on a wire. */
  readonly account: string;
  readonly swift: string;
}

export interface CountryTerms {
  readonly currency: Currency;
  /** Net, per year. */
  readonly fees: Readonly<Record<Level, Money>>;
  /** Hundredths of a percent: 21 % is 2100. */
  readonly taxBasisPoints: number;
  readonly methods: readonly PaymentMethod[];
  /** IANA: where the capital is; decides when people whose own is not known are reminded. */
  readonly timeZone: string;
}

/** Full hours of a working day, local time: from the first up to, not including, the second. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** When people are reminded. */
export interface ReminderSchedule {
  /** Days of a transfer order, counted from its creation; ascending. */
  readonly unpaid: readonly number[];
  /** Days before the anniversary. */
  readonly beforeAnniversary: number;
  /** Days after the anniversary, inside the renewal window. */
  readonly afterAnniversary: number;
  /** Monday to Friday. */
  readonly workingHours: WorkingHours;
}

export const linkNames = [
  'competencies',
  'licences',
  'compareOffers',
  'joinNetwork',
  'roles',
  'findGlobalAdmin',
  'taxId',
  'addresses',
  'agreement',
  'support',
] as const;
export type LinkName = (typeof linkNames)[number];

/** What is sold, at which terms: read from the catalogue file, checked whole at start. */
export interface Catalogue {
  readonly payee: { readonly name: string; readonly country: CountryCode };
  readonly competencies: readonly Competency[];
  readonly countries: Readonly<Record<CountryCode, CountryTerms>>;
  /** By currency: where a transfer goes. */
  readonly bankAccounts: Readonly<Record<string, BankAccount>>;
  /** By currency: how much a bank may keep back as charges without the payment being short. */
  readonly tolerances: Readonly<Record<string, Money>>;
  readonly upgradeDiscountBasisPoints: number;
  /** The last day on which an order may be paid; the day of creation is day 0. */
  readonly orderDays: number;
  readonly refundDays: number;
  /** Days after the anniversary; both included. */
  readonly renewalWindow: { readonly opens: number; readonly closes: number };
  readonly reminders: ReminderSchedule;
  readonly agreement: { readonly version: string };
  readonly rolesThatBuy: readonly Role[];
  readonly links: Readonly<Record<LinkName, string>>;
}

export const termsOf = (catalogue: Catalogue, country: CountryCode): CountryTerms => {
  const terms = catalogue.countries[country];
  if (!terms) throw new RangeError(`no fee for country ${country}`);
  return terms;
};

export const competencyOf = (catalogue: Catalogue, id: CompetencyId): Competency | undefined =>
  catalogue.competencies.find((competency) => competency.id === id);
