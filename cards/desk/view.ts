import type { BankAccount, Competency } from '../../membership/rules/catalogue.ts';
import type { Day } from '../../membership/rules/calendar.ts';
import type { HistoryEntry } from '../../membership/rules/history.ts';
import type { MpnId, OrderNumber, PaymentId } from '../../membership/rules/ids.ts';
import type { Money } from '../../membership/rules/money.ts';
import type { Order } from '../../membership/rules/order.ts';
import type { NameOf } from './events.ts';
import type { DeskForm } from './actions.ts';

/**
 * Money that an operator may have to settle: credit, held money of a partner, a bank line that names nobody, or what was
 * marked by hand and can still be withdrawn.
 */
export interface DeskMoney {
  readonly kind: 'credit' | 'held' | 'line' | 'marked';
  readonly payment: PaymentId;
  readonly amount: Money;
  readonly since: Day;
  /** Why it is held. */
  readonly because?: HeldWhy | undefined;
  readonly account?: BankAccount['account'] | undefined;
  /** The bank's own. */
  readonly text?: string | undefined;
  /** The order that it came for, or that is suggested for it. */
  readonly order?: OrderNumber | undefined;
  readonly organisation?: string | undefined;
  /** It may be put on an order; it may be paid back; its mark may be withdrawn. */
  readonly may: readonly ('place' | 'payBack' | 'withdraw')[];
}

export type HeldWhy =
  | 'noReference'
  | 'unknownOrder'
  | 'otherPartner'
  | 'wrongCurrency'
  | 'otherAccount'
  | 'differsFromHand'
  | 'wrongAmount'
  | 'wrongMode';

/** An order as operators see it. */
export interface DeskOrderView {
  readonly order: Order;
  readonly competency: Competency;
  readonly organisation: string;
  readonly mpnId: MpnId;
  readonly today: Day;
  readonly nameOf: NameOf;
  /** The operator's own organisation's: they may look, and no more. */
  readonly own: boolean;
  /** What can be done about it now. */
  readonly forms: readonly DeskForm[];
  /** Credit and held money that has to do with it. */
  readonly money: readonly DeskMoney[];
  /** What this operator has just done, or why not. */
  readonly said?: { readonly style: 'good' | 'attention'; readonly words: string } | undefined;
  /** What somebody else did last; shown where a card changes by itself. */
  readonly last?: HistoryEntry | undefined;
  /** Where the proof's document opens; undefined where there is none. */
  readonly document?: string | undefined;
  /** Of the oldest first: where its proof stands among those to be reviewed. */
  readonly queue?: { readonly place: number; readonly count: number } | undefined;
}
