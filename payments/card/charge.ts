import { z } from 'zod';
import type { CardCharge } from '../../membership/gateway-ports.ts';
import { dayOf, instant, type Instant } from '../../membership/rules/calendar.ts';
import {
  isAttemptKey,
  type AttemptKey,
  type CardSession,
  type OrderNumber,
  type PaymentId,
} from '../../membership/rules/ids.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import { fromGateway } from './amounts.ts';

/** Seconds since 1970, as the gateway tells time. */
export const moment = (seconds: number): Instant => instant(new Date(seconds * 1_000));

/** What we write on all that we ask for, and know it by. */
export interface Ours {
  readonly order: OrderNumber;
  readonly attempt: AttemptKey;
}

/** @returns undefined for what another shop on the same account has asked for */
export const oursOf = (metadata: Readonly<Record<string, string>> | null | undefined): Ours | undefined => {
  const { order = '', attempt = '' } = metadata ?? {};
  return isOrderNumber(order) && isAttemptKey(attempt) && attempt.startsWith(`${order}-`)
    ? { order, attempt }
    : undefined;
};

export const metadata = z.record(z.string(), z.string()).nullish();

const expandedIntent = z.object({
  id: z.string(),
  latest_charge: z.union([z.string(), z.object({ created: z.int() })]).nullish(),
});

/** A visit to the hosted page, bare as events bring it or with its payment as we ask for it. */
export const checkoutSession = z.object({
  id: z.string(),
  status: z.string().nullish(),
  payment_status: z.string(),
  payment_intent: z.union([z.string(), expandedIntent]).nullish(),
  amount_total: z.int().nullish(),
  currency: z.string().nullish(),
  livemode: z.boolean(),
  metadata,
});
export type CheckoutSession = z.infer<typeof checkoutSession>;

/** The payment's id: the one name that the page, refunds and disputes all know it by. */
export const intentIdOf = (
  intent: string | { readonly id: string } | null | undefined,
): string | undefined => (typeof intent === 'string' ? intent : intent?.id);

/** When the card was charged, where that was asked for. */
const chargedAt = ({ payment_intent: intent }: CheckoutSession): number | undefined => {
  const charge = typeof intent === 'object' ? intent?.latest_charge : undefined;
  return typeof charge === 'object' ? charge?.created : undefined;
};

/**
 * The money that a paid session has taken.
 * @param told seconds; when the gateway told it, taken for the time of the charge where that is not said
 * Throws a RangeError where it is ours and paid, and yet lacks its payment or its amount.
 * @returns undefined where it is not ours, or not paid
 */
export const chargeOf = (session: CheckoutSession, told: number): CardCharge | undefined => {
  const ours = oursOf(session.metadata);
  const id = intentIdOf(session.payment_intent);
  const { amount_total: amount, currency } = session;
  if (!ours || session.payment_status !== 'paid') return undefined;
  if (!id || typeof amount !== 'number' || !currency)
    throw new RangeError('a paid page lacks its payment or amount');
  return {
    ...ours,
    id: id as PaymentId,
    session: session.id as CardSession,
    amount: fromGateway({ currency, amount }),
    on: dayOf(moment(chargedAt(session) ?? told)),
    live: session.livemode,
  };
};
