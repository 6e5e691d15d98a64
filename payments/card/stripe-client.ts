import Stripe from 'stripe';

export interface StripeClientOptions {
  readonly secretKey: string;
  /** Where the API is, a path before `/v1` included; Stripe's own address when left out. */
  readonly apiBase?: URL | undefined;
  /** For a whole call, its answer's body included. */
  readonly timeoutMs?: number | undefined;
}

const usualTimeoutMs = 10_000;

/** The SDK's own options have no place for a path, which the gateway of local mode has. */
const fetchAt =
  (apiBase: URL | undefined): typeof fetch =>
  (address, init) => {
    const { href, pathname, search } = new URL(address instanceof Request ? address.url : address);
    const url = apiBase ? new URL(apiBase.pathname.replace(/\/$/, '') + pathname + search, apiBase) : href;
    // The key goes to this address alone.
    return fetch(url, { ...init, redirect: 'error' });
  };

/**
 * Stripe's SDK with our rules: a timeout on every call, and no repeats of its own, since a deed repeats with the
 * same key. Its `fetch` client limits a whole call (the other one only pauses), and never repeats a broken line.
 */
export const stripeClient = ({
  secretKey,
  apiBase,
  timeoutMs = usualTimeoutMs,
}: StripeClientOptions): Stripe =>
  new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient(fetchAt(apiBase)),
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
  });
