import pg from 'pg';
import { connectionOptions } from './database.ts';
import { textOf } from './statements.ts';
import { asking, ConnectionLost } from './trouble.ts';

/** `begin` takes a lock unless another session has it, `end` gives it back, `mark` says what was answered. */
export interface Step {
  readonly step: 'begin' | 'mark' | 'end';
  readonly lock: string;
  readonly delivery: string | null;
}

export type Outcome = 'begun' | 'busy' | 'repeated' | 'marked' | 'ended';

/** The connection that has all of a process's locks; opened when it is needed, and anew when it was lost. */
export interface LockConnection {
  /** Steps in their order, in one round trip. Rejects where the connection is lost, and with it every lock. */
  carryOut(steps: readonly Step[]): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

const options = (url: string): pg.ClientConfig => ({
  ...connectionOptions(url),
  // Nothing here takes long; a session that hangs is left, since its locks hold up whole conversations.
  query_timeout: 5_000,
  // The server lets the locks of an instance go whose machine has vanished.
  options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
});

type Ask = 'stepTurns' | 'lockAgain';

/** @param held the locks that a new connection takes again: turns under way keep theirs, unless another was quicker */
export const lockConnection = (url: string, held: () => readonly string[]): LockConnection => {
  let client: pg.Client | undefined;

  const lose = (lost: pg.Client): void => {
    if (client === lost) client = undefined;
    lost.end().catch(() => undefined);
  };

  const ask = async <Row extends object>(name: Ask, values: readonly unknown[]): Promise<readonly Row[]> => {
    const now = client;
    if (!now) throw new ConnectionLost('the session of the locks is gone');
    try {
      return (await asking(() => now.query<Row>({ name, text: textOf(name), values: [...values] }))).rows;
    } catch (error) {
      lose(now);
      throw error;
    }
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(options(url));
    fresh.on('error', () => lose(fresh));
    await asking(() => fresh.connect());
    client = fresh;
    const locks = held();
    if (locks.length > 0) await ask('lockAgain', [locks]);
  };

  return {
    carryOut: async (steps) => {
      if (!client) await connect();
      const rows = await ask<{ readonly outcome: Outcome }>('stepTurns', [
        steps.map(({ step }) => step),
        steps.map(({ lock }) => lock),
        steps.map(({ delivery }) => delivery),
      ]);
      return rows.map(({ outcome }) => outcome);
    },
    close: async () => {
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
};
