import { z } from 'zod';
import type { CardNews } from '../../membership/gateway-ports.ts';
import type { PaymentId } from '../../membership/rules/ids.ts';
import { fromGateway } from './amounts.ts';
import { chargeOf, checkoutSession, intentIdOf, metadata, moment, oursOf } from './charge.ts';

export const stripeEvent = z.object({
  id: z.string().regex(/^\w{1,100}$/),
  type: z.string(),
  created: z.int(),
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
});
export type StripeEvent = z.infer<typeof stripeEvent>;

/** What an event tells us; undefined where it is not ours or changes nothing. Throws where it lacks its fields. */
type Reader = (event: StripeEvent) => CardNews | undefined;

const intentReference = z.union([z.string(), z.object({ id: z.string() })]).nullish();
const failedIntent = z.object({ metadata });
const refundedCharge = z.object({
  payment_intent: intentReference,
  amount_refunded: z.int(),
  currency: z.string(),
  metadata,
});
const dispute = z.object({ payment_intent: intentReference, status: z.string() });

const paid: Reader = ({ data, created }) => {
  const charge = chargeOf(checkoutSession.parse(data.object), created);
  return charge && { kind: 'paid', charge };
};

const pageOver: Reader = ({ data }) => {
  const ours = oursOf(checkoutSession.parse(data.object).metadata);
  return ours && { kind: 'pageExpired', ...ours };
};

const declined: Reader = ({ data, created }) => {
  const ours = oursOf(failedIntent.parse(data.object).metadata);
  return ours && { kind: 'declined', ...ours, at: moment(created) };
};

/** The amount is all that went back so far. A charge has its payment's metadata. */
const refunded: Reader = ({ data }) => {
  const charge = refundedCharge.parse(data.object);
  const id = intentIdOf(charge.payment_intent);
  if (!id || !oursOf(charge.metadata)) return undefined;
  const amount = fromGateway({ currency: charge.currency, amount: charge.amount_refunded });
  return { kind: 'refunded', charge: id as PaymentId, amount };
};

/** A dispute has no metadata of ours: whose payment it is about, only the store knows. */
const reversed: Reader = ({ data }) => {
  const id = intentIdOf(dispute.parse(data.object).payment_intent);
  return id === undefined ? undefined : { kind: 'reversed', charge: id as PaymentId };
};

const disputeClosed: Reader = (event) =>
  dispute.parse(event.data.object).status === 'lost' ? reversed(event) : undefined;

/** The events that matter here; a deployment's endpoint needs to subscribe to no others. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['checkout.session.completed', paid],
  ['checkout.session.async_payment_succeeded', paid],
  // The page is used up, and brought no money.
  ['checkout.session.async_payment_failed', pageOver],
  ['checkout.session.expired', pageOver],
  ['payment_intent.payment_failed', declined],
  ['charge.refunded', refunded],
  ['charge.dispute.funds_withdrawn', reversed],
  ['charge.dispute.closed', disputeClosed],
]);

/** @returns undefined for what does not matter here; throws a ZodError for an event of a known type that lacks a field */
export const newsOf = (event: StripeEvent): CardNews | undefined => readers.get(event.type)?.(event);
