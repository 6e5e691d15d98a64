import Stripe from 'stripe';
import type { ReadCardNews } from '../../membership/gateway-ports.ts';
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

const isSignedWith = (secret: string, body: Uint8Array, signature: string, now: number): boolean => {
  const { signature: helper } = Stripe.webhooks;
  try {
    return helper?.verifyHeader(body, signature, secret, toleranceSeconds, undefined, now) === true;
  } catch {
    // Not only its own error: of some malformed headers the SDK stumbles.
    return false;
  }
};

/** Whether one of the secrets has signed these very bytes a short while ago. */
const isGenuine = ({ secrets, now }: StripeNewsOptions, body: Uint8Array, signature: string): boolean => {
  const moment = Date.parse(now());
  return (
    !isFromTheFuture(signature, moment) &&
    secrets.some((secret) => isSignedWith(secret, body, signature, moment))
  );
};

/**
 * Reads what is posted to the webhook: its raw bytes and its `stripe-signature` header. News of a payment is told in
 * either mode, for the deed to judge; other news of the other mode is nothing to us. Throws for a genuine event that
 * is not of the form that its type promises: it must not be acknowledged and lost.
 */
export const readStripeNews =
  (options: StripeNewsOptions) =>
  (body: Uint8Array, signature: string | undefined): ReadCardNews => {
    if (signature === undefined || !isGenuine(options, body, signature)) return { kind: 'forged' };
    const event = stripeEvent.parse(JSON.parse(Buffer.from(body).toString('utf8')));
    const news = newsOf(event);
    if (!news || (news.kind !== 'paid' && event.livemode !== options.live)) return { kind: 'ignored' };
    return { kind: 'news', id: `stripe:${event.id}` as CommandId, news };
  };
