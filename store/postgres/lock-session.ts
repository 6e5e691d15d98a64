import pg from 'pg';
import { StoreFault } from '../faults.ts';
import { connectionOptions, patiently } from './database.ts';
import { textOf, type StatementName } from './statements.ts';
import { asking, ConnectionLost } from './trouble.ts';

/** `begin` takes a lock unless another session has it, `end` gives it back, `mark` says what was answered. */
export interface Step {
  readonly step: 'begin' | 'mark' | 'end';
  readonly lock: string;
  readonly delivery: string | null;
}

export type Outcome = 'begun' | 'busy' | 'repeated' | 'marked' | 'ended';

/** The one session that has all of this process's locks; whatever is asked while it is busy goes in one round trip. */
export interface LockSession {
  /** Asks again where the connection was lost; rejects with a `StoreFault` `unavailable` when that takes too long. */
  step(step: Step): Promise<Outcome>;
  close(): Promise<void>;
}

export interface LockSessionOptions {
  readonly url: string;
  readonly patience: number;
}

interface Waiting {
  readonly step: Step;
  readonly answer: PromiseWithResolvers<Outcome>;
}

const options = (url: string): pg.ClientConfig => ({
  ...connectionOptions(url),
  // Nothing here takes long; a session that hangs is left, since its locks hold up whole conversations.
  query_timeout: 5_000,
  // The server lets the locks of an instance go whose machine has vanished.
  options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
});

export const lockSession = ({ url, patience }: LockSessionOptions): LockSession => {
  let client: pg.Client | undefined;
  let waiting: Waiting[] = [];
  let sending: Promise<void> | undefined;
  let closed = false;
  /** By lock: how often it is held, as a turn may begin before the last one's end was told. */
  const held = new Map<string, number>();

  const lose = (lost: pg.Client): void => {
    if (client === lost) client = undefined;
    lost.end().catch(() => undefined);
  };

  const ask = async <Row extends object>(name: StatementName, values: unknown[]): Promise<Row[]> => {
    const now = client;
    if (!now) throw new ConnectionLost('the session of the locks is gone');
    try {
      return (await asking(() => now.query<Row>({ name, text: textOf(name), values }))).rows;
    } catch (error) {
      lose(now);
      throw error;
    }
  };

  /** Turns that are under way keep their locks, unless another process was quicker. */
  const connect = async (): Promise<void> => {
    if (client) return;
    const fresh = new pg.Client(options(url));
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    await asking(() => fresh.connect());
    client = fresh;
    const locks = [...held].flatMap(([lock, times]) => Array.from({ length: times }, () => lock));
    if (locks.length > 0) await ask('lockAgain', [locks]);
  };

  const note = ({ lock }: Step, outcome: Outcome): void => {
    const times = held.get(lock) ?? 0;
    if (outcome === 'begun') held.set(lock, times + 1);
    else if (outcome === 'ended' && times > 1) held.set(lock, times - 1);
    else if (outcome === 'ended') held.delete(lock);
  };

  const carryOut = async (steps: readonly Step[]): Promise<readonly Outcome[]> => {
    await connect();
    const rows = await ask<{ readonly outcome: Outcome }>('stepTurns', [
      steps.map(({ step }) => step),
      steps.map(({ lock }) => lock),
      steps.map(({ delivery }) => delivery),
    ]);
    return rows.map(({ outcome }) => outcome);
  };

  const send = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await patiently(() => carryOut(batch.map(({ step }) => step)), patience);
      batch.forEach(({ step, answer }, index) => {
        const outcome = outcomes[index] ?? 'busy';
        note(step, outcome);
        answer.resolve(outcome);
      });
    } catch (error) {
      for (const { step, answer } of batch) {
        if (step.step === 'end') note(step, 'ended');
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
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
};
