import { z } from 'zod';
import { paymentMethods } from '../../membership/rules/catalogue.ts';
import type { Actor, HistoryEntry, PartnerEvent } from '../../membership/rules/history.ts';
import { isAttemptKey } from '../../membership/rules/ids.ts';
import { attemptEnds } from '../../membership/rules/order.ts';
import {
  newsKinds,
  roleNewsKinds,
  type MessageAbout,
  type OutboxMessage,
} from '../../membership/rules/message.ts';
import type { HandledCommand } from '../../membership/rules/partner.ts';
import {
  aadObjectId,
  commandId,
  contact,
  count,
  day,
  form,
  instant,
  level,
  line,
  list,
  messageId,
  money,
  name,
  orderNumber,
  paymentId,
  proofHash,
  tenantId,
} from './forms.ts';
import { currentMessage } from '../older-forms.ts';
import { reminder, requestId, role } from './people-forms.ts';

type Event<Type extends PartnerEvent['type']> = Extract<PartnerEvent, { type: Type }>;
type About<Kind extends MessageAbout['kind']> = Extract<MessageAbout, { kind: Kind }>;
type By<Kind extends Actor['kind']> = Extract<Actor, { kind: Kind }>;

const actor = z.discriminatedUnion('kind', [
  form<By<'person'>>()({ kind: z.literal('person'), aadObjectId, name }),
  form<By<'operator'>>()({ kind: z.literal('operator'), tenantId, aadObjectId, name }),
  z.strictObject({ kind: z.enum(['bank', 'gateway', 'clock']) }),
]);

const order = orderNumber;
const payment = paymentId;
const attempt = z.string().refine(isAttemptKey);
const amount = money;

const event = z.discriminatedUnion('type', [
  form<Event<'orderPlaced'>>()({
    type: z.literal('orderPlaced'),
    order,
    method: z.enum(paymentMethods),
    total: money,
  }),
  form<Event<'agreementAccepted'>>()({ type: z.literal('agreementAccepted'), order, version: line }),
  form<Event<'taxIdChanged'>>()({
    type: z.literal('taxIdChanged'),
    from: line.optional(),
    to: line.optional(),
  }),
  form<Event<'contactChanged'>>()({ type: z.literal('contactChanged'), from: contact, to: contact }),
  form<Event<'proofSubmitted'>>()({ type: z.literal('proofSubmitted'), order, hash: proofHash }),
  form<Event<'proofRejected'>>()({ type: z.literal('proofRejected'), order, reason: z.string() }),
  form<Event<'proofHeld'>>()({ type: z.literal('proofHeld'), order, hash: proofHash, note: z.string() }),
  form<Event<'paymentReceived'>>()({ type: z.literal('paymentReceived'), order, payment, amount }),
  form<Event<'moneyHeld'>>()({ type: z.literal('moneyHeld'), order, payment, amount }),
  form<Event<'markedByHand'>>()({ type: z.literal('markedByHand'), order, payment, reference: z.string() }),
  form<Event<'markWithdrawn'>>()({ type: z.literal('markWithdrawn'), order, payment, amount }),
  form<Event<'lineConfirmed'>>()({ type: z.literal('lineConfirmed'), order, payment, line: payment }),
  form<Event<'creditKept'>>()({ type: z.literal('creditKept'), order, amount }),
  form<Event<'creditTakenUp'>>()({ type: z.literal('creditTakenUp'), order, amount }),
  form<Event<'moneyTakenBack'>>()({ type: z.literal('moneyTakenBack'), order, amount }),
  form<Event<'orderActivated'>>()({ type: z.literal('orderActivated'), order }),
  form<Event<'orderExpired'>>()({ type: z.literal('orderExpired'), order }),
  form<Event<'orderCancelled'>>()({ type: z.literal('orderCancelled'), order }),
  form<Event<'moneyPaidBack'>>()({
    type: z.literal('moneyPaidBack'),
    order,
    payment,
    amount,
    on: day,
    reference: z.string(),
  }),
  form<Event<'orderRefunded'>>()({
    type: z.literal('orderRefunded'),
    order,
    amount,
    reference: z.string(),
    on: day.optional(),
  }),
  form<Event<'refundRequested'>>()({
    type: z.literal('refundRequested'),
    order,
    reason: z.string().optional(),
  }),
  form<Event<'refundApproved'>>()({ type: z.literal('refundApproved'), order }),
  form<Event<'refundDeclined'>>()({ type: z.literal('refundDeclined'), order, reason: z.string() }),
  form<Event<'cardPageAsked'>>()({ type: z.literal('cardPageAsked'), order, attempt }),
  form<Event<'cardDeclined'>>()({ type: z.literal('cardDeclined'), order, attempt }),
  form<Event<'cardPageEnded'>>()({
    type: z.literal('cardPageEnded'),
    order,
    attempt,
    end: z.enum(attemptEnds),
  }),
  form<Event<'orderReversed'>>()({ type: z.literal('orderReversed'), order }),
  form<Event<'membershipEnded'>>()({
    type: z.literal('membershipEnded'),
    level,
    as: z.enum(['upgraded', 'refunded', 'reversed']),
  }),
  form<Event<'membershipRestored'>>()({ type: z.literal('membershipRestored'), level }),
  form<Event<'reminded'>>()({ type: z.literal('reminded'), reminder, to: list(aadObjectId) }),
  form<Event<'roleAsked'>>()({ type: z.literal('roleAsked'), request: requestId, of: aadObjectId }),
  form<Event<'roleGranted'>>()({ type: z.literal('roleGranted'), to: aadObjectId, role }),
  form<Event<'roleDeclined'>>()({ type: z.literal('roleDeclined'), to: aadObjectId }),
]);

/** Does not compile where a kind of event, actor or news has no form: its export could not be imported. */
type Complete<T, S extends z.ZodType> = [T] extends [z.output<S>] ? S : never;

export const historyEntry = form<HistoryEntry>()({
  at: instant,
  by: actor satisfies Complete<Actor, typeof actor>,
  through: z.enum(['card', 'word', 'file', 'statement', 'webhook', 'timer', 'import']),
  event: event satisfies Complete<PartnerEvent, typeof event>,
});

const about = z.discriminatedUnion('kind', [
  form<About<'order'>>()({ kind: z.literal('order'), order, news: z.enum(newsKinds) }),
  form<About<'reminder'>>()({ kind: z.literal('reminder'), reminder }),
  form<About<'role'>>()({ kind: z.literal('role'), request: requestId, news: z.enum(roleNewsKinds) }),
]);

const currentForm = form<OutboxMessage>()({
  id: messageId,
  to: aadObjectId,
  about: about satisfies Complete<MessageAbout, typeof about>,
  at: instant,
  status: z.enum(['pending', 'sent', 'givenUp', 'superseded']),
  attempts: count,
});

export const outboxMessage = z.preprocess(currentMessage, currentForm);

export const handledCommand = form<HandledCommand>()({ id: commandId, at: instant, order: order.optional() });
