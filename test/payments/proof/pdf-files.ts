import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

type Part = string | Buffer;

/** Numbered objects from 1 on, with a right cross-reference table; object 1 is the catalogue. */
const written = (objects: readonly Part[], trailer = ''): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets = objects.map((object, index) => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
    return offset;
  });
  const start = Buffer.concat(parts).length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
        `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};

const pagesFrom = (first: number, count: number): string[] => {
  const kids = Array.from({ length: count }, (_, index) => `${first + index} 0 R`).join(' ');
  return [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
  ];
};

export const pdfOf = (pages: number): Buffer => written(pagesFrom(3, pages));

/** Its page tree promises pages that are not there. */
export const pdfWithoutItsPages = (): Buffer =>
  written(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[7 0 R 8 0 R]/Count 2>>']);

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const id = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');

const rc4 = (key: Buffer, data: Buffer): Buffer => {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) % 256;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) % 256;
    j = (j + state[i]!) % 256;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) % 256]!;
  }) as Buffer;
};

/** Standard security handler, revision 2; with an empty password every reader opens it. */
export const encryptedPdf = (password: string): Buffer => {
  const padded = Buffer.concat([Buffer.from(password), padding]).subarray(0, 32);
  const owner = Buffer.alloc(32, 7);
  const permissions = Buffer.from('fcffffff', 'hex');
  const key = createHash('md5')
    .update(Buffer.concat([padded, owner, permissions, id]))
    .digest()
    .subarray(0, 5);
  const user = rc4(key, padding);
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/O ${hex(owner)}/U ${hex(user)}/P -4>>`;
  return written(pagesFrom(3, 1), `${encrypt}/ID[${hex(id)}${hex(id)}]`);
};

/** Encrypted for certificates that nobody here has. */
export const certificatePdf = (): Buffer => written(pagesFrom(3, 1), '/Encrypt<</Filter/Adobe.PubSec/V 4>>');

/** A few kilobytes whose catalogue lies in a stream that unpacks to this many megabytes. */
export const pdfBomb = (megabytes: number): Buffer => {
  const header = '1 0 2 60 5 120'.padEnd(20);
  const catalogue = '<</Type/Catalog/Pages 2 0 R>>'.padEnd(60);
  const tree = '<</Type/Pages/Kids[5 0 R]/Count 1>>'.padEnd(60);
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';
  const packed = deflateSync(
    Buffer.concat([Buffer.from(header + catalogue + tree + page), Buffer.alloc(megabytes * 1_000_000, ' ')]),
  );
  const start = Buffer.from('%PDF-1.7\n');
  const objects = Buffer.concat([
    Buffer.from(
      `3 0 obj\n<</Type/ObjStm/N 3/First 20/Length ${packed.length}/Filter/FlateDecode>>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const tableAt = start.length + objects.length;
  const rows = [
    [0, 0, 65_535],
    [2, 3, 0],
    [2, 3, 1],
    [1, start.length, 0],
    [1, tableAt, 0],
    [2, 3, 2],
  ].map(([kind, where, index]) => {
    const row = Buffer.alloc(7);
    row.writeUInt8(kind!, 0);
    row.writeUInt32BE(where!, 1);
    row.writeUInt16BE(index!, 5);
    return row;
  });
  const table = Buffer.concat([
    Buffer.from('4 0 obj\n<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Length 42>>\nstream\n'),
    ...rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${tableAt}\n%%EOF\n`),
  ]);
  return Buffer.concat([start, objects, table]);
};
