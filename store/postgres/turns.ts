import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StillHeld, Turns } from '../contract.ts';
import { StoreFault } from '../faults.ts';
import type { Gate } from './gate.ts';
import type { LockSession } from './lock-session.ts';
import type { Hold } from './turns-under-way.ts';

/** A turn of another instance is seldom longer; after this Teams had better deliver again. */
const longestWait = 10_000;
const firstPause = 10;
const longestPause = 150;

/** The lock's number: two conversations that share one only wait for each other. */
const lockOf = (conversation: string): string =>
  BigInt.asIntN(64, BigInt(`0x${hash('sha256', conversation).slice(0, 16)}`)).toString();

const begin = async (session: LockSession, hold: Hold): Promise<'begun' | 'repeated'> => {
  const until = performance.now() + longestWait;
  for (let pause = firstPause; ; pause = Math.min(1.5 * pause, longestPause)) {
    const outcome = await session.step('begin', hold);
    if (outcome === 'begun' || outcome === 'repeated') return outcome;
    if (performance.now() > until)
      throw new StoreFault('busy', 'another instance has had the turn of this conversation for too long');
    await sleep(pause * (0.5 + Math.random() / 2));
  }
};

/** What is left of a turn; nobody waits for it. The lock is the last to go, so that whoever takes it sees the rest. */
const end = async (session: LockSession, hold: Hold, answered: boolean): Promise<void> => {
  const ignore = (): void => undefined;
  // An answer that can't be marked may be given twice; what it did finds itself by its command's id.
  if (answered && hold.delivery !== null) await session.step('mark', hold).catch(ignore);
  await session.step('end', hold).catch(ignore);
};

/** The turns of one process, and what it does within them. */
export interface PostgresTurns extends Turns {
  /**
   * Resolves where the turn within which it is called is still this process's, or where there is none; rejects with a
   * `StoreFault` `busy` where another has taken it over.
   */
  readonly stillHeld: StillHeld;
}

/**
 * The port over advisory locks. All of a process's belong to one session, so that turns hold no connection; and they
 * are free at once when the process ends, however it ends. Should the session be lost, a turn whose lock another was
 * quicker to take does nothing more: what it did not commit or say is done by whoever it is delivered to again.
 */
export const turnsPort = (session: LockSession, gate: Gate): PostgresTurns => {
  // One may lie within another: the ledger's in a conversation's.
  const current = new AsyncLocalStorage<readonly Hold[]>();
  const stillHeld = async (holds = current.getStore() ?? []): Promise<void> => {
    for (const hold of holds) await session.stillHeld(hold);
  };
  const run: Turns['run'] = async ({ conversation, delivery }, work) => {
    const hold = { lock: lockOf(conversation), delivery: delivery ?? null };
    if ((await gate.pass(() => begin(session, hold))) === 'repeated') return { kind: 'repeated' };
    let answered = false;
    try {
      const holds = [...(current.getStore() ?? []), hold];
      const result = await current.run(holds, () => work(() => stillHeld(holds)));
      answered = true;
      return { kind: 'done', result };
    } finally {
      void gate.pass(() => end(session, hold, answered)).catch(() => undefined);
    }
  };
  return { run, stillHeld };
};
