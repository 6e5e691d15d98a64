import assert from 'node:assert/strict';
import pg from 'pg';
import type { Store } from '../../../store/contract.ts';

/** Another process on the database that wants a conversation. */
export interface Rival {
  /**
   * Ends the session that has the one lock that is taken, and has the lock from that moment on; the store that lost it has
   * a new session then.
   */
  takesOver(from: Store): Promise<void>;
  /** Ends that session, and does no more. */
  endsSession(of: Store): Promise<void>;
  letsGo(): Promise<void>;
  /** Notes a delivery as answered. */
  answers(delivery: string): Promise<void>;
  close(): Promise<void>;
}

const heldLock = `
  SELECT pid, ((classid::bigint << 32) | objid::bigint)::text AS lock FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

export const rivalOn = async (url: string): Promise<Rival> => {
  const [waiting, ending] = [new pg.Client(url), new pg.Client(url)];
  await Promise.all([waiting.connect(), ending.connect()]);

  const held = async (): Promise<{ readonly pid: number; readonly lock: string }> => {
    const { rows } = await ending.query<{ readonly pid: number; readonly lock: string }>(heldLock);
    assert.equal(rows.length, 1, 'one conversation is under way');
    return rows[0]!;
  };
  const isWaiting = async (): Promise<boolean> =>
    (await ending.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount === 1;
  /** Whoever is counted has a session. */
  const hasSession = async (store: Store): Promise<void> => {
    while ((await store.instances?.()) !== 1) await new Promise(setImmediate);
  };
  const end = async (pid: number, of: Store): Promise<void> => {
    await ending.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
    await hasSession(of);
  };

  return {
    takesOver: async (from) => {
      const { pid, lock } = await held();
      const mine = waiting.query('SELECT pg_advisory_lock($1::bigint)', [lock]);
      while (!(await isWaiting())) await new Promise(setImmediate);
      await end(pid, from);
      await mine;
    },
    endsSession: async (of) => end((await held()).pid, of),
    letsGo: async () => {
      await waiting.query('SELECT pg_advisory_unlock_all()');
    },
    answers: async (delivery) => {
      await ending.query('INSERT INTO delivered (key) VALUES ($1)', [delivery]);
    },
    close: async () => {
      await Promise.all([waiting.end(), ending.end()]);
    },
  };
};
