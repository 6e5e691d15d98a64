import { StoreFault } from '../faults.ts';
import { patiently } from './database.ts';
import { lockConnection, type LockOwner, type Outcome, type Step } from './lock-connection.ts';
import { turnsUnderWay, type Hold } from './turns-under-way.ts';

/** Takes and gives back locks; whatever is asked while the session is busy goes in one round trip after it. */
export interface LockSession {
  /** Asks again where the connection was lost; rejects with a `StoreFault` `unavailable` when that takes too long. */
  step(step: Step['step'], hold: Hold): Promise<Outcome>;
  /**
   * Resolves while the turn's lock is its own, at once unless the connection was just lost; soon, too, where nobody can
   * say, since nobody else can take it then. Rejects with a `StoreFault` `busy` where another process has had it since.
   */
  stillHeld(hold: Hold): Promise<void>;
  /** Opens the connection, so that this process is counted. Rejects as `step` does. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** A turn whose reply waits for this must not wait long (ms). */
const shortPatience = 1_000;

interface Waiting {
  readonly step: Step['step'];
  readonly hold: Hold;
  readonly answer: PromiseWithResolvers<Outcome>;
}

/** Hands on what is asked while something is under way all together after it. */
const inBatches = (send: (batch: readonly Waiting[]) => Promise<void>) => {
  let waiting: Waiting[] = [];
  let sending: Promise<void> | undefined;
  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await send(batch);
    }
    sending = undefined;
  };
  return {
    ask: (step: Step['step'], hold: Hold): Promise<Outcome> => {
      const answer = Promise.withResolvers<Outcome>();
      waiting.push({ step, hold, answer });
      sending ??= sendAll();
      return answer.promise;
    },
    settled: async () => sending,
  };
};

export const lockSession = (url: string, patience: number): LockSession => {
  const turns = turnsUnderWay();
  let closed = false;
  const open = (): Promise<void> => patiently(() => connection.open(), patience);
  const owner: LockOwner = {
    again: turns.again,
    wereTaken: turns.wereTaken,
    // At once, before another takes them; what can't be opened is tried again by who needs it.
    lost: () => {
      if (!closed && turns.any()) open().catch(() => undefined);
    },
  };
  const connection = lockConnection(url, owner);
  const send = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await patiently(
        () => connection.carryOut(batch.map(({ step, hold }) => ({ step, ...hold }))),
        patience,
      );
      batch.forEach(({ hold, answer }, index) => {
        const outcome = outcomes[index] ?? 'busy';
        turns.note(hold, outcome);
        answer.resolve(outcome);
      });
    } catch (error) {
      for (const { step, hold, answer } of batch) {
        // With the session the lock was lost; it is not to be taken again.
        if (step === 'end') turns.note(hold, 'ended');
        answer.reject(error);
      }
    }
  };

  const steps = inBatches(send);
  const refuseClosed = (): void => {
    if (closed) throw new StoreFault('closed', 'the store is closed');
  };

  return {
    open,
    step: async (step, hold) => {
      refuseClosed();
      if (step !== 'begin') turns.over(hold);
      // The lock is another's: there is nothing to say of it any more.
      if (step === 'end' && turns.isLost(hold)) {
        turns.note(hold, 'ended');
        return 'ended';
      }
      return steps.ask(step, hold);
    },
    stillHeld: async (hold) => {
      if (turns.isHeld(hold) && !connection.isOpen() && !closed)
        await patiently(() => connection.open(), shortPatience).catch(() => undefined);
      if (turns.isLost(hold))
        throw new StoreFault('busy', 'another instance has taken over this conversation');
    },
    close: async () => {
      closed = true;
      await steps.settled();
      await connection.close();
    },
  };
};
