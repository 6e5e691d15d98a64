import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ProofLimits } from './limits.ts';

export const pdfFindings = ['sound', 'encrypted', 'tooManyPages', 'damaged'] as const;
export type PdfFinding = (typeof pdfFindings)[number];

/** What the thread is given. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly mostPages: number;
  readonly mostUnpackedBytes: number;
}

/**
 * Judges a PDF by its structure. A thread of its own for each, which lives 0.1 s: a hostile file can then
 * stop neither a turn nor another partner's file, and nothing of it outlives the judgement. One that takes
 * too long or too much memory is damaged. Rejects with the reason of `closing`, or where no thread starts.
 */
export const inspectPdf = async (
  bytes: Uint8Array,
  limits: Pick<ProofLimits, 'pages' | 'inspectTime' | 'unpackedBytes'>,
  closing: AbortSignal,
): Promise<PdfFinding> => {
  closing.throwIfAborted();
  const task: PdfTask = { bytes, mostPages: limits.pages, mostUnpackedBytes: limits.unpackedBytes };
  const worker = new Worker(new URL(import.meta.resolve('./pdf-worker.ts')), {
    workerData: task,
    // It needs none of the bot's settings, secrets among them.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const tooSlow = AbortSignal.timeout(limits.inspectTime);
  try {
    const said: unknown[] = await once(worker, 'message', { signal: AbortSignal.any([tooSlow, closing]) });
    return findingIn(said[0]);
  } catch (error) {
    closing.throwIfAborted();
    if (tooSlow.aborted || isOutOfMemory(error)) return 'damaged';
    throw error;
  } finally {
    await worker.terminate();
  }
};

const findingIn = (said: unknown): PdfFinding => pdfFindings.find((finding) => finding === said) ?? 'damaged';

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
