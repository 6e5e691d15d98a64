/** Ends the process before it has begun, every fault named at once. */
export const refuseStart = (faults: readonly string[]): never => {
  process.stderr.write(`The bot does not start:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`);
  process.exit(1);
};
