import Stripe from 'stripe';
import type {
  CardGateway,
  GatewayTrouble,
  OpenPage,
  PageState,
  PageWish,
} from '../../membership/gateway-ports.ts';
import type { CardSession, CommandId, PaymentId } from '../../membership/rules/ids.ts';
import { toGateway, type GatewayAmount } from './amounts.ts';
import { chargeOf, checkoutSession, moment } from './charge.ts';
import { stripeClient, type StripeClientOptions } from './stripe-client.ts';
import { troubleOf } from './trouble.ts';

/** Long enough to find a card, short enough to hold nobody up; the gateway allows 30 minutes to 24 hours. */
const pageLifeSeconds = 3_600;

const unknown: GatewayTrouble = { kind: 'unknown' };

/** Made of the wish alone: the same key with other content is an error. No address of the organisation is in it. */
const pageParams = (
  wish: PageWish,
  { currency, amount }: GatewayAmount,
): Stripe.Checkout.SessionCreateParams => {
  const metadata = { order: wish.order, attempt: wish.key };
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: { currency, unit_amount: amount, product_data: { name: wish.title } },
      },
    ],
    client_reference_id: wish.order,
    metadata,
    // An event about the payment alone must be known as ours too.
    payment_intent_data: { metadata },
    allowed_payment_method_types: ['card'],
    // The fee is due in its own currency: converted, it would come back as another amount.
    adaptive_pricing: { enabled: false },
    billing_address_collection: 'required',
    submit_type: 'pay',
    locale: wish.language,
    expires_at: Math.floor(Date.parse(wish.startedAt) / 1_000) + pageLifeSeconds,
    success_url: wish.returnUrl,
    cancel_url: wish.cancelUrl,
  };
};

const openPageOf = ({ id, url, expires_at }: Stripe.Checkout.Session): OpenPage | GatewayTrouble =>
  url === null ? unknown : { kind: 'open', session: id as CardSession, url, expiresAt: moment(expires_at) };

const stateOf = (session: Stripe.Checkout.Session): PageState | GatewayTrouble => {
  if (session.status === 'open') return openPageOf(session);
  if (session.status === 'expired') return { kind: 'expired' };
  const read = checkoutSession.safeParse(session);
  const charge = read.success ? chargeOf(read.data, session.created) : undefined;
  return charge ? { kind: 'paid', charge } : unknown;
};

const look = async (stripe: Stripe, session: CardSession): Promise<PageState | GatewayTrouble> => {
  try {
    const found = await stripe.checkout.sessions.retrieve(session, {
      expand: ['payment_intent.latest_charge'],
    });
    return stateOf(found);
  } catch (error) {
    return troubleOf(error);
  }
};

const open = async (stripe: Stripe, wish: PageWish): Promise<OpenPage | GatewayTrouble> => {
  const amount = toGateway(wish.amount);
  if (!amount) return { kind: 'refused', code: 'amount_not_chargeable' };
  try {
    const session = await stripe.checkout.sessions.create(pageParams(wish, amount), {
      idempotencyKey: wish.key,
    });
    return openPageOf(session);
  } catch (error) {
    return troubleOf(error);
  }
};

const close = async (
  stripe: Stripe,
  session: CardSession,
): Promise<Exclude<PageState, OpenPage> | GatewayTrouble> => {
  try {
    await stripe.checkout.sessions.expire(session);
    return { kind: 'expired' };
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'unknown') return trouble;
    // Only an open page can be closed: it is paid or over already, and the gateway says which.
    const state = await look(stripe, session);
    return state.kind === 'open' ? unknown : state;
  }
};

/** Paid back already, by us before or by hand in the gateway's own pages. */
const isRefundedAlready = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError && error.code === 'charge_already_refunded';

const refund = async (
  stripe: Stripe,
  charge: PaymentId,
  key: CommandId,
): Promise<{ readonly kind: 'refunded' } | GatewayTrouble> => {
  try {
    const { status } = await stripe.refunds.create({ payment_intent: charge }, { idempotencyKey: key });
    const gone = status === 'succeeded' || status === 'pending';
    return gone ? { kind: 'refunded' } : { kind: 'refused', code: `refund_${status ?? 'unsettled'}` };
  } catch (error) {
    return isRefundedAlready(error) ? { kind: 'refunded' } : troubleOf(error);
  }
};

/** Stripe's hosted Checkout, one session a visit. A charge's id is its payment intent's (`pi_…`). */
export const stripeGateway = (options: StripeClientOptions): CardGateway => {
  const stripe = stripeClient(options);
  return {
    open: (wish) => open(stripe, wish),
    look: (session) => look(stripe, session),
    close: (session) => close(stripe, session),
    refund: (charge, key) => refund(stripe, charge, key),
  };
};
