import assert from 'node:assert/strict';
import { inspect, type Inspected } from '../../../payments/proof/inspect.ts';
import { usualLimits } from '../../../payments/proof/limits.ts';
import { certificatePdf, encryptedPdf, pdfBomb, pdfOf, pdfWithoutItsPages } from './pdf-files.ts';
import { animatedPng, jpeg, picture, png, pngClaiming } from './pictures.ts';

const open = new AbortController().signal;
const sound = (type: 'application/pdf' | 'image/jpeg' | 'image/png'): Inspected => ({ kind: 'sound', type });
const wrong = (seen: string): Inspected => ({ kind: 'wrongType', seen });
const damaged: Inspected = { kind: 'damaged' };
const pixels = 'tooManyPixels';
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]);
const id3 = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0]);
const most = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * 0.9));
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

type Case = readonly [what: string, bytes: Buffer | (() => Promise<Buffer>), expected: Inspected];
const cases: readonly Case[] = [
  ['a PDF', pdfOf(1), sound('application/pdf')],
  ['a PDF of 20 pages', pdfOf(20), sound('application/pdf')],
  ['a JPEG', () => jpeg(), sound('image/jpeg')],
  ['a PNG', () => png(), sound('image/png')],
  [
    'a JPEG with something behind its end',
    async () => Buffer.concat([await jpeg(), zip]),
    sound('image/jpeg'),
  ],
  ['a PDF with a ZIP behind its end', Buffer.concat([pdfOf(1), zip]), sound('application/pdf')],
  ['nothing', Buffer.alloc(0), { kind: 'empty' }],
  ['a byte more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, '%PDF-'), { kind: 'tooLarge' }],

  ['a PDF of 21 pages', pdfOf(21), { kind: 'tooManyPages', most: 20 }],
  ['a PDF of 500 pages', pdfOf(500), { kind: 'tooManyPages', most: 20 }],
  ['a PDF with a password', encryptedPdf('secret'), { kind: 'encrypted' }],
  ['a PDF encrypted under the empty password', encryptedPdf(''), { kind: 'encrypted' }],
  ['a PDF for a certificate', certificatePdf(), { kind: 'encrypted' }],
  ['a PDF cut in half', half(pdfOf(20)), damaged],
  ['the first line of a PDF', Buffer.from('%PDF-1.7\n'), damaged],
  ['a PDF whose pages are missing', pdfWithoutItsPages(), damaged],
  ['a PDF without a page', pdfOf(0), damaged],
  ['a PDF that unpacks to 10 MB', pdfBomb(10), sound('application/pdf')],
  ['a PDF that unpacks to 300 MB', pdfBomb(300), damaged],

  ['a PNG that claims 60000 × 60000', () => pngClaiming(60_000, 60_000), { kind: pixels }],
  ['a PNG that claims 50 megapixels and a row', () => pngClaiming(5_000, 10_001), { kind: pixels }],
  ['a PNG cut off', async () => most(await png()), damaged],
  ['a JPEG cut off', async () => most(await jpeg()), damaged],
  ['a PNG’s first bytes', async () => (await png()).subarray(0, 20), damaged],
  ['a PNG with claims that its data don’t fill', () => pngClaiming(600, 800), damaged],

  ['a HEIC', heic, wrong('HEIC')],
  ['a ZIP', zip, wrong('ZIP')],
  ['a TIFF', () => picture('tiff'), wrong('TIFF')],
  ['a GIF', () => picture('gif'), wrong('GIF')],
  ['a WebP', () => picture('webp'), wrong('WEBP')],
  ['an AVIF', () => picture('avif'), wrong('AVIF')],
  ['a PNG that moves', animatedPng, wrong('APNG')],
  ['an SVG', Buffer.from('<?xml version="1.0"?>\n<!-- a --><svg xmlns="…"/>'), wrong('SVG')],
  ['XML', Buffer.from('<?xml version="1.0"?><Document/>'), wrong('XML')],
  ['HTML', Buffer.from('<!-- a --><!DOCTYPE html><html></html>'), wrong('HTML')],
  ['text', Buffer.from('Paid on 1 October, é'), wrong('text')],
  ['text cut within a character', Buffer.from('é'.repeat(3_000)), wrong('text')],
  ['bytes of no format', Buffer.from([0xfe, 0x00, 0x01, 0x80, 0x81, 0x02]), wrong('unknown')],
  ['a PDF behind a line break', Buffer.concat([Buffer.from('\n'), pdfOf(1)]), wrong('text')],
  ['a PDF behind a byte order mark', Buffer.concat([Buffer.from('\ufeff'), pdfOf(1)]), wrong('text')],
  ['a PDF behind an empty ID3 tag', Buffer.concat([id3, pdfOf(1)]), wrong('unknown')],
];

describe('what a file is, judged by its content', () => {
  for (const [what, bytes, expected] of cases) {
    it(`${what}: ${expected.kind}`, async () => {
      const file = typeof bytes === 'function' ? await bytes() : bytes;
      assert.deepEqual(await inspect(file, usualLimits, open), expected);
    });
  }

  it('takes as many pages, pixels and bytes as it is told', async () => {
    const file = await png(20, 20);
    const told = { ...usualLimits, pages: 2, pixels: 399 };
    assert.deepEqual(await inspect(pdfOf(3), told, open), { kind: 'tooManyPages', most: 2 });
    assert.deepEqual(await inspect(file, told, open), { kind: pixels });
    assert.deepEqual(await inspect(file, { ...told, pixels: 400 }, open), sound('image/png'));
    assert.deepEqual(await inspect(file, { ...told, bytes: file.length - 1 }, open), { kind: 'tooLarge' });
  });
});

describe('a PDF made to keep us busy', () => {
  const patient = { ...usualLimits, unpackedBytes: Number.MAX_SAFE_INTEGER, inspectTime: 400 };

  it('is given up in time, while others are judged', async () => {
    const finished: string[] = [];
    const bomb = inspect(pdfBomb(200), patient, open).finally(() => finished.push('bomb'));
    const other = inspect(await jpeg(), usualLimits, open).finally(() => finished.push('other'));
    assert.deepEqual(await Promise.all([bomb, other]), [damaged, sound('image/jpeg')]);
    assert.deepEqual(finished, ['other', 'bomb']);
  });

  it('is left when the bot stops, and not called damaged', async () => {
    const closing = new AbortController();
    const judged = inspect(pdfBomb(200), { ...patient, inspectTime: 60_000 }, closing.signal);
    closing.abort(new Error('stopping'));
    await assert.rejects(judged, /stopping/);
    assert.deepEqual(
      process.getActiveResourcesInfo().filter((resource) => resource === 'Worker'),
      [],
    );
  });
});
