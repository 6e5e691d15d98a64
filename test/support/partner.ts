import type { Day, Instant } from '../../membership/rules/calendar.ts';
import { addDays, dayOf } from '../../membership/rules/calendar.ts';
import type { Role } from '../../membership/rules/catalogue.ts';
import type {
  AadObjectId,
  MpnId,
  OrderNumber,
  PaymentId,
  ProofHash,
  TenantId,
} from '../../membership/rules/ids.ts';
import type { OutboxMessage } from '../../membership/rules/message.ts';
import { money, zero, type Currency } from '../../membership/rules/money.ts';
import { drawOrderNumber } from '../../membership/rules/order-number.ts';
import type { Order, Payment, Proof } from '../../membership/rules/order.ts';
import type { Membership, Partner, PartnerPerson } from '../../membership/rules/partner.ts';
import type { Quote } from '../../membership/rules/pricing.ts';
import { catalogue, competencies, EUR } from './catalogue.ts';

export const day = (text: string): Day => text as Day;
/** A moment of a day; noon where no time is given. */
export const at = (text: string, time = '12:00:00.000'): Instant => `${text}T${time}Z` as Instant;
export const eur = (minor: number) => money(EUR, minor);

/** What a message tells, in one word. */
export const newsOf = ({ about }: OutboxMessage): string =>
  about.kind === 'reminder' ? about.reminder.step : about.news;

/** The n-th order number of a row that is the same in every run. */
export const orderNumber = (nth: number): OrderNumber =>
  drawOrderNumber(() => ((nth * 7919 + 1) % 1e6) / 1e6);

export const ada = 'ada' as AadObjectId;
export const bob = 'bob' as AadObjectId;

export const person = (id: AadObjectId, ...roles: readonly Role[]): PartnerPerson => ({
  aadObjectId: id,
  name: `${id} of Fabrikam`,
  roles,
  guest: false,
});

const address = { lines: ['Damrak 1'], postcode: '1012 LG', city: 'Amsterdam', country: 'NL' };
export const contact = { name: 'Ada Jansen', email: 'ada@fabrikam.example', phone: '+31 20 123 4567' };

/** Of a partner that has done nothing yet. */
export const nothingYet = {
  orders: [],
  credits: [],
  held: [],
  requests: [],
  reminders: [],
  history: [],
  outbox: [],
  handled: [],
} as const;

/** A verified partner in the Netherlands whose admin Ada may buy and who meets gold in one competency. */
export const partner = (given: Partial<Partner> = {}): Partner => ({
  mpnId: '6234461' as MpnId,
  locationIds: ['6234470' as MpnId],
  name: 'Fabrikam B.V.',
  country: 'NL',
  tenantId: 'fabrikam' as TenantId,
  verified: true,
  contact,
  billTo: address,
  soldTo: address,
  people: [person(ada, 'mpnPartnerAdmin'), person(bob)],
  qualifications: [{ competency: competencies.analytics, level: 'gold', metOn: day('2026-01-15') }],
  memberships: [],
  ...nothingYet,
  ...given,
});

/** A price without tax or discount. */
export const quote = (minor: number, currency: Currency = EUR): Quote => {
  const whole = money(currency, minor);
  return {
    fee: whole,
    net: whole,
    tax: { basisPoints: 0, amount: zero(currency), treatment: 'domestic' },
    total: whole,
  };
};

/** A silver transfer order of EUR 1,000.00, placed on 2 March 2026 and payable up to 1 April. */
export const order = (given: Partial<Order> = {}): Order => {
  const placedAt = given.placedAt ?? at('2026-03-02');
  const { mpnId, name, billTo, soldTo } = partner();
  return {
    number: orderNumber(1),
    state: 'awaitingTransfer',
    level: 'silver',
    competency: competencies.analytics,
    kind: 'new',
    method: 'transfer',
    placedAt,
    placedBy: ada,
    quote: quote(100_000),
    account: catalogue.bankAccounts['EUR'],
    lastDay: addDays(dayOf(placedAt), catalogue.orderDays),
    buyer: { mpnId, name, contact, billTo, soldTo },
    agreement: { version: catalogue.agreement.version, acceptedBy: ada, at: placedAt },
    payments: [],
    proofs: [],
    ...given,
  };
};

export const payment = (id: string, minor: number, valueDate: string): Payment => ({
  id: id as PaymentId,
  source: 'transfer',
  amount: eur(minor),
  valueDate: day(valueDate),
});

export const proof = (given: Partial<Proof> = {}): Proof => ({
  hash: 'a'.repeat(64) as ProofHash,
  fileName: 'proof.pdf',
  type: 'application/pdf',
  bytes: 1234,
  paymentDate: day('2026-03-10'),
  account: 'IE29 AIBK 9311 5212 3456 78',
  submittedAt: at('2026-03-10'),
  submittedBy: ada,
  marks: [],
  ...given,
});

/** A silver membership of one year from 1 March 2026. */
export const membership = (given: Partial<Membership> = {}): Membership => ({
  level: 'silver',
  competency: competencies.analytics,
  paidOn: day('2026-03-01'),
  anniversary: day('2027-03-01'),
  benefitsUsed: false,
  ...given,
});
