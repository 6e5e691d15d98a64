import type { Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import { simpleCard, type Card } from './elements.ts';
import type { OrderLine } from './purchased.ts';

export interface OrderChoice {
  readonly purpose: 'proof' | 'cancel';
  readonly nonce: CommandId;
  readonly orders: readonly OrderLine[];
}

/** Which order? */
export const chooseOrderCard = (language: Language, choice: OrderChoice): Card =>
  simpleCard(language, choice.nonce);
