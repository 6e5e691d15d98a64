import sharp, { type Metadata } from 'sharp';
import type { ProofLimits } from './limits.ts';

export type ImageFinding = 'sound' | 'tooManyPixels' | 'damaged';

/**
 * Judges a JPEG or PNG by decoding all of it, in libvips' own threads. Flaws that a viewer passes over,
 * as phones make them, are passed over here too; a file cut off is damaged, so is one that takes too long.
 */
export const inspectImage = async (
  bytes: Uint8Array,
  limits: Pick<ProofLimits, 'pixels' | 'inspectTime'>,
): Promise<ImageFinding> => {
  const header = await headerOf(bytes);
  if (header === undefined || (header.pages ?? 1) > 1) return 'damaged';
  if (header.width * header.height > limits.pixels) return 'tooManyPixels';
  return (await decodes(bytes, header, limits)) ? 'sound' : 'damaged';
};

// Unlimited, since only the header is read: how much it claims is for us to judge.
const headerOf = (bytes: Uint8Array): Promise<Metadata | undefined> =>
  sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);

/** The last row needs all those before it, and keeping only that one keeps memory small. */
const decodes = async (
  bytes: Uint8Array,
  { width, height }: Metadata,
  limits: Pick<ProofLimits, 'pixels' | 'inspectTime'>,
): Promise<boolean> => {
  try {
    await sharp(bytes, { failOn: 'error', limitInputPixels: limits.pixels })
      .extract({ left: 0, top: height - 1, width, height: 1 })
      .timeout({ seconds: Math.ceil(limits.inspectTime / 1_000) })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
};
