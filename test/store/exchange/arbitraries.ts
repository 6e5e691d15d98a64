import fc from 'fast-check';
import { addDays, instant, type Day, type Instant } from '../../../membership/rules/calendar.ts';
import { levels, paymentMethods, roles } from '../../../membership/rules/catalogue.ts';
import type { HistoryEntry, PartnerEvent } from '../../../membership/rules/history.ts';
import type {
  AadObjectId,
  CommandId,
  CompetencyId,
  MessageId,
  MpnId,
  OrderNumber,
  PaymentId,
  ProofHash,
  TenantId,
} from '../../../membership/rules/ids.ts';
import type { Currency, Money } from '../../../membership/rules/money.ts';
import { orderStates, type Order, type Proof } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { day, orderNumber } from '../samples.ts';

/** Every field of a partner that can be stored, with awkward texts in it. */
const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('é "\\ \n', '__proto__', '\u2028', '😀'));
const name = text.filter((value) => value.length > 0);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });
const days: fc.Arbitrary<Day> = fc.nat(4000).map((n) => addDays(day, n - 2000));
const moments: fc.Arbitrary<Instant> = fc.nat(2_000_000_000).map((n) => instant(new Date(1.7e12 + n * 100)));
const opaque = fc.stringMatching(/^[A-Za-z0-9._:-]{1,12}$/);
const level = fc.constantFrom(...levels);
const admin = opaque as fc.Arbitrary<AadObjectId>;
const competency = fc.constantFrom('data-analytics', 'security') as fc.Arbitrary<CompetencyId>;
const money: fc.Arbitrary<Money> = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD') as fc.Arbitrary<Currency>,
  minor: fc.integer(),
});
const paymentId = name as fc.Arbitrary<PaymentId>;
const hash = fc.stringMatching(/^[0-9a-f]{64}$/) as fc.Arbitrary<ProofHash>;
const contact = fc.record({ name: text, email: text, phone: text });
const address = fc.record({
  lines: fc.array(text, { maxLength: 2 }),
  postcode: text,
  city: text,
  country: fc.constantFrom('NL', 'SE'),
});

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
  });

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
    fc.record({ type: is('orderRefunded'), order: number, amount, reference: text }),
    fc.record({
      type: is('membershipEnded'),
      level,
      as: fc.constantFrom('upgraded' as const, 'refunded' as const, 'reversed' as const),
    }),
    fc.record({ type: is('membershipRestored'), level }),
  );
};

const historyOf = (order: OrderNumber): fc.Arbitrary<HistoryEntry> =>
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

/** A partner with everything that it can have; another n is another partner, with other ids and orders. */
export const anyPartner = (n: number): fc.Arbitrary<Partner> => {
  const mpnId = String(6_000_000 + n) as MpnId;
  const numbers = [orderNumber(n * 10 + 1), orderNumber(n * 10 + 2)] as const;
  const number = fc.constantFrom(...numbers);
  const few = { maxLength: 2 };
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
    history: fc.array(historyOf(numbers[0]), { maxLength: 4 }),
    outbox: fc.array(
      fc.record({
        id: name as fc.Arbitrary<MessageId>,
        to: admin,
        order: number,
        news: fc.constantFrom('placed', 'proofReceived', 'cancelled', 'active', 'short', 'held', 'credited'),
        at: moments,
        status: fc.constantFrom('pending', 'sent', 'givenUp', 'superseded'),
        attempts: fc.nat(9),
      }),
      few,
    ),
    handled: fc.array(fc.record({ id: name as fc.Arbitrary<CommandId>, at: moments, order: number }), few),
  });
};
