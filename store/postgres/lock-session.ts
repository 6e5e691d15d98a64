import { StoreFault } from '../faults.ts';
import { patiently } from './database.ts';
import { lockConnection, type Outcome, type Step } from './lock-connection.ts';

/** Takes and gives back locks; whatever is asked while the session is busy goes in one round trip after it. */
export interface LockSession {
  /** Asks again where the connection was lost; rejects with a `StoreFault` `unavailable` when that takes too long. */
  step(step: Step): Promise<Outcome>;
  close(): Promise<void>;
}

interface Waiting {
  readonly step: Step;
  readonly answer: PromiseWithResolvers<Outcome>;
}

/** How often each lock is held, as a turn may begin before the end of the one before it was told. */
const heldLocks = () => {
  const held = new Map<string, number>();
  return {
    all: (): readonly string[] =>
      [...held].flatMap(([lock, times]) => Array.from({ length: times }, () => lock)),
    note: ({ lock }: Step, outcome: Outcome): void => {
      const times = (held.get(lock) ?? 0) + (outcome === 'begun' ? 1 : outcome === 'ended' ? -1 : 0);
      if (times > 0) held.set(lock, times);
      else held.delete(lock);
    },
  };
};

export const lockSession = (url: string, patience: number): LockSession => {
  const held = heldLocks();
  const connection = lockConnection(url, held.all);
  let waiting: Waiting[] = [];
  let sending: Promise<void> | undefined;
  let closed = false;

  const send = async (batch: readonly Waiting[]): Promise<void> => {
    const steps = batch.map(({ step }) => step);
    try {
      const outcomes = await patiently(() => connection.carryOut(steps), patience);
      batch.forEach(({ step, answer }, index) => {
        const outcome = outcomes[index] ?? 'busy';
        held.note(step, outcome);
        answer.resolve(outcome);
      });
    } catch (error) {
      for (const { step, answer } of batch) {
        // With the session the lock was lost; it is not to be taken again.
        if (step.step === 'end') held.note(step, 'ended');
        answer.reject(error);
      }
    }
  };

  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await send(batch);
    }
    sending = undefined;
  };

  return {
    step: async (step) => {
      if (closed) throw new StoreFault('closed', 'the store is closed');
      const answer = Promise.withResolvers<Outcome>();
      waiting.push({ step, answer });
      sending ??= sendAll();
      return answer.promise;
    },
    close: async () => {
      closed = true;
      await sending;
      await connection.close();
    },
  };
};
