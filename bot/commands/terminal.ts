/** What a command says to whoever runs it. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Says why the command could not do its work, all reasons at once; it then ends as failed. */
export const end = (why: string, reasons: readonly string[] = []): void => {
  process.stderr.write([why, ...reasons.map((reason) => `  - ${reason}`), ''].join('\n'));
  process.exitCode = 1;
};
