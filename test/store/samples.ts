import { addDays, startOf, type Day, type Instant } from '../../membership/rules/calendar.ts';
import type { ParkedNews } from '../../membership/gateway-ports.ts';
import type { ChatRecord, BankLine } from '../../membership/ports.ts';
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
} from '../../membership/rules/ids.ts';
import { money, type Currency } from '../../membership/rules/money.ts';
import { drawOrderNumber } from '../../membership/rules/order-number.ts';
import type { Order } from '../../membership/rules/order.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { nothingYet } from '../support/partner.ts';

export const day = '2026-03-02' as Day;
export const noon = '2026-03-02T12:00:00.000Z' as Instant;
const eur = 'EUR' as Currency;
export const admin = 'admin' as AadObjectId;
const address = { lines: ['Keizersgracht 1'], postcode: '1015 CJ', city: 'Amsterdam', country: 'NL' };
const contact = { name: 'Ada', email: 'ada@fabrikam.example', phone: '+31 20 555 0100' };

/** A different order number for each n below a billion. */
export const orderNumber = (n: number): OrderNumber => drawOrderNumber(() => ((n % 9e8) + 0.5) / 9e8);
export const hashOf = (digit: string): ProofHash => digit.repeat(64) as ProofHash;

export const partner = (n: number, own: Partial<Partner> = {}): Partner => ({
  mpnId: String(6_000_000 + n) as MpnId,
  locationIds: [String(7_000_000 + n) as MpnId],
  name: `Fabrikam ${n} B.V.`,
  country: 'NL',
  tenantId: `tenant-${n}` as TenantId,
  verified: true,
  contact,
  taxId: 'NL123456782B90',
  billTo: address,
  soldTo: address,
  people: [
    {
      aadObjectId: admin,
      name: 'Ada',
      email: 'ada@fabrikam.example',
      roles: ['mpnPartnerAdmin'],
      guest: false,
    },
  ],
  qualifications: [{ competency: 'data-analytics' as CompetencyId, level: 'gold', metOn: day }],
  memberships: [],
  ...nothingYet,
  ...own,
});

export const order = (number: OrderNumber, own: Partial<Order> = {}): Order => ({
  number,
  state: 'awaitingTransfer',
  level: 'gold',
  competency: 'data-analytics' as CompetencyId,
  kind: 'new',
  method: 'transfer',
  placedAt: noon,
  placedBy: admin,
  quote: {
    fee: money(eur, 380_000),
    net: money(eur, 380_000),
    tax: { basisPoints: 2100, amount: money(eur, 79_800), treatment: 'domestic' },
    total: money(eur, 459_800),
  },
  account: { beneficiary: 'Contoso', bank: 'Bank', account: 'NL91ABNA0417164300', swift: 'ABNANL2A' },
  lastDay: addDays(day, 30),
  buyer: { mpnId: '6000000' as MpnId, name: 'Fabrikam', contact, billTo: address, soldTo: address },
  agreement: { version: '1', acceptedBy: admin, at: noon },
  payments: [],
  proofs: [],
  ...own,
});

/** What placing an order does to a partner: the order, its history, the message and the command that were there. */
export const withOrder = (before: Partner, number: OrderNumber, command = `c-${number}`): Partner => ({
  ...before,
  orders: [...before.orders, order(number)],
  history: [
    ...before.history,
    {
      at: noon,
      by: { kind: 'person', aadObjectId: admin, name: 'Ada' },
      through: 'card',
      event: { type: 'orderPlaced', order: number, method: 'transfer', total: money(eur, 459_800) },
    },
  ],
  outbox: [
    ...before.outbox,
    {
      id: `m-${number}` as MessageId,
      to: admin,
      about: { kind: 'order', order: number, news: 'placed' },
      at: noon,
      status: 'pending',
      attempts: 0,
    },
  ],
  handled: [...before.handled, { id: command as CommandId, at: noon, order: number }],
});

export const chat = (name: string): ChatRecord => ({
  person: { tenantId: 'tenant-1' as TenantId, aadObjectId: name as AadObjectId },
  name,
  installed: true,
  cards: [],
});

export const bankLine = (id: string, own: Partial<BankLine> = {}): BankLine => ({
  id: id as PaymentId,
  account: 'NL91 ABNA 0417 1643 00',
  bookedOn: day,
  valueDate: day,
  amount: money(eur, 459_800),
  text: 'order',
  status: { kind: 'recorded' },
  ...own,
});

export const parkedNews = (id: string): ParkedNews => ({
  id: id as CommandId,
  news: { kind: 'reversed', charge: `charge of ${id}` as PaymentId },
  at: noon,
});

/** Open orders need attention when their last day is over. */
export const dueAt = (of: Partner): Instant | undefined =>
  of.orders
    .filter((one) => one.state === 'awaitingTransfer')
    .map((one) => startOf(addDays(one.lastDay, 1)))
    .sort()[0];
