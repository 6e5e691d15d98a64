import * as z from 'zod';
import { areas, linkNames, paymentMethods, roles, type Level } from '../../membership/rules/catalogue.ts';
import { isCompetencyId } from '../../membership/rules/ids.ts';
import { isCurrency } from '../../membership/rules/money.ts';
import { isTimeZone } from '../../membership/rules/working-hours.ts';
import { hasIbanCheckDigits, looksLikeIban } from './iban.ts';

const line = z.string().trim().min(1).max(200);
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;

const https = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', {
  error: 'is not an https link',
});
const country = z.string().refine(isCountry, { error: 'is not an ISO 3166 country code' });
const currency = z.string().refine(isCurrency, { error: 'is not an ISO 4217 currency code' });
const competencyId = z
  .string()
  .refine(isCompetencyId, { error: 'is not words of a-z and 0-9 joined by hyphens' });

/** A decimal, so that no amount passes through a floating point number. */
const decimal = z.string().regex(/^\d{1,12}(\.\d+)?$/, { error: 'is not an amount such as "3800.00"' });

/** "21" or "8.875" is too fine: hundredths of a percent are kept. */
const percent = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,2})?$|^100$/, {
    error: 'is not a percentage from "0" to "100" with two decimals at most',
  })
  .transform((text) => Math.round(Number(text) * 100));

const days = z.int().min(1).max(365);
const timeZone = z.string().refine(isTimeZone, { error: 'is not a time zone such as "Europe/Dublin"' });
const hour = z.int().min(0).max(24);
const someOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .array(z.enum(words))
    .min(1)
    .refine((list) => new Set(list).size === list.length, { error: 'has an entry twice' });

const account = z
  .string()
  .trim()
  .min(4)
  .max(40)
  .refine((text) => !looksLikeIban(text) || hasIbanCheckDigits(text), {
    error: 'has wrong IBAN check digits',
  });

/** One schema a section, so that what is wrong in one does not hide what is wrong in another. */
export const sections = {
  payee: z.strictObject({ name: line, country }),
  competencies: z
    .array(z.strictObject({ id: competencyId, name: line, area: z.enum(areas), learnMore: https }))
    .min(1),
  countries: z.record(
    country,
    z.strictObject({
      currency,
      fees: z.strictObject({ silver: decimal, gold: decimal } satisfies Record<Level, unknown>),
      tax: percent,
      methods: someOf(paymentMethods),
      timeZone,
    }),
  ),
  bankAccounts: z.record(
    currency,
    z.strictObject({
      beneficiary: line,
      bank: line,
      account,
      swift: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, { error: 'is not a SWIFT code' }),
    }),
  ),
  tolerances: z.record(currency, decimal),
  upgradeDiscount: percent,
  orderDays: days,
  refundDays: days,
  renewalWindow: z
    .strictObject({ opens: days, closes: days })
    .refine(({ opens, closes }) => opens <= closes, { error: 'closes before it opens' }),
  reminders: z.strictObject({
    unpaid: z
      .array(days)
      .min(1)
      .refine((list) => list.every((day, at) => day > (list[at - 1] ?? 0)), { error: 'is not ascending' }),
    beforeAnniversary: days,
    afterAnniversary: days,
    workingHours: z
      .strictObject({ from: hour, to: hour })
      .refine(({ from, to }) => from < to, { error: 'ends before it begins' }),
  }),
  agreement: z.strictObject({ version: line }),
  rolesThatBuy: someOf(roles),
  links: z.record(z.enum(linkNames), https),
} as const;

export type SectionName = keyof typeof sections;
export type Sections = { readonly [Name in SectionName]: z.output<(typeof sections)[Name]> };
