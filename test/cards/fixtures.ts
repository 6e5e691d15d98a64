import {
  areas,
  linkNames,
  type Catalogue,
  type Competency,
  type LinkName,
} from '../../membership/rules/catalogue.ts';
import type { Day, Instant } from '../../membership/rules/calendar.ts';
import type {
  AadObjectId,
  AttemptKey,
  CommandId,
  CompetencyId,
  MpnId,
  OrderNumber,
  PaymentId,
  ProofHash,
} from '../../membership/rules/ids.ts';
import { money, type Currency, type Money } from '../../membership/rules/money.ts';
import type { Offer } from '../../membership/rules/offers.ts';
import { drawOrderNumber } from '../../membership/rules/order-number.ts';
import type { Buyer, CardAttempt, Order, Proof } from '../../membership/rules/order.ts';
import type { Quote } from '../../membership/rules/pricing.ts';
import { competencyNames } from '../support/competency-names.ts';

export const nonce = 'nonce-1' as CommandId;
export const today = '2026-11-21' as Day;
export const day = (text: string): Day => text as Day;
export const instant = (text: string): Instant => text as Instant;
export const orderNumber = (chance = 0.5): OrderNumber => drawOrderNumber(() => chance);
export const euro = (minor: number): Money => money('EUR' as Currency, minor);

export const competencies: readonly Competency[] = areas.flatMap((area) =>
  competencyNames[area].map((name) => ({
    id: name.toLowerCase().replaceAll(' ', '-') as CompetencyId,
    name,
    area,
    learnMore: `https://partner.example/competencies/${name.toLowerCase().replaceAll(' ', '-')}`,
  })),
);
export const catalogue: Pick<Catalogue, 'competencies'> = { competencies };
export const competency = (name: string): Competency => {
  const found = competencies.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(name);
  return found;
};
export const analytics = competency('Data Analytics');

export const links = Object.fromEntries(
  linkNames.map((name) => [name, `https://partner.example/${name}`]),
) as Record<LinkName, string>;

export const goldQuote: Quote = {
  fee: euro(380000),
  net: euro(380000),
  tax: { basisPoints: 2100, amount: euro(79800), treatment: 'domestic' },
  total: euro(459800),
};
export const upgradeQuote: Quote = {
  fee: euro(380000),
  discount: euro(95000),
  net: euro(285000),
  tax: { basisPoints: 0, amount: euro(0), treatment: 'reverseCharge' },
  total: euro(285000),
};
export const silverQuote: Quote = {
  fee: euro(150000),
  net: euro(150000),
  tax: { basisPoints: 2100, amount: euro(31500), treatment: 'domestic' },
  total: euro(181500),
};

export const offer = (changes: Partial<Offer> = {}): Offer => ({
  competency: analytics.id,
  level: 'gold',
  kind: 'new',
  quote: goldQuote,
  ...changes,
});

export const account = {
  beneficiary: 'Partner Network Operations Ltd',
  bank: 'Sample Bank Ireland',
  account: 'IE64 IRCE 9205 0112 3456 78',
  swift: 'IRCEIE2D',
};

const address = { lines: ['Herengracht 1'], postcode: '1015 BA', city: 'Amsterdam', country: 'NL' };
export const buyer: Buyer = {
  mpnId: '6234461' as MpnId,
  name: 'Fabrikam B.V.',
  taxId: 'NL123456782B90',
  contact: { name: 'Anna de Vries', email: 'anna@fabrikam.example', phone: '+31 20 123 4567' },
  billTo: address,
  soldTo: address,
};

export const proof = (changes: Partial<Proof> = {}): Proof => ({
  hash: '0'.repeat(64) as ProofHash,
  fileName: 'bank_confirmation.pdf',
  type: 'application/pdf',
  bytes: 123_456,
  paymentDate: day('2026-11-20'),
  account: account.account,
  reference: 'TRX-778',
  submittedAt: instant('2026-11-21T14:05:00.000Z'),
  submittedBy: 'anna' as AadObjectId,
  marks: [],
  ...changes,
});

export const payment = (minor: number): Order['payments'][number] => ({
  id: `line-${minor}` as PaymentId,
  source: 'transfer',
  amount: euro(minor),
  valueDate: day('2026-11-22'),
});

export const urls = {
  pay: 'https://bot.example/pay/pay-token',
  receipt: 'https://bot.example/pay/receipt/receipt-token',
};

/** A try to pay by card. */
export const attempt = (changes: Partial<CardAttempt> = {}): CardAttempt => ({
  key: `${orderNumber()}-1` as AttemptKey,
  amount: goldQuote.total,
  startedAt: instant('2026-11-21T10:00:00.000Z'),
  language: 'en',
  lookAt: instant('2026-11-21T10:10:00.000Z'),
  state: 'open',
  ...changes,
});

/** An order that is to be paid by card. */
export const cardOrder = (changes: Partial<Order> = {}): Order =>
  order({ state: 'awaitingCardPayment', method: 'card', account: undefined, ...changes });

export const order = (changes: Partial<Order> = {}): Order => ({
  number: orderNumber(),
  state: 'awaitingTransfer',
  level: 'gold',
  competency: analytics.id,
  kind: 'new',
  method: 'transfer',
  placedAt: instant('2026-11-19T09:00:00.000Z'),
  placedBy: 'anna' as AadObjectId,
  quote: goldQuote,
  account,
  lastDay: day('2026-12-19'),
  buyer,
  agreement: {
    version: '2021-01',
    acceptedBy: 'anna' as AadObjectId,
    at: instant('2026-11-19T09:00:00.000Z'),
  },
  payments: [],
  proofs: [],
  ...changes,
});
