import type { Actor, HistoryEntry, PartnerEvent, Through } from '../../membership/rules/history.ts';
import type { AadObjectId, AttemptKey, PaymentId, RequestId, TenantId } from '../../membership/rules/ids.ts';
import { buyer, day, euro, instant, orderNumber, proof } from './fixtures.ts';

const order = orderNumber();
const anna = 'anna' as AadObjectId;
const payment = 'bank-1' as PaymentId;
const attempt = `${order}-1` as AttemptKey;
const request = 'request-1' as RequestId;
const amount = euro(285_000);

/** One of each type: a new one that is missing here does not compile. */
const events: { readonly [Type in PartnerEvent['type']]: Extract<PartnerEvent, { type: Type }> } = {
  orderPlaced: { type: 'orderPlaced', order, method: 'transfer', total: amount },
  agreementAccepted: { type: 'agreementAccepted', order, version: '2021-01' },
  taxIdChanged: { type: 'taxIdChanged', from: undefined, to: 'NL123456782B90' },
  contactChanged: {
    type: 'contactChanged',
    from: buyer.contact,
    to: { ...buyer.contact, name: 'Erik Berg' },
  },
  proofSubmitted: { type: 'proofSubmitted', order, hash: proof().hash },
  proofRejected: { type: 'proofRejected', order, reason: 'The document can’t be read.' },
  proofHeld: { type: 'proofHeld', order, hash: proof().hash, note: 'asked the bank' },
  paymentReceived: { type: 'paymentReceived', order, payment, amount },
  moneyHeld: { type: 'moneyHeld', order, payment, amount },
  cardPageAsked: { type: 'cardPageAsked', order, attempt },
  cardDeclined: { type: 'cardDeclined', order, attempt },
  cardPageEnded: { type: 'cardPageEnded', order, attempt, end: 'expired' },
  markedByHand: { type: 'markedByHand', order, payment, reference: 'BK-77120' },
  markWithdrawn: { type: 'markWithdrawn', order, payment, amount },
  lineConfirmed: { type: 'lineConfirmed', order, payment, line: 'bank-2' as PaymentId },
  creditKept: { type: 'creditKept', order, amount },
  creditTakenUp: { type: 'creditTakenUp', order, amount },
  moneyTakenBack: { type: 'moneyTakenBack', order, amount },
  moneyPaidBack: {
    type: 'moneyPaidBack',
    order,
    payment,
    amount,
    on: day('2026-11-20'),
    reference: 'BK-1',
  },
  orderActivated: { type: 'orderActivated', order },
  orderExpired: { type: 'orderExpired', order },
  orderCancelled: { type: 'orderCancelled', order },
  orderRefunded: { type: 'orderRefunded', order, amount, reference: 'BK-2' },
  refundRequested: { type: 'refundRequested', order, reason: 'Bought twice' },
  refundApproved: { type: 'refundApproved', order },
  refundDeclined: { type: 'refundDeclined', order, reason: 'Benefits were used.' },
  orderReversed: { type: 'orderReversed', order },
  membershipEnded: { type: 'membershipEnded', level: 'silver', as: 'upgraded' },
  membershipRestored: { type: 'membershipRestored', level: 'silver' },
  reminded: {
    type: 'reminded',
    reminder: { subject: { kind: 'unpaid', order }, step: 'unpaid', on: day('2026-11-20') },
    to: [anna],
  },
  roleAsked: { type: 'roleAsked', request, of: anna },
  roleGranted: { type: 'roleGranted', to: anna, role: 'accountAdmin' },
  roleDeclined: { type: 'roleDeclined', to: anna },
};

const actors: readonly Actor[] = [
  { kind: 'person', aadObjectId: anna, name: 'Anna de Vries' },
  {
    kind: 'operator',
    tenantId: 'payee' as TenantId,
    aadObjectId: 'olivia' as AadObjectId,
    name: 'Olivia Brandt',
  },
  { kind: 'bank' },
  { kind: 'gateway' },
  { kind: 'clock' },
];
const throughs: readonly Through[] = ['card', 'word', 'file', 'statement', 'webhook', 'timer', 'import'];

const turnOf = <Item>(items: readonly Item[], nth: number): Item => {
  const item = items[nth % items.length];
  if (item === undefined) throw new RangeError('nothing to take turns with');
  return item;
};

/** A history of everything that can happen, by everybody, through everything. */
export const everyEvent: readonly HistoryEntry[] = [
  ...Object.values(events),
  { type: 'refundRequested', order } as const,
  ...(['refunded', 'reversed'] as const).map(
    (as) => ({ type: 'membershipEnded', level: 'gold', as }) as const,
  ),
].map((event, nth) => ({
  at: instant(`2026-11-21T10:${String(nth).padStart(2, '0')}:00.000Z`),
  by: turnOf(actors, nth),
  through: turnOf(throughs, nth),
  event,
}));
