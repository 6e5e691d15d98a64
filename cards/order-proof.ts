import type { Language } from '../membership/rules/catalogue.ts';
import type { Proof, ProofMark } from '../membership/rules/order.ts';
import { facts, subheading, text, type Element } from './elements.ts';
import { showDay, showInstant } from './format.ts';
import { say } from './say.ts';

const judged = (language: Language, value: string, faults: readonly (ProofMark | 'alsoFor')[]): string =>
  faults.length === 0
    ? say(language, 'right', { value })
    : say(language, 'wrong', {
        value,
        why: faults.map((fault) => say(language, `mark.${fault}`)).join(', '),
      });

/**
 * The proof that counts, each field with ✔, or with ✖ and what was noticed.
 * @param shared whether another order of the same partner has the file; of other organisations nothing is told
 */
export const proofLines = (language: Language, proof: Proof, shared: boolean): readonly Element[] => {
  const dateFaults = proof.marks.filter((mark) => mark !== 'otherAccount');
  const accountFaults = proof.marks.filter((mark) => mark === 'otherAccount');
  return [
    subheading(say(language, 'paymentProof')),
    // A line of its own: a fact's value is cut off where a long file name does not fit.
    text(`${say(language, 'file')}: ${judged(language, proof.fileName, shared ? ['alsoFor'] : [])}`),
    facts(
      [say(language, 'paymentDate'), judged(language, showDay(language, proof.paymentDate), dateFaults)],
      [say(language, 'paidToAccount'), judged(language, proof.account, accountFaults)],
      proof.reference === undefined || proof.reference === ''
        ? undefined
        : [say(language, 'transactionRef'), proof.reference],
      [say(language, 'handedIn'), showInstant(language, proof.submittedAt)],
    ),
  ];
};

/** Why the last proof was sent back, and what to do. */
export const rejectionLines = (language: Language, reason: string): readonly Element[] => [
  text(say(language, 'rejectedBecause', { reason }), { spacing: 'small' }),
  text(say(language, 'sendAnother'), { spacing: 'small' }),
];
