/**
 * - `notSaved`: the disk refused (full, read-only, broken); the state is what it was, and may be tried again
 * - `damaged`: what is stored can't be read; it was set aside under its name
 * - `locked`: another process has this folder
 * - `closed`: the store is closing
 * - `unavailable`: the database can't be reached; what was on its way may have been saved, and the same command asked
 *   again has its effect once
 * - `busy`: another process has this conversation's turn
 * - `unusable`: its folder, or the process that has it, can't do what was asked
 */
export type StoreFaultCode =
  'notSaved' | 'damaged' | 'locked' | 'closed' | 'unavailable' | 'busy' | 'unusable';

/** A fault of the store: thrown, never an expected "no". Its text is for logs, not for people. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, text: string, options?: ErrorOptions) {
    super(text, options);
    this.code = code;
  }
}

/** What the system refuses, such as a folder that is read-only or a port that is taken: no bug of ours. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

/** Does work in a data folder; what the system refuses there becomes a `StoreFault` `unusable` that names it. */
export const inFolder = async <Value>(folder: string, work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new StoreFault('unusable', `the data folder ${folder} can't be used: ${error.message}`, {
      cause: error,
    });
  }
};
