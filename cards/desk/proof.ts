import type { Language } from '../../membership/rules/catalogue.ts';
import { note, text, type Element } from '../elements.ts';
import { showInstant } from '../format.ts';
import { proofLines } from '../order-proof.ts';
import { say } from '../say.ts';
import type { DeskOrderView } from './view.ts';

/** The proof that counts, with every mark; operators are told of any other order that has the file. */
export const deskProofLines = (language: Language, { order }: DeskOrderView): readonly Element[] => {
  const proof = order.proofs.at(-1);
  if (!proof) return [];
  const { alsoFor, rejected, held } = proof;
  return [
    ...proofLines(language, proof, alsoFor !== undefined),
    ...(alsoFor ? [text(say(language, 'alsoForOrder', { number: alsoFor }))] : []),
    ...(held
      ? [note(say(language, 'putAsideNote', { at: showInstant(language, held.at), note: held.note }))]
      : []),
    ...(rejected ? [note(say(language, 'did.proofRejected', { reason: rejected.reason }))] : []),
  ];
};
