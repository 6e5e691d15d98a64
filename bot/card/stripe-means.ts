import { instant } from '../../membership/rules/calendar.ts';
import { stripeGateway } from '../../payments/card/stripe-gateway.ts';
import { readStripeNews } from '../../payments/card/webhook.ts';
import type { CardSettings } from '../settings/card.ts';
import type { CardMeans } from './card-ports.ts';

const hostedPages = 'https://checkout.stripe.com';

/** The gateway over Stripe: its own, or whatever speaks like it at another address. */
export const stripeMeans = ({ secretKey, webhookSecrets, apiBase, live }: CardSettings): CardMeans => {
  const base = apiBase === undefined ? undefined : new URL(apiBase);
  return {
    gateway: stripeGateway({ secretKey, apiBase: base }),
    // By real time, as the gateway's own stamp is, however the local clock was moved.
    readNews: readStripeNews({ secrets: webhookSecrets, live, now: () => instant(new Date()) }),
    live,
    pages: () => [base?.origin ?? hostedPages],
  };
};
