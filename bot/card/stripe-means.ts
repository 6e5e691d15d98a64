import { instant, type Instant } from '../../membership/rules/calendar.ts';
import { stripeGateway } from '../../payments/card/stripe-gateway.ts';
import { readStripeNews } from '../../payments/card/webhook.ts';
import type { CardSettings } from '../settings/card.ts';
import type { CardMeans } from './card-ports.ts';

const hostedPages = 'https://checkout.stripe.com';

const realNow = (): Instant => instant(new Date());

/**
 * The gateway over Stripe: its own, or whatever speaks like it at another address.
 * @param now what the gateway's clock shows: its news are stamped by that. A real one knows nothing of a local
 * clock that was moved.
 */
export const stripeMeans = (
  { secretKey, webhookSecrets, apiBase, live }: CardSettings,
  now: () => Instant = realNow,
): CardMeans => {
  const base = apiBase === undefined ? undefined : new URL(apiBase);
  return {
    gateway: stripeGateway({ secretKey, apiBase: base }),
    readNews: readStripeNews({ secrets: webhookSecrets, live, now }),
    live,
    pages: () => [base?.origin ?? hostedPages],
  };
};
