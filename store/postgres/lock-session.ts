import { StoreFault } from '../faults.ts';
import { inBatches } from './batches.ts';
import { patiently } from './database.ts';
import { gate } from './gate.ts';
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

interface Asked {
  readonly step: Step['step'];
  readonly hold: Hold;
}

export const lockSession = (url: string, patience: number): LockSession => {
  const turns = turnsUnderWay();
  const door = gate();
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
  const carryOut = async (batch: readonly Asked[]): Promise<readonly Outcome[]> => {
    try {
      const outcomes = await patiently(
        () => connection.carryOut(batch.map(({ step, hold }) => ({ step, ...hold }))),
        patience,
      );
      batch.forEach(({ hold }, index) => turns.note(hold, outcomes[index] ?? 'busy'));
      return outcomes;
    } catch (error) {
      // With the session the lock was lost; it is not to be taken again.
      for (const { step, hold } of batch) if (step === 'end') turns.note(hold, 'ended');
      throw error;
    }
  };

  // One after the other: the session is one, and a lock is given back after what was said of its turn.
  const ask = inBatches(carryOut, 1);
  return {
    open,
    step: (step, hold) =>
      door.pass(async () => {
        if (step !== 'begin') turns.over(hold);
        // The lock is another's: there is nothing to say of it any more.
        if (step === 'end' && turns.isLost(hold)) {
          turns.note(hold, 'ended');
          return 'ended';
        }
        return ask({ step, hold });
      }),
    stillHeld: async (hold) => {
      if (turns.isHeld(hold) && !connection.isOpen() && !closed)
        await patiently(() => connection.open(), shortPatience).catch(() => undefined);
      if (turns.isLost(hold))
        throw new StoreFault('busy', 'another instance has taken over this conversation');
    },
    close: async () => {
      closed = true;
      await door.close();
      await connection.close();
    },
  };
};
