import { fileTypeFromBuffer } from 'file-type';
import type { ProofType } from '../../membership/rules/order.ts';

const signatures: readonly (readonly [ProofType, Uint8Array])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff)],
  ['image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
];

/**
 * The type that the very first bytes tell, whatever the name and the rest say. Stricter than readers of
 * these formats, some of which skip what stands before: a file must not be one thing here and another there.
 */
export const proofTypeOf = (bytes: Uint8Array): ProofType | undefined =>
  signatures.find(([, start]) => Buffer.compare(bytes.subarray(0, start.length), start) === 0)?.[0];

/** Bytes that the library needs to tell types apart; more would let a file choose how long it takes. */
const sampleLength = 4_100;

const extensionOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  // A file cut off or made up makes it throw; then nothing is known of it.
  const found = await fileTypeFromBuffer(bytes.subarray(0, sampleLength)).catch(() => undefined);
  return found?.ext;
};

const properNames: Readonly<Record<string, string>> = {
  tif: 'TIFF',
  cfb: 'Office',
  // Found behind other bytes; to say "this is a PDF, send a PDF" helps nobody.
  pdf: 'unknown',
  jpg: 'unknown',
  png: 'unknown',
};

/** What a file that can't serve seems to be: a format's short name (`HEIC`, `ZIP`), `text` or `unknown`. */
export const seenIn = async (bytes: Uint8Array): Promise<string> => {
  const text = textOf(bytes);
  if (text !== undefined) return seenInText(text);
  const extension = await extensionOf(bytes);
  return extension === undefined ? 'unknown' : (properNames[extension] ?? extension.toUpperCase());
};

/** True for a PNG that moves, which shows one thing to one reader and another to the next. */
export const isAnimatedPng = async (bytes: Uint8Array): Promise<boolean> =>
  (await extensionOf(bytes)) === 'apng';

const textOf = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, sampleLength);
  // Streaming: a character cut at the sample's end is no fault.
  const text = decoded(sample);
  // eslint-disable-next-line no-control-regex -- these are what text does not contain
  return text === undefined || /[\0-\x08\x0e-\x1f]/.test(text) ? undefined : text;
};

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
};

const seenInText = (text: string): string => {
  if (page.test(text)) return 'HTML';
  if (!/^\s*</.test(text)) return 'text';
  if (/<svg\b/i.test(text)) return 'SVG';
  return /^\s*<\?xml\b/.test(text) ? 'XML' : 'text';
};

// One way only to read each comment, or a page made of comments would take for ever.
const page = /^\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script)\b/i;

/** True for a web page, such as one that asks to sign in, that came where a file was asked for. */
export const beginsAsPage = (bytes: Uint8Array): boolean => {
  const text = textOf(bytes);
  return text !== undefined && page.test(text);
};
