import type { BankAccount, Language, Level, PaymentMethod } from './catalogue.ts';
import { addDays, dayOf, type Day, type Instant } from './calendar.ts';
import type {
  AadObjectId,
  AttemptKey,
  CardSession,
  CompetencyId,
  MpnId,
  OrderNumber,
  PaymentId,
  ProofHash,
} from './ids.ts';
import { minus, sum, zero, type Money } from './money.ts';
import type { Address, Contact } from './organisation.ts';
import type { Quote } from './pricing.ts';

/** An order's life as data: state → the states it may become. The diagram in docs/ is made from this. */
export const orderMoves = {
  awaitingCardPayment: ['active', 'cancelled', 'expired'],
  awaitingTransfer: ['proofUnderReview', 'active', 'cancelled', 'expired'],
  proofUnderReview: ['active', 'awaitingTransfer', 'expired'],
  active: ['refunded', 'reversed'],
  expired: ['active'],
  cancelled: [],
  refunded: [],
  reversed: [],
} as const satisfies Record<string, readonly string[]>;

export type OrderState = keyof typeof orderMoves;
export const orderStates = Object.keys(orderMoves) as readonly OrderState[];

export const mayBecome = (from: OrderState, to: OrderState): boolean =>
  (orderMoves[from] as readonly OrderState[]).includes(to);

export const openStates = ['awaitingCardPayment', 'awaitingTransfer', 'proofUnderReview'] as const;
export type OpenState = (typeof openStates)[number];
export const isOpen = (state: OrderState): state is OpenState =>
  (openStates as readonly string[]).includes(state);

/** Money that reached an order. */
export interface Payment {
  readonly id: PaymentId;
  readonly source: 'transfer' | 'card' | 'credit';
  readonly amount: Money;
  readonly valueDate: Day;
}

/** How a try to pay by card ended without money: the order waits on. */
export const attemptEnds = ['expired', 'closed', 'failed'] as const;
export type AttemptEnd = (typeof attemptEnds)[number];

/**
 * One try to pay by card on the gateway's page, recorded before the gateway is called.
 * - `opening`: the gateway was asked for a page, and what it did may not be known
 * - `open`: the page can be paid on
 * - `paid`, `ended`: over
 */
export interface CardAttempt {
  readonly key: AttemptKey;
  readonly amount: Money;
  readonly startedAt: Instant;
  /** Of the hosted page: the same key must always ask for the same page. */
  readonly language: Language;
  /** When the gateway is asked next how the attempt stands; it usually tells before. */
  readonly lookAt: Instant;
  readonly state: 'opening' | 'open' | 'paid' | 'ended';
  readonly session?: CardSession | undefined;
  /** The hosted page; worth nothing once the attempt is over. */
  readonly url?: string | undefined;
  readonly expiresAt?: Instant | undefined;
  /** A card was declined on the page, last at this moment; another can still be tried there. */
  readonly declinedAt?: Instant | undefined;
  readonly end?: AttemptEnd | undefined;
}

export interface ProofFields {
  readonly paymentDate: Day;
  readonly account: string;
  readonly reference?: string | undefined;
}

/** What was noticed of a proof's field: said and marked, never a reason to refuse it. */
export type ProofMark = 'futureDate' | 'dateBeforeOrder' | 'otherAccount';

export interface Proof extends ProofFields {
  readonly hash: ProofHash;
  readonly fileName: string;
  readonly type: ProofType;
  readonly bytes: number;
  readonly submittedAt: Instant;
  readonly submittedBy: AadObjectId;
  readonly marks: readonly ProofMark[];
  /** The same file was handed in for this other order. */
  readonly alsoFor?: OrderNumber | undefined;
  readonly rejected?: { readonly reason: string; readonly at: Instant } | undefined;
  /** An operator's note for colleagues, while it stays under review; the partner never reads it. */
  readonly held?: { readonly note: string; readonly at: Instant } | undefined;
}

export type ProofType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** Who pays, as it was when the order was placed: what is issued can't be changed. */
export interface Buyer {
  readonly mpnId: MpnId;
  readonly name: string;
  readonly taxId?: string | undefined;
  readonly contact: Contact;
  readonly billTo: Address;
  readonly soldTo: Address;
}

/** A partner's wish to have the fee back; it counts from `at`, whenever it is decided. */
export interface RefundRequest {
  readonly at: Instant;
  readonly by: AadObjectId;
  readonly reason?: string | undefined;
  /** An operator let the gateway pay it back; the order is refunded once the gateway has. */
  readonly approvedAt?: Instant | undefined;
  /** With the reason that the partner reads. */
  readonly declined?: { readonly reason: string; readonly at: Instant } | undefined;
}

/** Money that the operator's bank paid back. */
export interface PaidBack {
  readonly on: Day;
  readonly amount: Money;
  /** The bank's. */
  readonly reference: string;
}

export type OrderKind = 'new' | 'upgrade' | 'renewal';

export interface Order {
  readonly number: OrderNumber;
  readonly state: OrderState;
  readonly level: Level;
  readonly competency: CompetencyId;
  readonly kind: OrderKind;
  /** Of a renewal: the anniversary from which the next year runs. */
  readonly renews?: Day | undefined;
  readonly method: PaymentMethod;
  readonly placedAt: Instant;
  readonly placedBy: AadObjectId;
  readonly quote: Quote;
  /** Where a transfer goes; kept, so that a later change of the catalogue leaves this order alone. */
  readonly account?: BankAccount | undefined;
  /** The last day on which it may be paid. */
  readonly lastDay: Day;
  readonly buyer: Buyer;
  readonly agreement: { readonly version: string; readonly acceptedBy: AadObjectId; readonly at: Instant };
  readonly payments: readonly Payment[];
  /** Of a card order, oldest first; at most the last one is open. */
  readonly attempts?: readonly CardAttempt[] | undefined;
  /** Oldest first; the last one counts. */
  readonly proofs: readonly Proof[];
  /** The day on which the payment was complete. */
  readonly purchaseDate?: Day | undefined;
  /** When and by whom it was cancelled; without a person, by the purchase of a higher level. */
  readonly cancelled?: { readonly at: Instant; readonly by?: AadObjectId | undefined } | undefined;
  /** The last one. */
  readonly refundRequest?: RefundRequest | undefined;
  /** By the operator's bank, oldest first: the refunded fee, or credit and held money that came of this order. */
  readonly paidBack?: readonly PaidBack[] | undefined;
}

export const placedOn = (order: Order): Day => dayOf(order.placedAt);
export const lastDayOf = (placed: Instant, orderDays: number): Day => addDays(dayOf(placed), orderDays);
export const received = (order: Order): Money =>
  sum(
    order.quote.total.currency,
    order.payments.map((payment) => payment.amount),
  );
/** What is still to be paid, never less than nothing. */
export const due = (order: Order): Money => {
  const rest = minus(order.quote.total, received(order));
  return rest.minor > 0 ? rest : zero(rest.currency);
};
