import type { Order } from '../rules/order.ts';
import type { ProofHash } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import type { Refusal } from '../rules/refusals.ts';
import { lastOf } from './desk.ts';

/** Which decision stands, and when and by whom it was taken; an order that was cancelled over it has none. */
const decided = (partner: Partner, { number, state, proofs }: Order): Refusal | undefined => {
  const paid = state === 'active' || state === 'refunded' || state === 'reversed';
  if (!paid && !proofs.at(-1)?.rejected) return undefined;
  const type = paid ? 'orderActivated' : 'proofRejected';
  const last = lastOf(partner, (event) => event.type === type && event.order === number);
  return last && { kind: 'alreadyDecided', order: number, as: paid ? 'paid' : 'proofRejected', ...last };
};

/** Why the proof that an operator saw is not the one to be decided on: a newer one, or decided already. */
export const proofRefusalNow = (
  { partner, order }: { readonly partner: Partner; readonly order: Order },
  seen: ProofHash,
): Refusal | undefined => {
  const { number, state } = order;
  const last = order.proofs.at(-1);
  if (!last) return { kind: 'proofNotExpected', order: number, state };
  if (last.hash !== seen) return { kind: 'proofReplaced', order: number };
  // A proof that nobody decided on is still one when its order has expired.
  if (state === 'proofUnderReview' || (state === 'expired' && !last.rejected)) return undefined;
  return decided(partner, order) ?? { kind: 'proofNotExpected', order: number, state };
};
