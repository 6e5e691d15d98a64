import { addDays, type Day, type Instant } from './calendar.ts';
import type { OrderNumber, PaymentId } from './ids.ts';
import { isOpen, type Order, type Proof } from './order.ts';
import type { Partner } from './partner.ts';
import { pendingRequest } from './refunding.ts';

/** What an operator cares for at a partner, each kind a list of its own. */
export const matterKinds = ['proof', 'refund', 'open', 'expiring', 'credit', 'held'] as const;
export type MatterKind = (typeof matterKinds)[number];

/**
 * - `proof`: to be reviewed; since it was handed in
 * - `refund`: asked for, and not decided or not paid yet; since it was asked for
 * - `open`: an order that waits for its money; since it was placed
 * - `expiring`: the same within its last days; by its last day
 * - `credit`: the partner's money that belongs to no open order; since its value date
 * - `held`: money that only an operator can place; since its value date
 */
export interface Matter {
  readonly kind: MatterKind;
  readonly order: OrderNumber;
  /** Such texts sort as the days do. */
  readonly since: Day | Instant;
  /** Of a proof that an operator has put aside: it comes after the others. */
  readonly aside?: boolean | undefined;
  /** Of credit and held money. */
  readonly payment?: PaymentId | undefined;
  /** The first and the last day on which it is one; it comes and goes without a commit. */
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** An order whose last day is as near as this is expiring. */
const expiringDays = 7;

/** The proof that waits for an operator's word. */
export const proofToReview = (order: Order): Proof | undefined =>
  order.state === 'proofUnderReview' ? order.proofs.at(-1) : undefined;

const ofProof = (order: Order): readonly Matter[] => {
  const proof = proofToReview(order);
  const { number, lastDay: until } = order;
  if (!proof) return [];
  return [{ kind: 'proof', order: number, since: proof.submittedAt, aside: proof.held !== undefined, until }];
};

const ofRefund = (order: Order): readonly Matter[] => {
  const request = pendingRequest(order);
  return request ? [{ kind: 'refund', order: order.number, since: request.at }] : [];
};

const ofOpen = (order: Order): readonly Matter[] => {
  const { number, lastDay: until } = order;
  if (!isOpen(order.state)) return [];
  const over = addDays(until, 1);
  return [
    { kind: 'open', order: number, since: order.placedAt, until },
    { kind: 'expiring', order: number, since: until, from: addDays(until, -expiringDays), until },
    // What was paid in part is credit once the order has expired, whether or not a job has run.
    ...(order.payments.length > 0
      ? [{ kind: 'credit' as const, order: number, since: over, from: over, payment: order.payments[0]?.id }]
      : []),
  ];
};

const ofMoney = ({ credits, held }: Partner): readonly Matter[] => [
  ...credits.map(
    ({ id: payment, from: order, since }) => ({ kind: 'credit', order, since, payment }) as const,
  ),
  ...held.map(
    ({ id: payment, order, valueDate }) => ({ kind: 'held', order, since: valueDate, payment }) as const,
  ),
];

/** Which matters of a partner an operator cares for. */
export const mattersOf = (partner: Partner): readonly Matter[] => [
  ...partner.orders.flatMap((order) => [...ofProof(order), ...ofRefund(order), ...ofOpen(order)]),
  ...ofMoney(partner),
];

/** Whether it is one on this day. */
export const isNow = ({ from, until }: Matter, today: Day): boolean =>
  (from === undefined || from <= today) && (until === undefined || today <= until);

/** Oldest first; what was put aside comes last. */
export const byAge = (a: Matter, b: Matter): number =>
  Number(a.aside ?? false) - Number(b.aside ?? false) ||
  a.since.localeCompare(b.since) ||
  a.order.localeCompare(b.order);
