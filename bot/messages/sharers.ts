/** How many processes share Teams' limits. */
export interface Sharers {
  /** As of the last count; 1 before the first. */
  readonly known: number;
  /** Counts again where the last count is old; waits for the first count alone. */
  keepCounting(): Promise<void>;
}

/** A count is good for so long (ms): no message costs a round trip, and a new process is soon known. */
const goodForMs = 5_000;

/** @param count left out where there is never another process; while it fails, the last count serves */
export const sharers = (count: (() => Promise<number>) | undefined): Sharers => {
  let known = 1;
  let counted = count === undefined;
  let fresh: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    try {
      known = Math.max(1, (await count?.()) ?? 1);
    } catch {
      // What is sent needs the database as well, and says what is wrong with it.
    }
    counted = true;
  };

  return {
    get known() {
      return known;
    },
    keepCounting: async () => {
      if (!count) return;
      if (!fresh) {
        fresh = ask();
        setTimeout(() => (fresh = undefined), goodForMs).unref();
      }
      if (!counted) await fresh;
    },
  };
};
