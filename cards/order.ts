import type { Competency, Language, LinkName } from '../membership/rules/catalogue.ts';
import type { Day } from '../membership/rules/calendar.ts';
import type { Money } from '../membership/rules/money.ts';
import type { Order } from '../membership/rules/order.ts';
import type { News } from '../membership/rules/partner.ts';
import { simpleCard, type Card } from './elements.ts';

export interface OrderView {
  readonly order: Order;
  readonly competency: Competency;
  readonly mpnId: string;
  readonly today: Day;
  /** What the partner has to its credit in the order's currency. */
  readonly credit?: Money | undefined;
  /** What has just happened; shown on top. */
  readonly news?: News | undefined;
  /** Whether the reader has a role that may act on the order. */
  readonly mayAct: boolean;
  readonly links: Readonly<Record<LinkName, string>>;
  /** Of an active order: until when its membership is paid. */
  readonly anniversary?: Day | undefined;
  readonly renewal?: { readonly opens: Day; readonly closes: Day } | undefined;
}

/** An order, whatever its state: what was bought, what is due, what happens next, and what can be done now. */
export const orderCard = (language: Language, view: OrderView): Card => simpleCard(language, view.mpnId);
