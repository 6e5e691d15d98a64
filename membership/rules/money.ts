import type { Branded } from './ids.ts';

/** An ISO 4217 alphabetic code. */
export type Currency = Branded<string, 'Currency'>;

/** An amount in the currency's minor unit: EUR 12.50 is 1250, JPY 12 is 12, KWD 1.250 is 1250. */
export interface Money {
  readonly currency: Currency;
  readonly minor: number;
}

/** ISO 4217's minor units where they are not two. */
const digitsThatDiffer: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
  CLF: 4,
  UYW: 4,
};

const known = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): code is Currency => known.has(code);

/** ISO 4217's number of digits after the decimal sign. */
export const minorDigits = (currency: Currency): number => digitsThatDiffer[currency] ?? 2;

export const money = (currency: Currency, minor: number): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`);
  return { currency, minor };
};

export const zero = (currency: Currency): Money => money(currency, 0);

const inOneCurrency = (a: Money, b: Money): Currency => {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up`);
  return a.currency;
};

export const plus = (a: Money, b: Money): Money => money(inOneCurrency(a, b), a.minor + b.minor);
export const minus = (a: Money, b: Money): Money => money(inOneCurrency(a, b), a.minor - b.minor);
export const least = (a: Money, b: Money): Money => money(inOneCurrency(a, b), Math.min(a.minor, b.minor));
export const sum = (currency: Currency, parts: readonly Money[]): Money => parts.reduce(plus, zero(currency));

/**
 * A share of an amount, rounded half up to the minor unit.
 * @param basisPoints hundredths of a percent: 25 % is 2500
 */
export const share = (whole: Money, basisPoints: number): Money => {
  const exact = BigInt(whole.minor) * BigInt(basisPoints);
  return money(whole.currency, Number((exact + 5_000n) / 10_000n));
};

/**
 * Reads a decimal of the catalogue or a bank's file, such as "3800.00".
 * @returns undefined where the text is no plain decimal or has more digits than the currency
 */
export const parseMoney = (currency: Currency, decimal: string): Money | undefined => {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(decimal);
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  const digits = minorDigits(currency);
  if (fraction.length > digits) return undefined;
  return money(currency, Number(whole + fraction.padEnd(digits, '0')));
};

/** The inverse of {@link parseMoney}: "3800.00". */
export const toDecimal = ({ currency, minor }: Money): string => {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};
