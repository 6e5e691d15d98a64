/**
 * - `notSaved`: the disk refused (full, read-only, broken); the state is what it was, and may be tried again
 * - `damaged`: what is stored can't be read; it was set aside under its name
 * - `locked`: another process has this folder
 * - `closed`: the store is closing
 */
export type StoreFaultCode = 'notSaved' | 'damaged' | 'locked' | 'closed';

/** A fault of the store: thrown, never an expected "no". Its text is for logs, not for people. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, text: string, options?: ErrorOptions) {
    super(text, options);
    this.code = code;
  }
}
