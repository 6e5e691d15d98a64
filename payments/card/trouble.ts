import Stripe from 'stripe';
import type { GatewayTrouble } from '../../membership/gateway-ports.ts';

/** Answers that say nothing about what will happen next time: a lock, a limit. */
const passing = new Set([408, 409, 425, 429]);

/**
 * What a failed call tells. Only a clear no is final; after a timeout, a broken line or a fault of the gateway the
 * call may have had its effect. What is no answer of the gateway's is thrown on.
 */
export const troubleOf = (error: unknown): GatewayTrouble => {
  // An answer that makes no sense, such as an amount in a currency that does not exist.
  if (error instanceof RangeError) return { kind: 'unknown' };
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const { statusCode = 0, code, rawType } = error;
  const final =
    statusCode >= 400 &&
    statusCode < 500 &&
    !passing.has(statusCode) &&
    !(error instanceof Stripe.errors.StripeRateLimitError);
  return final ? { kind: 'refused', code: code ?? rawType ?? String(statusCode) } : { kind: 'unknown' };
};
