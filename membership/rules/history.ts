import type { Day, Instant } from './calendar.ts';
import type {
  AadObjectId,
  AttemptKey,
  OrderNumber,
  PaymentId,
  ProofHash,
  PersonId,
  RequestId,
} from './ids.ts';
import type { Money } from './money.ts';
import type { Level, PaymentMethod, Role } from './catalogue.ts';
import type { AttemptEnd } from './order.ts';
import type { Contact } from './organisation.ts';
import type { Reminder } from './reminder.ts';

/** One of the payee's own staff; whether somebody is one is judged before a deed is called. */
export interface Operator extends PersonId {
  readonly name: string;
}

/** Who did it. */
export type Actor =
  | { readonly kind: 'person'; readonly aadObjectId: AadObjectId; readonly name: string }
  | ({ readonly kind: 'operator' } & Operator)
  | { readonly kind: 'bank' }
  | { readonly kind: 'gateway' }
  | { readonly kind: 'clock' };

/** What happened. */
export type PartnerEvent =
  | {
      readonly type: 'orderPlaced';
      readonly order: OrderNumber;
      readonly method: PaymentMethod;
      readonly total: Money;
    }
  | { readonly type: 'agreementAccepted'; readonly order: OrderNumber; readonly version: string }
  | { readonly type: 'taxIdChanged'; readonly from?: string | undefined; readonly to?: string | undefined }
  | { readonly type: 'contactChanged'; readonly from: Contact; readonly to: Contact }
  | { readonly type: 'proofSubmitted'; readonly order: OrderNumber; readonly hash: ProofHash }
  | { readonly type: 'proofRejected'; readonly order: OrderNumber; readonly reason: string }
  | {
      readonly type: 'proofHeld';
      readonly order: OrderNumber;
      readonly hash: ProofHash;
      readonly note: string;
    }
  | {
      readonly type: 'paymentReceived';
      readonly order: OrderNumber;
      readonly payment: PaymentId;
      readonly amount: Money;
    }
  | {
      readonly type: 'moneyHeld';
      readonly order: OrderNumber;
      readonly payment: PaymentId;
      readonly amount: Money;
    }
  /** A visit to the gateway's page was asked for, was declined there, or ended without money. */
  | { readonly type: 'cardPageAsked'; readonly order: OrderNumber; readonly attempt: AttemptKey }
  | { readonly type: 'cardDeclined'; readonly order: OrderNumber; readonly attempt: AttemptKey }
  | {
      readonly type: 'cardPageEnded';
      readonly order: OrderNumber;
      readonly attempt: AttemptKey;
      readonly end: AttemptEnd;
    }
  /** An operator saw the money before any statement, and wrote down the bank's reference. */
  | {
      readonly type: 'markedByHand';
      readonly order: OrderNumber;
      readonly payment: PaymentId;
      readonly reference: string;
    }
  /** It had been marked by mistake. */
  | {
      readonly type: 'markWithdrawn';
      readonly order: OrderNumber;
      readonly payment: PaymentId;
      readonly amount: Money;
    }
  /** A statement's line was the same money: nothing was added. */
  | {
      readonly type: 'lineConfirmed';
      readonly order: OrderNumber;
      readonly payment: PaymentId;
      readonly line: PaymentId;
    }
  | { readonly type: 'creditKept'; readonly order: OrderNumber; readonly amount: Money }
  | { readonly type: 'creditTakenUp'; readonly order: OrderNumber; readonly amount: Money }
  /** A charge went back of which this was kept, held, or waiting on an open order. */
  | { readonly type: 'moneyTakenBack'; readonly order: OrderNumber; readonly amount: Money }
  /** Credit or held money, by the operator's bank. */
  | {
      readonly type: 'moneyPaidBack';
      readonly order: OrderNumber;
      readonly payment: PaymentId;
      readonly amount: Money;
      readonly on: Day;
      readonly reference: string;
    }
  | { readonly type: 'orderActivated'; readonly order: OrderNumber }
  | { readonly type: 'orderExpired'; readonly order: OrderNumber }
  | { readonly type: 'orderCancelled'; readonly order: OrderNumber }
  | {
      readonly type: 'orderRefunded';
      readonly order: OrderNumber;
      readonly amount: Money;
      readonly reference: string;
      /** Where the operator's bank paid it: the day. */
      readonly on?: Day | undefined;
    }
  | {
      readonly type: 'refundRequested';
      readonly order: OrderNumber;
      readonly reason?: string | undefined;
    }
  /** Before the gateway was asked to pay. */
  | { readonly type: 'refundApproved'; readonly order: OrderNumber }
  | { readonly type: 'refundDeclined'; readonly order: OrderNumber; readonly reason: string }
  | { readonly type: 'orderReversed'; readonly order: OrderNumber }
  | {
      readonly type: 'membershipEnded';
      readonly level: Level;
      readonly as: 'upgraded' | 'refunded' | 'reversed';
    }
  | { readonly type: 'membershipRestored'; readonly level: Level }
  | { readonly type: 'reminded'; readonly reminder: Reminder; readonly to: readonly AadObjectId[] }
  | { readonly type: 'roleAsked'; readonly request: RequestId; readonly of: AadObjectId }
  | { readonly type: 'roleGranted'; readonly to: AadObjectId; readonly role: Role }
  | { readonly type: 'roleDeclined'; readonly to: AadObjectId };

export interface HistoryEntry {
  readonly at: Instant;
  readonly by: Actor;
  /** Through what it was done: a card, a typed word, a statement … */
  readonly through: Through;
  readonly event: PartnerEvent;
}

export type Through = 'card' | 'word' | 'file' | 'statement' | 'webhook' | 'timer' | 'import';
