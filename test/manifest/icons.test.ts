import assert from 'node:assert/strict';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = join(import.meta.dirname, '../../manifest/icons');

const pixelsOf = (file: string, edge: number): Promise<Buffer> =>
  sharp(join(folder, file)).resize(edge, edge).ensureAlpha().raw().toBuffer();

/** How far, of 255, the pixels lie apart on average. */
const distance = (one: Buffer, other: Buffer): number =>
  one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;

describe('the icons', () => {
  for (const [name, edge] of [
    ['color', 192],
    ['outline', 32],
  ] as const)
    it(`${name}.png is what ${name}.svg draws; after a change: sharp(svg).resize(${edge}).png().toFile(png)`, async () => {
      const drawn = await pixelsOf(`${name}.svg`, edge);
      const kept = await pixelsOf(`${name}.png`, edge);
      assert.equal(kept.length, edge * edge * 4);
      assert.ok(distance(drawn, kept) < 2, `they lie ${distance(drawn, kept)} apart`);
    });

  it('color fills its square, for Teams rounds the corners itself', async () => {
    const pixels = await pixelsOf('color.png', 192);
    assert.ok(pixels.every((value, at) => at % 4 !== 3 || value === 255));
  });
});
