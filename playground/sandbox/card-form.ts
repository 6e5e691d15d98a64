import { outcomeOf, type CardOutcome } from './test-cards.ts';

/** What is asked for beside the card itself, and shown again after an error. */
export const holderFields = ['name', 'line1', 'postalCode', 'city', 'country'] as const;
export type HolderField = (typeof holderFields)[number];
export type CardField = 'number' | 'expiry' | 'cvc';
export type Field = CardField | HolderField;

export type Holder = Readonly<Record<HolderField, string>>;
/** What is wrong with each field, by the name of its sentence. */
export type FieldErrors = ReadonlyMap<Field, 'number' | 'expiry' | 'cvc' | 'missing'>;

/** The number, expiry and code of a card end here: only what they lead to goes on. */
export type CardForm =
  | { readonly kind: 'card'; readonly outcome: CardOutcome; readonly holder: Holder }
  | { readonly kind: 'wrong'; readonly errors: FieldErrors; readonly holder: Holder };

export const emptyHolder: Holder = { name: '', line1: '', postalCode: '', city: '', country: '' };

/** @param now seconds since 1970; a card is good to the end of its month */
const isToCome = (expiry: string, now: number): boolean => {
  const match = /^(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d\d)$/.exec(expiry);
  return match !== null && Date.UTC(2000 + Number(match[2]), Number(match[1])) > now * 1_000;
};

const holderOf = (form: URLSearchParams): Holder => ({
  name: (form.get('name') ?? '').trim(),
  line1: (form.get('line1') ?? '').trim(),
  postalCode: (form.get('postalCode') ?? '').trim(),
  city: (form.get('city') ?? '').trim(),
  country: (form.get('country') ?? '').trim(),
});

/** @param now seconds since 1970 */
export const readCardForm = (form: URLSearchParams, now: number): CardForm => {
  const holder = holderOf(form);
  const outcome = outcomeOf(form.get('number') ?? '');
  const errors = new Map<Field, 'number' | 'expiry' | 'cvc' | 'missing'>();
  if (!outcome) errors.set('number', 'number');
  if (!isToCome((form.get('expiry') ?? '').trim(), now)) errors.set('expiry', 'expiry');
  if (!/^\d{3,4}$/.test((form.get('cvc') ?? '').trim())) errors.set('cvc', 'cvc');
  for (const field of holderFields) if (holder[field] === '') errors.set(field, 'missing');
  return outcome && errors.size === 0 ? { kind: 'card', outcome, holder } : { kind: 'wrong', errors, holder };
};
