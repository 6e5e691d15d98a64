import { z } from 'zod';
import { languages, paymentMethods, type BankAccount } from '../../membership/rules/catalogue.ts';
import { isAttemptKey, type CardSession } from '../../membership/rules/ids.ts';
import {
  attemptEnds,
  orderStates,
  type Buyer,
  type CardAttempt,
  type Order,
  type PaidBack,
  type Payment,
  type Proof,
  type RefundRequest,
} from '../../membership/rules/order.ts';
import type { Credit, HeldMoney } from '../../membership/rules/partner.ts';
import type { Quote } from '../../membership/rules/pricing.ts';
import {
  aadObjectId,
  address,
  competencyId,
  contact,
  count,
  day,
  form,
  instant,
  level,
  line,
  list,
  money,
  mpnId,
  name,
  orderNumber,
  paymentId,
  proofHash,
} from './forms.ts';

const payment = form<Payment>()({
  id: paymentId,
  source: z.enum(['transfer', 'card', 'credit']),
  amount: money,
  valueDate: day,
});

const proof = form<Proof>()({
  paymentDate: day,
  account: line,
  reference: line.optional(),
  hash: proofHash,
  fileName: z.string().max(1024),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  bytes: count,
  submittedAt: instant,
  submittedBy: aadObjectId,
  marks: list(z.enum(['futureDate', 'dateBeforeOrder', 'otherAccount'])),
  alsoFor: orderNumber.optional(),
  rejected: form<NonNullable<Proof['rejected']>>()({ reason: z.string(), at: instant }).optional(),
  held: form<NonNullable<Proof['held']>>()({ note: z.string(), at: instant }).optional(),
});

const attempt = form<CardAttempt>()({
  key: z.string().refine(isAttemptKey),
  amount: money,
  startedAt: instant,
  language: z.enum(languages),
  lookAt: instant,
  state: z.enum(['opening', 'open', 'paid', 'ended']),
  session: z
    .string()
    .max(255)
    .transform((id) => id as CardSession)
    .optional(),
  url: z.string().max(2048).optional(),
  expiresAt: instant.optional(),
  declinedAt: instant.optional(),
  end: z.enum(attemptEnds).optional(),
});

const buyer = form<Buyer>()({
  mpnId,
  name,
  taxId: line.optional(),
  contact,
  billTo: address,
  soldTo: address,
});

const quote = form<Quote>()({
  fee: money,
  discount: money.optional(),
  net: money,
  tax: form<Quote['tax']>()({
    basisPoints: count,
    amount: money,
    treatment: z.enum(['domestic', 'reverseCharge']),
  }),
  total: money,
});

const bankAccount = form<BankAccount>()({ beneficiary: line, bank: line, account: line, swift: line });

const refundRequest = form<RefundRequest>()({
  at: instant,
  by: aadObjectId,
  reason: z.string().optional(),
  approvedAt: instant.optional(),
  declined: form<NonNullable<RefundRequest['declined']>>()({ reason: z.string(), at: instant }).optional(),
});

const paidBack = form<PaidBack>()({ on: day, amount: money, reference: z.string() });

export const order = form<Order>()({
  number: orderNumber,
  state: z.enum(orderStates),
  level,
  competency: competencyId,
  kind: z.enum(['new', 'upgrade', 'renewal']),
  renews: day.optional(),
  method: z.enum(paymentMethods),
  placedAt: instant,
  placedBy: aadObjectId,
  quote,
  account: bankAccount.optional(),
  lastDay: day,
  buyer,
  agreement: form<Order['agreement']>()({ version: line, acceptedBy: aadObjectId, at: instant }),
  payments: list(payment),
  attempts: list(attempt).optional(),
  proofs: list(proof),
  purchaseDate: day.optional(),
  cancelled: form<NonNullable<Order['cancelled']>>()({ at: instant, by: aadObjectId.optional() }).optional(),
  refundRequest: refundRequest.optional(),
  paidBack: list(paidBack).optional(),
});

export const credit = form<Credit>()({ id: paymentId, left: money, from: orderNumber, since: day });

export const heldMoney = form<HeldMoney>()({
  id: paymentId,
  amount: money,
  valueDate: day,
  order: orderNumber,
  because: z.enum(['wrongCurrency', 'wrongAmount', 'wrongMode']),
});
