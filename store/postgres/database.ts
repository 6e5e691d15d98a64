import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { textOf, type StatementName } from './statements.ts';
import { asking, faultOf, troubleOf } from './trouble.ts';

export interface DatabaseOptions {
  readonly url: string;
  /** The most connections at once. */
  readonly connections?: number;
  /** How long (ms) a statement is tried again while the database is away, such as during a restart or a failover. */
  readonly patience?: number;
}

type Value = string | number | boolean | null | readonly string[];

export interface Run {
  /**
   * Runs one statement, in one round trip.
   * @returns its rows; the caller knows their columns, since it knows the statement
   */
  <Row>(statement: StatementName, values?: readonly Value[]): Promise<readonly Row[]>;
}

/** PostgreSQL, as far as this store needs it. */
export interface Database {
  /**
   * Runs a statement again where its answer was lost: each of ours can be asked twice. Rejects with a `StoreFault`:
   * `unavailable` when the patience is over, `notSaved` where the database refuses; and with what is a bug as it is.
   */
  readonly run: Run;
  /** Once, whatever comes. */
  readonly runOnce: Run;
  /**
   * All or nothing; again from its beginning where the connection was lost before the commit, or where another
   * transaction was in its way. Rejects as `run` does.
   */
  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const defaultPatience = 5_000;
const firstPause = 25;
const longestPause = 500;

/** Beyond this a statement is stuck; an import's statements are the longest, some tens of milliseconds each. */
const statementTimeout = 10_000;

/** A server that is there answers at once. */
const connectTimeout = 2_000;

export const connectionOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'membership-bot',
  connectionTimeoutMillis: connectTimeout,
  statement_timeout: statementTimeout,
  // The server ends a slow statement itself; this is for a server that does not answer at all.
  query_timeout: statementTimeout + 2_000,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
});

/** Tries again while that may help, ever less often, until the patience is over. */
export const patiently = async <Result>(work: () => Promise<Result>, patience: number): Promise<Result> => {
  const until = performance.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      const mayHelp = trouble === 'lost' || trouble === 'again';
      if (!mayHelp || performance.now() + pause > until) throw faultOf(error);
      // Not all at the same moment.
      await sleep(pause * (0.5 + Math.random() / 2));
    }
  }
};

const runOn =
  (client: pg.Pool | pg.PoolClient): Run =>
  async <Row>(statement: StatementName, values: readonly Value[] = []) => {
    const config = { name: statement, text: textOf(statement), values: [...values] };
    // The edge: the statement says which columns its rows have.
    return (await asking(() => client.query(config))).rows as readonly Row[];
  };

const inTransaction = async <Result>(pool: pg.Pool, work: (run: Run) => Promise<Result>): Promise<Result> => {
  const client = await asking(() => pool.connect());
  let broken = false;
  // Lost between two statements: the next one says so.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  try {
    await asking(() => client.query('BEGIN'));
    const result = await work(runOn(client));
    await asking(() => client.query('COMMIT'));
    return result;
  } catch (error) {
    // A connection in an unknown state is not used again; ending it undoes what was begun.
    broken = true;
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
};

/**
 * The pool has one limit for the wait for a connection to be made and for one to be free, and passes it on. The second
 * is no sign of a lost database: whoever gave up its place in that line would only come again at its end.
 */
class PooledClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: connectTimeout });
  }
}

/** Connects when it is first asked; a database that is away is no fault until then. */
export const openDatabase = ({
  url,
  connections = 16,
  patience = defaultPatience,
}: DatabaseOptions): Database => {
  const pool = new pg.Pool({
    ...connectionOptions(url),
    Client: PooledClient,
    connectionTimeoutMillis: statementTimeout,
    max: connections,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that ends is opened anew by who needs it next.
  pool.on('error', () => undefined);
  const runOnce = runOn(pool);
  return {
    run: (statement, values) => patiently(() => runOnce(statement, values), patience),
    runOnce,
    transaction: (work) => patiently(() => inTransaction(pool, work), patience),
    close: () => pool.end(),
  };
};
