import { StoreFault } from '../faults.ts';

/** Counts what is under way; what comes after the closing is refused. */
export interface Gate {
  /** Throws a `StoreFault` `closed` after the closing. */
  check(): void;
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when all that had passed is done. */
  close(): Promise<void>;
}

export const gate = (): Gate => {
  const underWay = new Set<Promise<unknown>>();
  let open = true;
  const check = (): void => {
    if (!open) throw new StoreFault('closed', 'the store is closed');
  };
  return {
    check,
    pass: async (work) => {
      check();
      const mine = work();
      underWay.add(mine);
      return mine.finally(() => underWay.delete(mine));
    },
    close: async () => {
      open = false;
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
};
