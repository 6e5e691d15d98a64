import { isSystemError, StoreFault } from '../store/faults.ts';

/** Ends the process before it has begun, every fault named at once. */
export const refuseStart = (faults: readonly string[]): never => {
  process.stderr.write(`The bot does not start:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`);
  process.exit(1);
};

/** Ends a start over what the store or the system refuses, in one sentence. A bug keeps its trace. */
export const refuseFault = (error: unknown): never => {
  if (error instanceof StoreFault || isSystemError(error)) return refuseStart([error.message]);
  throw error;
};
