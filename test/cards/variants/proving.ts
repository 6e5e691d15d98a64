import { fileFaults } from './refused.ts';
import { proofCard, type ProofProblem, type ProofView } from '../../../cards/proof.ts';
import { analytics, nonce, order, proof } from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const proofView = (changes: Partial<ProofView> = {}): ProofView => ({
  nonce,
  order: order(),
  competency: analytics,
  problems: [],
  ...changes,
});
const proofFile = { fileName: 'bank_confirmation.pdf', bytes: 1_234_567, type: 'application/pdf' } as const;
const proofProblems: readonly ProofProblem[] = [
  { kind: 'dateMissing' },
  { kind: 'dateUnreadable', typed: '32 nov' },
  { kind: 'accountMissing' },
  { kind: 'maybeCardNumber', field: 'account' },
  { kind: 'maybeCardNumber', field: 'reference' },
  ...fileFaults.map((fault) => ({ kind: 'file' as const, fault })),
];
/** Handing in a proof. */
export const proofCards: readonly Variant[] = [
  variant('proof', (language) => proofCard(language, proofView())),
  variant('proof, local', (language) =>
    proofCard(language, proofView({ localPage: 'http://localhost:3978/local' })),
  ),
  variant('proof, file there', (language) => proofCard(language, proofView({ file: proofFile }))),
  variant('proof, fields there', (language) =>
    proofCard(
      language,
      proofView({ entered: { paymentDate: '2026-11-20', account: 'IE64', reference: 'x' } }),
    ),
  ),
  variant('proof, again', (language) =>
    proofCard(language, proofView({ order: order({ state: 'proofUnderReview', proofs: [proof()] }) })),
  ),
  variant('proof, every problem', (language) =>
    proofCard(language, proofView({ problems: proofProblems, entered: { paymentDate: '32 nov' } })),
  ),
];
