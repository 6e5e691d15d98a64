import pg from 'pg';
import { connectionOptions } from './database.ts';
import { textOf, type StatementName } from './statements.ts';
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
  /** Whether it is open as far as this process knows. */
  isOpen(): boolean;
  /** Opens it, unless it is. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Whose locks they are. */
export interface LockOwner {
  /** What a new connection does first: turns under way take their locks again. */
  again(): readonly Step[];
  /** What came of that, in the same order. */
  wereTaken(outcomes: readonly Outcome[]): void;
  /** The connection is gone, and every lock with it. */
  lost(): void;
}

const options = (url: string): pg.ClientConfig => ({
  ...connectionOptions(url),
  // Nothing here takes long; a session that hangs is left, since its locks hold up whole conversations.
  query_timeout: 5_000,
  // The server lets the locks of an instance go whose machine has vanished.
  options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
});

const askOn = async <Row extends object>(
  client: pg.Client,
  name: StatementName,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> =>
  (await asking(() => client.query<Row>({ name, text: textOf(name), values: [...values] }))).rows;

const stepsOn = async (client: pg.Client, steps: readonly Step[]): Promise<readonly Outcome[]> => {
  const rows = await askOn<{ readonly outcome: Outcome }>(client, 'stepTurns', [
    steps.map(({ step }) => step),
    steps.map(({ lock }) => lock),
    steps.map(({ delivery }) => delivery),
  ]);
  return rows.map(({ outcome }) => outcome);
};

export const lockConnection = (url: string, owner: LockOwner): LockConnection => {
  let client: pg.Client | undefined;
  let opening: Promise<void> | undefined;

  const lose = (lost: pg.Client): void => {
    lost.end().catch(() => undefined);
    if (client !== lost) return;
    client = undefined;
    owner.lost();
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(options(url));
    fresh.on('error', () => lose(fresh));
    try {
      await asking(() => fresh.connect());
      const steps = owner.again();
      if (steps.length > 0) owner.wereTaken(await stepsOn(fresh, steps));
      await askOn(fresh, 'beCounted');
      client = fresh;
    } catch (error) {
      lose(fresh);
      throw error;
    }
  };

  const open = async (): Promise<void> => {
    if (!client) await (opening ??= connect().finally(() => (opening = undefined)));
  };

  return {
    isOpen: () => client !== undefined,
    open,
    carryOut: async (steps) => {
      await open();
      const now = client;
      if (!now) throw new ConnectionLost('the session of the locks is gone');
      try {
        return await stepsOn(now, steps);
      } catch (error) {
        lose(now);
        throw error;
      }
    },
    close: async () => {
      await opening?.catch(() => undefined);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
};
