import sharp, { type Sharp } from 'sharp';
import { crc32 } from 'node:zlib';

/** Noise, so that it doesn't shrink to nothing. */
const noise = (width: number, height: number): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

export const jpeg = (width = 60, height = 80): Promise<Buffer> => noise(width, height).jpeg().toBuffer();
export const png = (width = 60, height = 80): Promise<Buffer> => noise(width, height).png().toBuffer();
export const picture = (format: 'gif' | 'webp' | 'tiff' | 'avif'): Promise<Buffer> =>
  noise(60, 80).toFormat(format).toBuffer();

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const signatureLength = 8;
const headerEnd = signatureLength + 4 + 4 + 13 + 4;

/** A small PNG whose header claims another size. */
export const pngClaiming = async (width: number, height: number): Promise<Buffer> => {
  const small = await png();
  const header = Buffer.from(small.subarray(signatureLength + 8, headerEnd - 4));
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    small.subarray(0, signatureLength),
    chunk('IHDR', header),
    small.subarray(headerEnd),
  ]);
};

export const animatedPng = async (): Promise<Buffer> => {
  const still = await png();
  const control = chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]));
  return Buffer.concat([still.subarray(0, headerEnd), control, still.subarray(headerEnd)]);
};
