import type { Circumstances } from './activation.ts';
import { then, unchanged, type Change } from './change.ts';
import { takeUpCredit } from './credit.ts';
import { placedOn, type Order, type Proof } from './order.ts';
import type { Partner } from './partner.ts';
import { completeIfPaid } from './payment.ts';
import { marksOf, submitProof } from './proof.ts';

/** The proof of the newest expired order of the level, unless it was rejected or a later order has it already. */
const inheritedProof = (partner: Partner, order: Order): Proof | undefined => {
  const newest = partner.orders
    .filter((candidate) => candidate.level === order.level && candidate.method === 'transfer')
    .toSorted((a, b) => a.placedAt.localeCompare(b.placedAt))
    .at(-1);
  const proof = newest?.state === 'expired' ? newest.proofs.at(-1) : undefined;
  if (!newest || !proof || proof.rejected) return undefined;
  // Against the order that was paid for, but as of now: a date that lay in the future may be over.
  return { ...proof, marks: marksOf(newest, proof, order.placedAt) };
};

const isWaiting = (partner: Partner, order: Order): boolean =>
  partner.orders.some((kept) => kept.number === order.number && kept.state === 'awaitingTransfer');

/**
 * Adds an order. It takes up the partner's credit, and may be active at once; where money is still awaited it
 * takes up the proof of the order that expired before it.
 */
export const placeOrder = (partner: Partner, order: Order, circumstances: Circumstances): Change => {
  const added: Change = {
    partner: { ...partner, orders: [...partner.orders, order] },
    events: [
      { type: 'orderPlaced', order: order.number, method: order.method, total: order.quote.total },
      { type: 'agreementAccepted', order: order.number, version: order.agreement.version },
    ],
  };
  const credited = then(added, (current) => takeUpCredit(current, order.number, placedOn(order)));
  const settled = then(credited, (current) => completeIfPaid(current, order.number, circumstances));
  const proof = order.method === 'transfer' ? inheritedProof(partner, order) : undefined;
  return then(settled, (current) =>
    proof && isWaiting(current, order) ? submitProof(current, order.number, proof) : unchanged(current),
  );
};
