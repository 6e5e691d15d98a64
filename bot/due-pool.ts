import type { MpnId } from '../membership/rules/ids.ts';

export interface DuePoolParts {
  /** The next partner that is due, leased; undefined where none is. */
  readonly claim: () => Promise<MpnId | undefined>;
  readonly attend: (id: MpnId) => Promise<void>;
  readonly fault: (error: unknown) => void;
  /** The most partners that are attended to at once. */
  readonly atOnce: number;
}

/** Attends to partners that are due, so many at once; one that takes long holds up none of the others. */
export interface DuePool {
  /** Attends to all that is due; returns at once. */
  wake(): void;
  /** Resolves when nothing is due any more and nobody is attended to. */
  drain(): Promise<void>;
  /** Attends to a partner that was claimed elsewhere. */
  attend(id: MpnId): Promise<void>;
  /** Begins nothing more; resolves when what is under way is over. */
  stop(): Promise<void>;
}

export const duePool = (parts: DuePoolParts): DuePool => {
  const { claim, fault, atOnce } = parts;
  const workers = new Set<Promise<void>>();
  /** Who is attended to; true: a commit has made the partner due again meanwhile. */
  const underWay = new Map<MpnId, boolean>();
  let stopped = false;

  /** Never one partner twice at once: who comes up again meanwhile has another turn afterwards. */
  const attend = async (id: MpnId): Promise<void> => {
    if (underWay.has(id)) {
      underWay.set(id, true);
      return;
    }
    do {
      underWay.set(id, false);
      await parts.attend(id).catch(fault);
    } while (underWay.get(id) && !stopped);
    underWay.delete(id);
  };

  const work = async (): Promise<void> => {
    while (!stopped) {
      const id = await claim();
      if (id === undefined) return;
      // Where one was due, another may be.
      wake();
      await attend(id);
    }
  };

  const wake = (): void => {
    if (stopped || workers.size >= atOnce) return;
    const worker = work()
      .catch(fault)
      .finally(() => workers.delete(worker));
    workers.add(worker);
  };

  const drain = async (): Promise<void> => {
    wake();
    while (workers.size > 0) await Promise.all(workers);
  };

  return {
    wake,
    drain,
    attend,
    stop: () => {
      stopped = true;
      return drain();
    },
  };
};
