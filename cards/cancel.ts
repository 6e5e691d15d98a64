import type { Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Order } from '../membership/rules/order.ts';
import { simpleCard, type Card } from './elements.ts';

export interface Cancellation {
  readonly nonce: CommandId;
  readonly order: Order;
  readonly competency: Competency;
}

/** Really cancel? */
export const cancelCard = (language: Language, cancellation: Cancellation): Card =>
  simpleCard(language, cancellation.nonce);
