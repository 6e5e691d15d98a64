import type { ProofFault } from '../../membership/rules/proof.ts';
import type { ProofType } from '../../membership/rules/order.ts';
import { isAnimatedPng, proofTypeOf, seenIn } from './content.ts';
import { inspectImage } from './image.ts';
import type { ProofLimits } from './limits.ts';
import { inspectPdf } from './pdf.ts';

export type Inspected = { readonly kind: 'sound'; readonly type: ProofType } | ProofFault;

/** Judges a file by its content alone; rejects only as `inspectPdf` does. */
export const inspect = async (
  bytes: Uint8Array,
  limits: ProofLimits,
  closing: AbortSignal,
): Promise<Inspected> => {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes.length > limits.bytes) return { kind: 'tooLarge' };
  const type = proofTypeOf(bytes);
  if (type === undefined) return { kind: 'wrongType', seen: await seenIn(bytes) };
  if (type === 'image/png' && (await isAnimatedPng(bytes))) return { kind: 'wrongType', seen: 'APNG' };
  const finding =
    type === 'application/pdf' ? await inspectPdf(bytes, limits, closing) : await inspectImage(bytes, limits);
  switch (finding) {
    case 'sound':
      return { kind: 'sound', type };
    case 'tooManyPages':
      return { kind: 'tooManyPages', most: limits.pages };
    case 'encrypted':
    case 'tooManyPixels':
    case 'damaged':
      return { kind: finding };
  }
};
