import { dayOf, type Instant } from './calendar.ts';
import { editOrder, moved, mustHave, type Change } from './change.ts';
import type { OrderNumber } from './ids.ts';
import { placedOn, type Order, type Proof, type ProofFields, type ProofMark } from './order.ts';
import type { Partner } from './partner.ts';
import type { Refusal } from './refusals.ts';
import { sameAccount } from './same-money.ts';

/** Why a file can't serve as a proof. */
export type ProofFault =
  | { readonly kind: 'wrongType'; readonly seen: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'tooManyPages'; readonly most: number }
  | { readonly kind: 'tooManyPixels' }
  | { readonly kind: 'damaged' }
  /** A host or a redirect that is not on the list, 404, an HTML page, an error, too slow. */
  | { readonly kind: 'unreachable'; readonly because: 'host' | 'gone' | 'page' | 'error' | 'slow' };

/** What is noticed of the fields: it is said and marked, and the proof is taken all the same. */
export const marksOf = (order: Order, fields: ProofFields, now: Instant): readonly ProofMark[] => {
  const marks: ProofMark[] = [];
  if (fields.paymentDate > dayOf(now)) marks.push('futureDate');
  if (fields.paymentDate < placedOn(order)) marks.push('dateBeforeOrder');
  if (order.account && !sameAccount(fields.account, order.account.account)) marks.push('otherAccount');
  return marks;
};

/** Whether a proof can be handed in: for a transfer order that waits, a first or a further one. */
export const proofRefusal = (order: Order): Refusal | undefined =>
  order.state === 'awaitingTransfer' || order.state === 'proofUnderReview'
    ? undefined
    : { kind: 'proofNotExpected', order: order.number, state: order.state };

/** A proof goes under review; a second one replaces the first, which is kept. It never activates. */
export const submitProof = (partner: Partner, number: OrderNumber, proof: Proof): Change => ({
  partner: editOrder(partner, number, (order) => ({
    ...(order.state === 'proofUnderReview' ? order : moved(order, 'proofUnderReview')),
    proofs: [...order.proofs, proof],
  })),
  events: [{ type: 'proofSubmitted', order: number, hash: proof.hash }],
});

/** An operator sends a proof back, with the reason that the partner reads. */
export const rejectProof = (partner: Partner, number: OrderNumber, reason: string, at: Instant): Change => {
  mustHave(partner, number);
  return {
    partner: editOrder(partner, number, (order) => ({
      ...moved(order, 'awaitingTransfer'),
      proofs: order.proofs.with(-1, { ...lastProof(order), rejected: { reason, at } }),
    })),
    events: [{ type: 'proofRejected', order: number, reason }],
  };
};

/** An operator lays a proof aside, with a note for colleagues; it stays under review. */
export const holdProof = (partner: Partner, number: OrderNumber, note: string, at: Instant): Change => {
  const { hash } = lastProof(mustHave(partner, number));
  return {
    partner: editOrder(partner, number, (order) => ({
      ...order,
      proofs: order.proofs.with(-1, { ...lastProof(order), held: { note, at } }),
    })),
    events: [{ type: 'proofHeld', order: number, hash, note }],
  };
};

const lastProof = (order: Order): Proof => {
  const proof = order.proofs.at(-1);
  if (!proof) throw new RangeError('an order under review has a proof');
  return proof;
};
