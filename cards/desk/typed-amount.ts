import type { Language } from '../../membership/rules/catalogue.ts';
import { minorDigits, parseMoney, type Currency, type Money } from '../../membership/rules/money.ts';

const decimalSigns = { en: '.', nl: ',', sv: ',' } as const satisfies Record<Language, string>;

/** The sign before the minor unit, if the text has one; `undefined` where it could be either. */
const decimalSign = (language: Language, number: string, digits: number): string | undefined => {
  const signs = [...number.matchAll(/[.,]/g)].map(([sign]) => sign);
  const last = signs.at(-1);
  if (last === undefined) return '';
  const after = number.length - number.lastIndexOf(last) - 1;
  // Two kinds of sign: the last one is the decimal sign. One kind, twice: it divides thousands.
  if (new Set(signs).size === 2) return signs.indexOf(last) === signs.length - 1 ? last : undefined;
  if (signs.length > 1) return '';
  if (after !== 3) return last;
  // One sign and three digits: thousands, but where the currency has three the language decides.
  return digits === 3 && last === decimalSigns[language] ? last : '';
};

const isGrouped = (whole: string): boolean => /^\d+$/.test(whole) || /^\d{1,3}([.,' ]\d{3})+$/.test(whole);

/**
 * An amount as people write it, whatever their habit: 1.845,00 and 1,845.00 and 1 845,00 and 1'845.00 are the same.
 * @returns undefined where it can't be read, or names another currency
 */
export const parseTypedAmount = (
  language: Language,
  currency: Currency,
  typed: string,
): Money | undefined => {
  const text = typed
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const [, before, number = '', behind] = /^(?:([A-Za-z]{3}) ?)?(.*?)(?: ?([A-Za-z]{3}))?$/.exec(text) ?? [];
  const code = before ?? behind;
  if (code !== undefined && code.toUpperCase() !== currency) return undefined;
  const sign = decimalSign(language, number, minorDigits(currency));
  if (sign === undefined) return undefined;
  const at = sign === '' ? number.length : number.lastIndexOf(sign);
  const [whole, fraction] = [number.slice(0, at), number.slice(at + 1)];
  if (!isGrouped(whole) || !/^\d*$/.test(fraction) || (sign !== '' && fraction === '')) return undefined;
  return parseMoney(currency, `${whole.replace(/\D/g, '')}${fraction === '' ? '' : `.${fraction}`}`);
};
