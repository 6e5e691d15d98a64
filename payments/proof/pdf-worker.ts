/** Runs in a thread of its own, started by pdf.ts: reads one PDF and says what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { limitArrays } from './array-budget.ts';
import type { PdfFinding, PdfTask } from './pdf.ts';

const judge = async ({ bytes, mostPages, mostUnpackedBytes }: PdfTask): Promise<PdfFinding> => {
  // Before PDF.js reads its first byte: it may keep or hand over what it is given.
  const saysEncrypted = mentionsEncryption(bytes);
  limitArrays(mostUnpackedBytes);
  try {
    const pdf = await getDocumentProxy(bytes, { ...nothingFromOutside, verbosity: 0 });
    const { info } = await pdf.getMetadata();
    // Also where it opens without a password: what is encrypted can't be relied on to open elsewhere.
    if ('EncryptFilterName' in info && info.EncryptFilterName !== null) return 'encrypted';
    if (pdf.numPages > mostPages) return 'tooManyPages';
    for (let page = 1; page <= pdf.numPages; page += 1) await pdf.getPage(page);
    return pdf.numPages === 0 ? 'damaged' : 'sound';
  } catch {
    return saysEncrypted ? 'encrypted' : 'damaged';
  }
};

const nothingFromOutside = {
  isEvalSupported: false,
  useWasm: false,
  useWorkerFetch: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
};

/** The trailer, which names the encryption, is never packed nor encrypted itself. */
const mentionsEncryption = (bytes: Uint8Array): boolean =>
  /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(Buffer.from(bytes).toString('latin1'));

// The only thing that starts this file is pdf.ts, with a task.
parentPort?.postMessage(await judge(workerData as PdfTask));
