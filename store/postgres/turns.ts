import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Turn, TurnResult, Turns } from '../contract.ts';
import { StoreFault } from '../faults.ts';
import type { Gate } from './gate.ts';
import type { LockSession } from './lock-session.ts';

/** A turn of another instance is seldom longer; after this Teams had better deliver again. */
const longestWait = 10_000;
const firstPause = 10;
const longestPause = 150;

/** The lock's number: two conversations that share one only wait for each other. */
const lockOf = (conversation: string): string =>
  BigInt.asIntN(64, BigInt(`0x${hash('sha256', conversation).slice(0, 16)}`)).toString();

interface Locked {
  readonly lock: string;
  readonly delivery: string | null;
}

const begin = async (session: LockSession, locked: Locked): Promise<'begun' | 'repeated'> => {
  const until = performance.now() + longestWait;
  for (let pause = firstPause; ; pause = Math.min(1.5 * pause, longestPause)) {
    const outcome = await session.step({ step: 'begin', ...locked });
    if (outcome === 'begun' || outcome === 'repeated') return outcome;
    if (performance.now() > until)
      throw new StoreFault('busy', 'another instance has had the turn of this conversation for too long');
    await sleep(pause * (0.5 + Math.random() / 2));
  }
};

/** What is left of a turn; nobody waits for it. The lock is the last to go, so that whoever takes it sees the rest. */
const end = async (session: LockSession, locked: Locked, answered: boolean): Promise<void> => {
  const ignore = (): void => undefined;
  // An answer that can't be marked may be given twice; what it did finds itself by its command's id.
  if (answered && locked.delivery !== null) await session.step({ step: 'mark', ...locked }).catch(ignore);
  await session.step({ step: 'end', ...locked }).catch(ignore);
};

/**
 * The port over advisory locks. All of a process's belong to one session, so that turns hold no connection; and they
 * are free at once when the process ends, however it ends.
 */
export const turnsPort = (session: LockSession, gate: Gate): Turns => ({
  run: async <Result>({ conversation, delivery }: Turn, work: () => Promise<Result>) => {
    const locked = { lock: lockOf(conversation), delivery: delivery ?? null };
    const begun = await gate.pass(() => begin(session, locked));
    if (begun === 'repeated') return { kind: 'repeated' } satisfies TurnResult<Result>;
    let answered = false;
    try {
      const result = await work();
      answered = true;
      return { kind: 'done', result } satisfies TurnResult<Result>;
    } finally {
      void gate.pass(() => end(session, locked, answered)).catch(() => undefined);
    }
  },
});
