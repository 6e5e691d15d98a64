/**
 * Makes `new Uint8Array(length)` throw in this thread once all of them together would take more than
 * `budget` bytes. PDF.js unpacks streams into such arrays, which lie outside the heap, where the thread's
 * resource limits don't reach: without this, 1 MB of PDF took 2 GB.
 */
export const limitArrays = (budget: number): void => {
  let left = budget;
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, args: readonly unknown[], newTarget): Uint8Array {
      if (typeof args[0] === 'number') left -= args[0];
      if (left < 0) throw new RangeError('The file unpacks to more than is allowed.');
      return Reflect.construct(target, args, newTarget) as Uint8Array;
    },
  });
};
