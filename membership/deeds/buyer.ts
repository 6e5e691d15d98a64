import { termsOf, type CountryCode, type PaymentMethod } from '../rules/catalogue.ts';
import type { Contact } from '../rules/organisation.ts';
import type { Refusal } from '../rules/refusals.ts';
import { isTaxId } from '../rules/tax.ts';
import type { DeedPorts } from './perform.ts';

/** What can be paid by, in this country and at this deployment. */
export const methodsFor = (
  { catalogue, methods }: Pick<DeedPorts, 'catalogue' | 'methods'>,
  country: CountryCode,
): readonly PaymentMethod[] =>
  termsOf(catalogue, country).methods.filter((method) => methods.includes(method));

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** What of the buyer's data is wrong; nothing is issued before it is right. An absent tax ID is no fault. */
export const buyerRefusals = (
  country: CountryCode,
  buyer: { readonly taxId?: string | undefined; readonly contact: Contact },
): readonly Refusal[] => {
  const missing = [
    ...(buyer.contact.name.trim() ? [] : ['name' as const]),
    ...(isEmail(buyer.contact.email) ? [] : ['email' as const]),
    ...(buyer.contact.phone.trim() ? [] : ['phone' as const]),
  ];
  return [
    ...(buyer.taxId !== undefined && !isTaxId(country, buyer.taxId)
      ? [{ kind: 'taxIdInvalid' as const, taxId: buyer.taxId }]
      : []),
    ...(missing.length ? [{ kind: 'contactIncomplete' as const, missing }] : []),
  ];
};
