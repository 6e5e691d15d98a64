import Stripe from 'stripe';
import type { ReadCardNews } from '../../membership/ports.ts';
import type { Instant } from '../../membership/rules/calendar.ts';
import type { CommandId } from '../../membership/rules/ids.ts';
import { newsOf, stripeEvent } from './events.ts';

export interface StripeNewsOptions {
  /** Each is valid: while rotating there are two. */
  readonly secrets: readonly string[];
  /** Whether this deployment takes real money. */
  readonly live: boolean;
  readonly now: () => Instant;
}

/** Seconds that a message may be older, or its sender's clock ahead. */
const toleranceSeconds = 300;

/** The SDK looks for what is too old alone. */
const isFromTheFuture = (signature: string, now: number): boolean =>
  [...signature.matchAll(/(?:^|,)t=(\d+)/g)].some(
    ([, seconds]) => Number(seconds) - now / 1_000 > toleranceSeconds,
  );

/** The event, if one of the secrets has signed these very bytes a short while ago. */
const verified = (options: StripeNewsOptions, body: Uint8Array, signature: string): unknown => {
  const now = Date.parse(options.now());
  if (isFromTheFuture(signature, now)) return undefined;
  for (const secret of options.secrets)
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds, undefined, now);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  return undefined;
};

/**
 * Reads what is posted to the webhook: its raw bytes and its `stripe-signature` header. News of a payment is told in
 * either mode, for the deed to judge; other news of the other mode is nothing to us. Throws for a genuine event that
 * is not of the form that its type promises: it must not be acknowledged and lost.
 */
export const readStripeNews =
  (options: StripeNewsOptions) =>
  (body: Uint8Array, signature: string | undefined): ReadCardNews => {
    const genuine = signature === undefined ? undefined : verified(options, body, signature);
    if (genuine === undefined) return { kind: 'forged' };
    const event = stripeEvent.parse(genuine);
    const news = newsOf(event);
    if (!news || (news.kind !== 'paid' && event.livemode !== options.live)) return { kind: 'ignored' };
    return { kind: 'news', id: `stripe:${event.id}` as CommandId, news };
  };
