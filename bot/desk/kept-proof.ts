import type { Partners } from '../../membership/ports.ts';
import type { ProofStore } from '../../membership/proof-ports.ts';
import type { ProofType } from '../../membership/rules/order.ts';
import { orderOf } from '../../membership/rules/partner.ts';
import { tidyFileName } from '../../payments/proof/file-name.ts';
import type { ProofClaim } from '../links/claims.ts';

/** A payment proof's document, as it was handed in. */
export interface ProofDocument {
  readonly type: ProofType;
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

const endings: Readonly<Record<ProofType, { readonly known: RegExp; readonly own: string }>> = {
  'application/pdf': { known: /\.pdf$/i, own: '.pdf' },
  'image/jpeg': { known: /\.jpe?g$/i, own: '.jpg' },
  'image/png': { known: /\.png$/i, own: '.png' },
};

/** What is kept opens as what it is, whatever ending it came with. */
const nameFor = (type: ProofType, fileName: string): string => {
  const { known, own } = endings[type];
  const name = tidyFileName(fileName);
  return known.test(name) ? name : `${name}${own}`;
};

/**
 * The document that a link names.
 * @returns undefined where there is none, or it is the operator's own organisation's
 */
export const keptProof = async (
  {
    partners,
    proofs,
  }: { readonly partners: Pick<Partners, 'read'>; readonly proofs: Pick<ProofStore, 'get'> },
  { operator, partner: id, order, hash }: ProofClaim,
): Promise<ProofDocument | undefined> => {
  const partner = await partners.read(id);
  if (!partner || partner.tenantId === operator.tenantId) return undefined;
  const proof = orderOf(partner, order)?.proofs.find((kept) => kept.hash === hash);
  const bytes = proof && (await proofs.get(hash));
  return bytes && { type: proof.type, bytes, fileName: nameFor(proof.type, proof.fileName) };
};
