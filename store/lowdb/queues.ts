/** Work of one key runs one after another; work of different keys doesn't wait for each other. */
export interface Queues<Key> {
  run<T>(key: Key, work: () => Promise<T>): Promise<T>;
  /**
   * Waits until it is this caller's turn at every key at once; each key goes on when its release is called.
   * All keys are joined in one step, so that two callers can't wait for each other.
   */
  hold(keys: readonly Key[]): Promise<(key: Key) => void>;
  /** Resolves when all work that was asked for has ended. */
  idle(): Promise<void>;
}

export const queues = <Key>(): Queues<Key> => {
  const tails = new Map<Key, Promise<unknown>>();

  const run = <T>(key: Key, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(key);
    const mine = before ? before.then(work, work) : work();
    tails.set(key, mine);
    const leave = () => {
      if (tails.get(key) === mine) tails.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };

  const hold = async (keys: readonly Key[]): Promise<(key: Key) => void> => {
    const releases = new Map<Key, () => void>();
    await Promise.all(
      keys.map((key) => {
        const turn = Promise.withResolvers<undefined>();
        const released = Promise.withResolvers<undefined>();
        releases.set(key, () => released.resolve(undefined));
        void run(key, () => {
          turn.resolve(undefined);
          return released.promise;
        });
        return turn.promise;
      }),
    );
    return (key) => releases.get(key)?.();
  };

  const idle = async (): Promise<void> => {
    while (tails.size > 0) await Promise.allSettled(tails.values());
  };
  return { run, hold, idle };
};
