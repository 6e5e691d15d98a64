import type { Day } from '../membership/rules/calendar.ts';
import type { Competency, LinkName, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { Money } from '../membership/rules/money.ts';
import type { Order } from '../membership/rules/order.ts';
import type { News } from '../membership/rules/message.ts';
import type { Remaining } from '../membership/rules/remaining.ts';

/** An order as its card shows it to one reader. */
export interface OrderView {
  readonly order: Order;
  readonly competency: Competency;
  readonly mpnId: string;
  readonly today: Day;
  /** What the partner has to its credit in the order's currency. */
  readonly credit?: Money | undefined;
  /** Money came in for it that an operator has to place: it must not be paid a second time. */
  readonly held?: boolean | undefined;
  /** The last proof's file was handed in for another order of this partner too. */
  readonly sharedProof?: boolean | undefined;
  /** What has just happened; shown on top. */
  readonly news?: News | undefined;
  /** Whether the reader has a role that may act on the order. */
  readonly mayAct: boolean;
  readonly links: Readonly<Record<LinkName, string>>;
  /** Pages outside Teams that this reader can open: to pay on, and the receipt. */
  readonly urls: { readonly pay?: string | undefined; readonly receipt?: string | undefined };
  /** What can be paid by now, in this country and at this deployment. */
  readonly methods: readonly PaymentMethod[];
  /** Of an active order: until when its membership is paid. */
  readonly anniversary?: Day | undefined;
  /** Of an order whose fee went back: the benefits that the partner has. */
  readonly remains?: Remaining | undefined;
  /** Who asked for the fee back; their name. */
  readonly refundBy?: string | undefined;
  /** Its membership can be renewed now, or its fee asked back. */
  readonly may?: { readonly renew: boolean; readonly refund: boolean } | undefined;
  readonly renewal?: { readonly opens: Day; readonly closes: Day } | undefined;
}
