import type Stripe from 'stripe';
import type { Intent, Session } from './state.ts';
import type { World } from './world.ts';

/** The gateway's objects on the wire, with the fields that are used, checked against the SDK's own types. */

type WireCharge = Pick<
  Stripe.Charge,
  'id' | 'amount' | 'amount_refunded' | 'captured' | 'created' | 'currency' | 'disputed' | 'livemode'
> &
  Pick<Stripe.Charge, 'metadata' | 'object' | 'paid' | 'payment_intent' | 'refunded' | 'status'>;

export const chargeObject = (intent: Intent, charge: NonNullable<Intent['charge']>): WireCharge => ({
  id: charge.id,
  object: 'charge',
  amount: intent.amount,
  amount_refunded: charge.refunded,
  captured: true,
  created: charge.created,
  currency: intent.currency,
  disputed: charge.disputed,
  livemode: false,
  metadata: intent.metadata,
  paid: true,
  payment_intent: intent.id,
  refunded: charge.refunded === intent.amount,
  status: 'succeeded',
});

type WireIntent = Pick<
  Stripe.PaymentIntent,
  'id' | 'amount' | 'amount_received' | 'created' | 'currency' | 'livemode' | 'metadata' | 'object' | 'status'
> & {
  readonly latest_charge: string | WireCharge | null;
  readonly last_payment_error: Pick<Stripe.PaymentIntent.LastPaymentError, 'type' | 'code'> | null;
};

const statusOf = ({ charge }: Intent): Stripe.PaymentIntent.Status =>
  charge ? 'succeeded' : 'requires_payment_method';

export const intentObject = (intent: Intent, expandCharge = false): WireIntent => ({
  id: intent.id,
  object: 'payment_intent',
  amount: intent.amount,
  amount_received: intent.charge ? intent.amount : 0,
  created: intent.created,
  currency: intent.currency,
  last_payment_error: intent.failure === null ? null : { type: 'card_error', code: intent.failure },
  latest_charge: intent.charge && (expandCharge ? chargeObject(intent, intent.charge) : intent.charge.id),
  livemode: false,
  metadata: intent.metadata,
  status: statusOf(intent),
});

type WireSession = Pick<
  Stripe.Checkout.Session,
  | 'id'
  | 'amount_subtotal'
  | 'amount_total'
  | 'billing_address_collection'
  | 'cancel_url'
  | 'client_reference_id'
  | 'created'
  | 'currency'
  | 'expires_at'
  | 'livemode'
  | 'locale'
  | 'metadata'
  | 'mode'
  | 'object'
  | 'payment_status'
  | 'status'
  | 'submit_type'
  | 'success_url'
  | 'ui_mode'
  | 'url'
> & { readonly payment_intent: string | WireIntent | null };

/** What of a session is asked for in full, in the gateway's own notation. */
export const expandable = ['payment_intent', 'payment_intent.latest_charge'];

const intentOf = (world: World, session: Session, expand: readonly string[]): string | WireIntent | null => {
  const intent = world.state.intents.get(session.intent ?? '');
  if (!intent) return null;
  const expandCharge = expand.includes('payment_intent.latest_charge');
  return expandCharge || expand.includes('payment_intent') ? intentObject(intent, expandCharge) : intent.id;
};

export const sessionObject = (
  world: World,
  session: Session,
  expand: readonly string[] = [],
): WireSession => ({
  id: session.id,
  object: 'checkout.session',
  amount_subtotal: session.amount,
  amount_total: session.amount,
  billing_address_collection: 'required',
  cancel_url: session.cancelUrl,
  client_reference_id: session.reference,
  created: session.created,
  currency: session.currency,
  expires_at: session.expiresAt,
  livemode: false,
  locale: session.locale,
  metadata: session.metadata,
  mode: 'payment',
  payment_intent: intentOf(world, session, expand),
  payment_status: session.status === 'complete' ? 'paid' : 'unpaid',
  status: session.status,
  submit_type: 'pay',
  success_url: session.successUrl,
  ui_mode: 'hosted_page',
  // A page that can't be paid on has no address any more.
  url: session.status === 'open' ? `${world.base()}/pay/${session.id}` : null,
});

type WireRefund = Pick<
  Stripe.Refund,
  'id' | 'amount' | 'charge' | 'created' | 'currency' | 'object' | 'payment_intent' | 'status'
>;

export const refundObject = (world: World, intent: Intent, amount: number): WireRefund => ({
  id: world.id('re'),
  object: 'refund',
  amount,
  charge: intent.charge?.id ?? null,
  created: world.now(),
  currency: intent.currency,
  payment_intent: intent.id,
  status: 'succeeded',
});

type WireDispute = Pick<
  Stripe.Dispute,
  'id' | 'amount' | 'charge' | 'created' | 'currency' | 'livemode' | 'metadata' | 'object' | 'payment_intent'
> &
  Pick<Stripe.Dispute, 'reason' | 'status'>;

export const disputeObject = (world: World, intent: Intent): WireDispute => ({
  id: world.id('du'),
  object: 'dispute',
  amount: intent.amount,
  charge: intent.charge?.id ?? '',
  created: world.now(),
  currency: intent.currency,
  livemode: false,
  metadata: {},
  payment_intent: intent.id,
  reason: 'fraudulent',
  status: 'needs_response',
});
