import { LRUCache } from 'lru-cache';

/** Remembers what was delivered, so that a second delivery is answered like the first and not run again. */
export interface DeliveredOnce<Answer> {
  /**
   * The first delivery under a key runs the work; a repeat, at the same time or later, gets the first one's
   * answer. Work that rejects is forgotten, since its sender will deliver it again.
   */
  run(
    key: string,
    work: () => Promise<Answer>,
  ): { readonly repeated: boolean; readonly answer: Promise<Answer> };
}

export interface DeliveredOnceOptions {
  /** How many are remembered; the least recently delivered go first. Teams repeats within minutes. */
  readonly most?: number;
}

interface Delivery<Answer> {
  readonly answer: Promise<Answer>;
}

export const deliveredOnce = <Answer>({
  most = 20_000,
}: DeliveredOnceOptions = {}): DeliveredOnce<Answer> => {
  const seen = new LRUCache<string, Delivery<Answer>>({ max: most });
  return {
    run: (key, work) => {
      const earlier = seen.get(key);
      if (earlier) return { repeated: true, answer: earlier.answer };
      const delivery = { answer: work() };
      seen.set(key, delivery);
      delivery.answer.catch(() => {
        // Unless it was pushed out and delivered anew meanwhile.
        if (seen.peek(key) === delivery) seen.delete(key);
      });
      return { repeated: false, answer: delivery.answer };
    },
  };
};
