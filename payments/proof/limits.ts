/** How much of a file, and of our time, one payment proof may take. */
export interface ProofLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Redirects followed until we stop asking. */
  readonly redirects: number;
  /** For fetching, from the first request to the last byte, ms. */
  readonly fetchTime: number;
  /** For judging the content, ms. */
  readonly inspectTime: number;
  /** Of a PDF. */
  readonly pages: number;
  /** Width times height of a picture. */
  readonly pixels: number;
  /** Bytes that reading a PDF may unpack, all its streams together. */
  readonly unpackedBytes: number;
  /** Files held in memory at once. */
  readonly filesAtOnce: number;
  /** Files judged at once: each takes a processor. */
  readonly inspectionsAtOnce: number;
}

const megabyte = 1024 * 1024;

export const usualLimits: ProofLimits = {
  bytes: 5 * megabyte,
  redirects: 3,
  fetchTime: 8_000,
  // A one-page PDF takes a tenth of a second, start of the thread included; the rest is for a busy machine.
  inspectTime: 5_000,
  pages: 20,
  // Decoded, 150 MB.
  pixels: 50_000_000,
  // A bank's confirmation unpacks to less than 10 MB.
  unpackedBytes: 128 * megabyte,
  filesAtOnce: 16,
  inspectionsAtOnce: 2,
};
