import fc from 'fast-check';
import { paymentMethods, roles } from '../../../membership/rules/catalogue.ts';
import type { HistoryEntry, PartnerEvent } from '../../../membership/rules/history.ts';
import type { OrderNumber, TenantId } from '../../../membership/rules/ids.ts';
import { anyReminder } from './people-arbitraries.ts';

import {
  text,
  name,
  maybe,
  days,
  moments,
  opaque,
  level,
  admin,
  money,
  paymentId,
  hash,
  contact,
} from './basic-arbitraries.ts';

const eventOf = (order: OrderNumber): fc.Arbitrary<PartnerEvent> => {
  const amount = money;
  const number = fc.constant(order);
  const is = <T extends PartnerEvent['type']>(type: T) => fc.constant(type);
  return fc.oneof(
    fc.record({
      type: is('orderPlaced'),
      order: number,
      method: fc.constantFrom(...paymentMethods),
      total: money,
    }),
    fc.record({ type: is('agreementAccepted'), order: number, version: text }),
    fc.record({ type: is('taxIdChanged'), from: maybe(text), to: maybe(text) }),
    fc.record({ type: is('contactChanged'), from: contact, to: contact }),
    fc.record({ type: is('proofSubmitted'), order: number, hash }),
    fc.record({ type: is('proofRejected'), order: number, reason: text }),
    fc.record({
      type: fc.constantFrom('paymentReceived' as const, 'moneyHeld' as const),
      order: number,
      payment: paymentId,
      amount,
    }),
    fc.record({
      type: fc.constantFrom('creditKept' as const, 'creditTakenUp' as const),
      order: number,
      amount,
    }),
    fc.record({
      type: fc.constantFrom(
        'orderActivated' as const,
        'orderExpired' as const,
        'orderCancelled' as const,
        'orderReversed' as const,
      ),
      order: number,
    }),
    fc.record({ type: is('orderRefunded'), order: number, amount, reference: text, on: maybe(days) }),
    fc.record({ type: is('proofHeld'), order: number, hash, note: text }),
    fc.record({ type: is('markedByHand'), order: number, payment: paymentId, reference: text }),
    fc.record({ type: is('markWithdrawn'), order: number, payment: paymentId, amount }),
    fc.record({ type: is('lineConfirmed'), order: number, payment: paymentId, line: paymentId }),
    fc.record({
      type: is('moneyPaidBack'),
      order: number,
      payment: paymentId,
      amount,
      on: days,
      reference: text,
    }),
    fc.record({ type: is('refundRequested'), order: number, reason: maybe(text) }),
    fc.record({ type: is('refundApproved'), order: number }),
    fc.record({ type: is('refundDeclined'), order: number, reason: text }),
    fc.record({
      type: is('membershipEnded'),
      level,
      as: fc.constantFrom('upgraded' as const, 'refunded' as const, 'reversed' as const),
    }),
    fc.record({ type: is('membershipRestored'), level }),
    fc.record({
      type: is('reminded'),
      reminder: anyReminder({ number, days, moments, who: admin }),
      to: fc.array(admin, { maxLength: 2 }),
    }),
    fc.record({ type: is('roleGranted'), to: admin, role: fc.constantFrom(...roles) }),
    fc.record({ type: is('roleDeclined'), to: admin }),
  );
};

export const historyOf = (order: OrderNumber): fc.Arbitrary<HistoryEntry> =>
  fc.record({
    at: moments,
    by: fc.oneof(
      fc.record({ kind: fc.constant('person' as const), aadObjectId: admin, name }),
      fc.record({
        kind: fc.constant('operator' as const),
        tenantId: opaque as fc.Arbitrary<TenantId>,
        aadObjectId: admin,
        name,
      }),
      fc.record({ kind: fc.constantFrom('bank' as const, 'gateway' as const, 'clock' as const) }),
    ),
    through: fc.constantFrom('card', 'word', 'file', 'statement', 'webhook', 'timer', 'import'),
    event: eventOf(order),
  });
