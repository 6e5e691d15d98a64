import { type Card } from '../../../cards/elements.ts';
import { type Language } from '../../../membership/rules/catalogue.ts';

export interface Variant {
  readonly name: string;
  readonly make: (language: Language) => Card;
}
export const variant = (name: string, make: (language: Language) => Card): Variant => ({ name, make });
