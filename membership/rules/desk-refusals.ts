import type { Day, Instant } from './calendar.ts';
import type { PaymentMethod } from './catalogue.ts';
import type { OrderNumber } from './ids.ts';
import type { Currency, Money } from './money.ts';
import type { OrderState } from './order.ts';

/** Why an active order is not refunded. */
export type RefundObstacle = 'notActive' | 'tooLate' | 'benefitsUsed' | 'silverAfterUpgrade';

/** Why a mark by hand can't be withdrawn: a statement has confirmed it, it was withdrawn, or something came of it. */
export type WithdrawObstacle = 'confirmed' | 'withdrawn' | 'counted';

/** What has been decided of a refund request or a payment proof, so that nobody decides it a second time. */
export type Decided =
  'refunded' | 'refundApproved' | 'refundDeclined' | 'paid' | 'proofRejected' | 'proofHeld';

/** The expected "no" of what operators do with money, and of a refund that a partner asks for. */
export type DeskRefusal =
  | { readonly kind: 'unknownOrder'; readonly order: OrderNumber }
  /** Nobody acts on an order of the organisation they belong to. */
  | { readonly kind: 'ownOrganisation' }
  | {
      readonly kind: 'takesNoTransfer';
      readonly order: OrderNumber;
      readonly method: PaymentMethod;
      readonly state: OrderState;
    }
  | { readonly kind: 'dayInFuture'; readonly day: Day }
  | { readonly kind: 'dayTooEarly'; readonly day: Day; readonly earliest: Day }
  | { readonly kind: 'amountNotPositive' }
  | {
      readonly kind: 'currencyDiffers';
      readonly order: OrderNumber;
      readonly currency: Currency;
      readonly given: Currency;
    }
  | { readonly kind: 'accountUnknown'; readonly account: string }
  | { readonly kind: 'leftEmpty'; readonly field: 'reference' | 'reason' | 'note' }
  /** The same money is in the ledger already; with who marked it, where somebody did. */
  | {
      readonly kind: 'moneyKnown';
      readonly order: OrderNumber;
      readonly day: Day;
      readonly by?: string | undefined;
    }
  | { readonly kind: 'unknownLine' }
  | {
      readonly kind: 'alreadyPlaced';
      readonly order: OrderNumber;
      readonly placed?: { readonly by: string; readonly at: Instant } | undefined;
    }
  /** It is held at another partner, for this order of theirs. */
  | { readonly kind: 'heldForOther'; readonly order: OrderNumber }
  /** It may be the money that was marked by hand for this order, which no statement has confirmed yet. */
  | { readonly kind: 'differsFromHand'; readonly order: OrderNumber; readonly marked: Money }
  | {
      readonly kind: 'refundNotPossible';
      readonly order: OrderNumber;
      readonly because: Exclude<RefundObstacle, 'tooLate'> | 'alreadyRequested';
    }
  | { readonly kind: 'refundTooLate'; readonly order: OrderNumber; readonly lastDay: Day }
  | { readonly kind: 'noRefundRequest'; readonly order: OrderNumber }
  | { readonly kind: 'refundDiffers'; readonly order: OrderNumber; readonly toPay: Money }
  | { readonly kind: 'gatewayRefused'; readonly order: OrderNumber; readonly code: string }
  | {
      readonly kind: 'alreadyDecided';
      readonly order: OrderNumber;
      readonly as: Decided;
      readonly at: Instant;
      /** Where a person did. */
      readonly by?: string | undefined;
    }
  | { readonly kind: 'nothingToPayBack' }
  | { readonly kind: 'moreThanThere'; readonly left: Money }
  | {
      readonly kind: 'alreadyPaidBack';
      readonly amount: Money;
      readonly on: Day;
      readonly by?: string | undefined;
    }
  | { readonly kind: 'cannotWithdraw'; readonly order: OrderNumber; readonly because: WithdrawObstacle }
  | { readonly kind: 'proofReplaced'; readonly order: OrderNumber };
