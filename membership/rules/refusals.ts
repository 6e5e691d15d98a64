import type { Level, PaymentMethod } from './catalogue.ts';
import type { Day } from './calendar.ts';
import type { DeskRefusal } from './desk-refusals.ts';
import type { OrderNumber } from './ids.ts';
import type { OrderState } from './order.ts';
import type { Money } from './money.ts';
import type { RoleRefusal } from './role-request.ts';

/** Why an offer can't be bought, in the order in which the first that applies is shown. */
export type OfferReason =
  | { readonly reason: 'notAuthorised'; readonly globalAdmins: readonly string[] }
  | { readonly reason: 'accountNotVerified' }
  /** Without a day: its window is over, and the benefits go on as long as its renewal is open. */
  | { readonly reason: 'coveredByGold'; readonly until: Day | undefined }
  | { readonly reason: 'alreadyActive'; readonly anniversary: Day; readonly windowOpens: Day }
  | {
      readonly reason: 'orderInProgress';
      readonly order: OrderNumber;
      readonly level: Level;
      readonly state: OrderState;
    }
  | { readonly reason: 'requirementsNotMet' };

/** Why an order can't be cancelled. */
export type CancelObstacle = 'proofUnderReview' | 'moneyReceived' | 'ended' | 'active';

/** Every expected "no". Each has a sentence in each language in `cards/`; a missing one does not compile. */
export type Refusal =
  | {
      readonly kind: 'notAuthorised';
      readonly globalAdmins: readonly string[];
      /** Where none is known: the address of the page that tells how to find one. */
      readonly findGlobalAdmin?: string | undefined;
    }
  | { readonly kind: 'offerUnavailable'; readonly level: Level; readonly why: OfferReason }
  | { readonly kind: 'unknownCompetency' }
  | { readonly kind: 'methodNotOffered'; readonly method: PaymentMethod }
  | { readonly kind: 'agreementNotAccepted' }
  | { readonly kind: 'taxIdInvalid'; readonly taxId: string }
  | { readonly kind: 'contactIncomplete'; readonly missing: readonly ('name' | 'email' | 'phone')[] }
  | { readonly kind: 'quoteChanged' }
  | { readonly kind: 'orderNotFound' }
  | {
      readonly kind: 'cannotCancel';
      readonly order: OrderNumber;
      readonly state: OrderState;
      readonly because: CancelObstacle;
      readonly received?: Money | undefined;
    }
  /** It is not waiting for a card: paid, ended, or to be paid by transfer. */
  | { readonly kind: 'notPayableByCard'; readonly order: OrderNumber; readonly state: OrderState }
  /** The gateway does not answer, so that nobody knows whether its page was paid on. */
  | { readonly kind: 'gatewayUnsure'; readonly order: OrderNumber }
  | { readonly kind: 'proofNotExpected'; readonly order: OrderNumber; readonly state: OrderState }
  | RoleRefusal
  /** It is today, or over. */
  | { readonly kind: 'reminderDayPast' }
  /** `last`: on which somebody can still be reminded, Monday to Friday. */
  | { readonly kind: 'reminderDayTooLate'; readonly last: Day }
  /** It was settled, or is over. */
  | { readonly kind: 'nothingToRemind' }
  | DeskRefusal;
