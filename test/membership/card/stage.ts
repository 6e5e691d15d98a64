/** A deed was cut off: its process died. */
export class Crash extends Error {}

interface Waiting {
  readonly go: () => void;
  readonly crash: () => void;
}

/**
 * Where deeds meet: each stops at every gate, and one after the other is let on, in an order that `choices` draws.
 * Some die there instead.
 */
export const stage = (choices: () => number) => {
  const waiting: Waiting[] = [];
  const gate = () =>
    new Promise<void>((resolve, reject) =>
      waiting.push({ go: resolve, crash: () => reject(new Crash('the process died')) }),
    );
  const quiet = () => new Promise((resolve) => setImmediate(resolve));
  return {
    gate,
    /** Lets on whoever waits until nobody does; `look` sees what is there after every step. */
    run: async (look: () => Promise<void>): Promise<void> => {
      for (await quiet(); waiting.length > 0; await quiet()) {
        const choice = choices();
        const [next] = waiting.splice(choice % waiting.length, 1);
        if (choice % 23 === 0) next?.crash();
        else next?.go();
        await quiet();
        await look();
      }
    },
  };
};

/** What may come of a deed that can be cut off: nothing is known. */
export const orDead = async <Result>(deed: Promise<Result>): Promise<Result | undefined> => {
  try {
    return await deed;
  } catch (error) {
    if (error instanceof Crash) return undefined;
    throw error;
  }
};
