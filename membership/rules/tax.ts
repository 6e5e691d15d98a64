import { LRUCache } from 'lru-cache';
import { entityValidators, euVat, type Validator } from 'stdnum';
import type { CountryCode } from './catalogue.ts';
import type { Taxpayer } from './organisation.ts';

export type TaxTreatment = 'domestic' | 'reverseCharge';

/** The European Union's members as VAT sees them. */
const union = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

const tidy = (taxId: string): string => taxId.toUpperCase().replace(/[\s.-]/g, '');

const vatPrefix = (country: CountryCode): string => (country === 'GR' ? 'EL' : country);

/** Some of the library's checks throw at what is far from a number: that too is a no. */
const passes = (validators: readonly Validator[] | undefined, taxId: string): boolean =>
  (validators ?? []).some((validator) => {
    try {
      return validator.validate(taxId).isValid;
    } catch {
      return false;
    }
  });

/** A form asks several times about the one it shows. */
const judged = new LRUCache<string, boolean>({ max: 2_000 });

const isUnionVatId = (country: CountryCode, taxId: string): boolean => {
  const bare = tidy(taxId);
  if (!bare.startsWith(vatPrefix(country))) return false;
  const key = `${country} ${bare}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  const valid = passes(euVat[country], bare);
  judged.set(key, valid);
  return valid;
};

/**
 * Form and check digit of a tax ID; an issued invoice can't be changed, so this comes before the order.
 * In the Union it is the VAT ID with its country prefix; elsewhere the country's number for organisations.
 * Where the country has no published check, any text of 2 to 30 letters, digits and signs passes.
 */
export const isTaxId = (country: CountryCode, taxId: string): boolean => {
  if (union.has(country)) return isUnionVatId(country, taxId);
  const validators = entityValidators[country];
  if (!validators?.length) return /^[\p{L}\p{N} ./-]{2,30}$/u.test(taxId.trim());
  return passes(validators, taxId);
};

/**
 * A typed tax ID as it is kept: in the Union without spaces and signs, and with the country's prefix, which
 * people leave out at home. What is not valid is left as it was typed, so that it can be shown and corrected.
 */
export const canonicalTaxId = (country: CountryCode, typed: string): string => {
  if (!union.has(country)) return typed.trim();
  const prefix = vatPrefix(country);
  const bare = tidy(typed);
  const whole = bare.startsWith(prefix) ? bare : prefix + bare;
  return isUnionVatId(country, whole) ? whole : typed.trim();
};

/** Reverse charge: a valid EU VAT ID in another country than the payee's. */
export const taxTreatment = (payeeCountry: CountryCode, buyer: Taxpayer): TaxTreatment =>
  buyer.country !== payeeCountry &&
  union.has(buyer.country) &&
  buyer.taxId !== undefined &&
  isUnionVatId(buyer.country, buyer.taxId)
    ? 'reverseCharge'
    : 'domestic';
