import { mustHave } from '../rules/change.ts';
import type { Change } from '../rules/change.ts';
import type { Instant } from '../rules/calendar.ts';
import type { Operator } from '../rules/history.ts';
import type { CommandId, OrderNumber, ProofHash } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import { admins } from '../rules/roles.ts';
import { holdProof as held, rejectProof as rejected } from '../rules/proof.ts';
import type { Refusal } from '../rules/refusals.ts';

import {
  deskOrder,
  deskOutcome,
  emptyRefusal,
  lastOf,
  operatorDoing,
  refused,
  type DeskOutcome,
} from './desk.ts';
import { proofRefusalNow } from './judge-proof.ts';
import { markReceived, type MarkReceived } from './mark-received.ts';
import { orderNews, perform, type DeedPorts, type Tell } from './perform.ts';
import type { BankPorts } from './tell-line.ts';

/** The proof that an operator looked at: a newer one may have come since. */
export interface ReviewProof {
  readonly order: OrderNumber;
  readonly proof: ProofHash;
  readonly command: CommandId;
}

/** The money is there: what marking by hand asks, and the proof that led to it. */
export const acceptProof = (
  ports: BankPorts,
  operator: Operator,
  wish: MarkReceived & { readonly proof: ProofHash },
): Promise<DeskOutcome> => markReceived(ports, operator, wish);

const review = async (
  ports: DeedPorts,
  operator: Operator,
  { order, proof, command }: ReviewProof,
  decide: (
    partner: Partner,
    now: Instant,
  ) => { readonly change: Change; readonly tell: readonly Tell[] } | Refusal,
): Promise<DeskOutcome> => {
  const found = await deskOrder(ports, operator, order);
  if (found.kind === 'refused') return found;
  const doing = operatorDoing(operator, found.partner.mpnId, command);
  return deskOutcome(
    await perform(ports, doing, (partner, now) => {
      const refusal = proofRefusalNow({ partner, order: mustHave(partner, order) }, proof);
      if (refusal) return refused(refusal);
      const decision = decide(partner, now);
      return 'kind' in decision ? refused(decision) : { kind: 'accepted', order, ...decision };
    }),
  );
};

/** Sends a proof back, with the reason that the partner's admins read. */
export const rejectProof = (
  ports: DeedPorts,
  operator: Operator,
  wish: ReviewProof & { readonly reason: string },
): Promise<DeskOutcome> =>
  review(ports, operator, wish, (partner, now) => {
    const { order: number, reason } = wish;
    const { state } = mustHave(partner, number);
    const empty = emptyRefusal('reason', reason);
    if (empty) return empty;
    // Of an expired order nothing is asked for any more.
    if (state !== 'proofUnderReview') return { kind: 'proofNotExpected', order: number, state };
    return {
      change: rejected(partner, number, reason.trim(), now),
      tell: [orderNews(admins(ports.catalogue, partner), number, 'proofRejected')],
    };
  });

/** Leaves a proof under review, with a note for colleagues. */
export const holdProof = (
  ports: DeedPorts,
  operator: Operator,
  wish: ReviewProof & { readonly note: string },
): Promise<DeskOutcome> =>
  review(ports, operator, wish, (partner, now) => {
    const { order: number, proof, note } = wish;
    const empty = emptyRefusal('note', note);
    if (empty) return empty;
    const before = mustHave(partner, number).proofs.at(-1)?.held
      ? lastOf(partner, (event) => event.type === 'proofHeld' && event.hash === proof)
      : undefined;
    if (before) return { kind: 'alreadyDecided', order: number, as: 'proofHeld', ...before };
    return { change: held(partner, number, note.trim(), now), tell: [] };
  });
