import fc from 'fast-check';
import { paymentMethods, roles } from '../../../membership/rules/catalogue.ts';
import type { CommandId, MessageId, MpnId, OrderNumber, TenantId } from '../../../membership/rules/ids.ts';
import { orderStates, type Order, type Proof } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { orderNumber } from '../samples.ts';
import {
  text,
  name,
  maybe,
  days,
  moments,
  opaque,
  level,
  admin,
  competency,
  money,
  paymentId,
  hash,
  contact,
  address,
} from './basic-arbitraries.ts';
import { historyOf } from './history-arbitraries.ts';
import { anyAbout, anyReminders, anyRequest } from './people-arbitraries.ts';

const proof: fc.Arbitrary<Proof> = fc.record({
  paymentDate: days,
  account: text,
  reference: maybe(text),
  hash,
  fileName: text,
  type: fc.constantFrom('application/pdf', 'image/jpeg', 'image/png'),
  bytes: fc.nat(),
  submittedAt: moments,
  submittedBy: admin,
  marks: fc.uniqueArray(fc.constantFrom('futureDate', 'dateBeforeOrder', 'otherAccount')),
  alsoFor: maybe(fc.nat(1000).map(orderNumber)),
  rejected: maybe(fc.record({ reason: text, at: moments })),
  held: maybe(fc.record({ note: text, at: moments })),
});

const orderOf = (number: OrderNumber, mpnId: MpnId): fc.Arbitrary<Order> =>
  fc.record({
    number: fc.constant(number),
    state: fc.constantFrom(...orderStates),
    level,
    competency,
    kind: fc.constantFrom('new', 'upgrade', 'renewal'),
    renews: maybe(days),
    method: fc.constantFrom(...paymentMethods),
    placedAt: moments,
    placedBy: admin,
    quote: fc.record({
      fee: money,
      discount: maybe(money),
      net: money,
      tax: fc.record({
        basisPoints: fc.nat(10_000),
        amount: money,
        treatment: fc.constantFrom('domestic', 'reverseCharge'),
      }),
      total: money,
    }),
    account: maybe(fc.record({ beneficiary: text, bank: text, account: text, swift: text })),
    lastDay: days,
    buyer: fc.record({
      mpnId: fc.constant(mpnId),
      name,
      taxId: maybe(text),
      contact,
      billTo: address,
      soldTo: address,
    }),
    agreement: fc.record({ version: text, acceptedBy: admin, at: moments }),
    payments: fc.array(
      fc.record({
        id: paymentId,
        source: fc.constantFrom('transfer', 'card', 'credit'),
        amount: money,
        valueDate: days,
      }),
      { maxLength: 2 },
    ),
    proofs: fc.array(proof, { maxLength: 2 }),
    purchaseDate: maybe(days),
    cancelled: maybe(fc.record({ at: moments, by: maybe(admin) })),
    refundRequest: maybe(
      fc.record({
        at: moments,
        by: admin,
        reason: maybe(text),
        approvedAt: maybe(moments),
        declined: maybe(fc.record({ reason: text, at: moments })),
      }),
    ),
    paidBack: maybe(fc.array(fc.record({ on: days, amount: money, reference: text }), { maxLength: 2 })),
  });

/** A partner with everything that it can have; another n is another partner, with other ids and orders. */
export const anyPartner = (n: number): fc.Arbitrary<Partner> => {
  const mpnId = String(6_000_000 + n) as MpnId;
  const numbers = [orderNumber(n * 10 + 1), orderNumber(n * 10 + 2)] as const;
  const number = fc.constantFrom(...numbers);
  const few = { maxLength: 2 };
  const given = { number, days, moments, who: admin };
  return fc.record({
    mpnId: fc.constant(mpnId),
    locationIds: fc.subarray([String(7_000_000 + n * 2), String(7_000_001 + n * 2)] as MpnId[]),
    name,
    country: fc.constantFrom('NL', 'SE'),
    tenantId: opaque.map((own) => `${own}:${n}` as TenantId),
    verified: fc.boolean(),
    contact,
    taxId: maybe(text),
    billTo: address,
    soldTo: address,
    people: fc.uniqueArray(
      fc.record({
        aadObjectId: admin,
        name,
        email: maybe(text),
        roles: fc.subarray([...roles]),
        guest: fc.boolean(),
      }),
      { ...few, selector: (person) => person.aadObjectId },
    ),
    qualifications: fc.uniqueArray(fc.record({ competency, level, metOn: days }), {
      ...few,
      selector: ({ competency: which, level: at }) => `${which} ${at}`,
    }),
    memberships: fc.uniqueArray(
      fc.record({
        level,
        competency,
        paidOn: days,
        anniversary: days,
        benefitsUsed: fc.boolean(),
        order: maybe(number),
        discountedUpgrade: maybe(fc.boolean()),
        ended: maybe(
          fc.record({
            as: fc.constantFrom('upgraded', 'refunded', 'reversed'),
            on: days,
            by: maybe(number),
          }),
        ),
      }),
      { ...few, selector: ({ level: at, anniversary }) => `${at} ${anniversary}` },
    ),
    orders: fc.subarray([...numbers]).chain((drawn) => fc.tuple(...drawn.map((one) => orderOf(one, mpnId)))),
    credits: fc.array(fc.record({ id: paymentId, left: money, from: number, since: days }), few),
    held: fc.array(
      fc.record({
        id: paymentId,
        amount: money,
        valueDate: days,
        order: number,
        because: fc.constant('wrongCurrency' as const),
      }),
      few,
    ),
    requests: fc.array(anyRequest(given), few),
    reminders: fc.array(anyReminders(given), few),
    history: fc.array(historyOf(numbers[0]), { maxLength: 4 }),
    outbox: fc.array(
      fc.record({
        id: name as fc.Arbitrary<MessageId>,
        to: admin,
        about: anyAbout(given),
        at: moments,
        status: fc.constantFrom('pending', 'sent', 'givenUp', 'superseded'),
        attempts: fc.nat(9),
      }),
      few,
    ),
    handled: fc.array(
      fc.record({ id: name as fc.Arbitrary<CommandId>, at: moments, order: maybe(number) }),
      few,
    ),
  });
};
