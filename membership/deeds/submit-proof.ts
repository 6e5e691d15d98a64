import type { KeptProof } from '../proof-ports.ts';
import type { AadObjectId, OrderNumber } from '../rules/ids.ts';
import type { Proof, ProofFields } from '../rules/order.ts';
import { marksOf, proofRefusal, submitProof as submitted } from '../rules/proof.ts';
import { actOn } from './authority.ts';
import { orderNews, perform, type DeedPorts, type Doing, type Outcome } from './perform.ts';

/** A kept file with its fields, handed in for an order. */
export interface SubmitProof {
  readonly person: AadObjectId;
  readonly order: OrderNumber;
  readonly file: KeptProof;
  readonly fields: ProofFields;
}

/** Puts a proof under review. The same file for another order is taken, and flagged for the operators. */
export const submitProof = async (ports: DeedPorts, doing: Doing, wish: SubmitProof): Promise<Outcome> => {
  const known = await ports.partners.ordersWithProof(wish.file.hash);
  const alsoFor = known.find((order) => order !== wish.order);
  return perform(ports, doing, (partner, now) => {
    const found = actOn(ports.catalogue, partner, wish.person, wish.order);
    if (found.kind === 'refused') return found;
    const refusal = proofRefusal(found.order);
    if (refusal) return { kind: 'refused', refusal };
    const proof: Proof = {
      ...wish.file,
      ...wish.fields,
      submittedAt: now,
      submittedBy: wish.person,
      marks: marksOf(found.order, wish.fields, now),
      ...(alsoFor ? { alsoFor } : {}),
    };
    return {
      kind: 'accepted',
      change: submitted(partner, wish.order, proof),
      order: wish.order,
      tell: [orderNews([wish.person], wish.order, 'proofReceived')],
    };
  });
};
