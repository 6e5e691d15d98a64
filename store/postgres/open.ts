import type { ProofStore } from '../../membership/proof-ports.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Store } from '../contract.ts';
import { queues } from '../lowdb/queues.ts';
import { bulkPort } from './bulk.ts';
import { openDatabase, type Database, type Run } from './database.ts';
import { gate } from './gate.ts';
import { bankLedger } from './ledger.ts';
import { knownPartners } from './known-partners.ts';
import { lockSession, type LockSession } from './lock-session.ts';
import { migrate, migrations } from './migrations.ts';
import type { Derived } from './partner-rows.ts';
import { partnersPort } from './partners.ts';
import { chatRecords, parkedCardNews } from './records.ts';
import { reschedule } from './reschedule.ts';
import { turnsPort, type PostgresTurns } from './turns.ts';

export interface PostgresOptions extends Derived {
  readonly url: string;
  /** Where proofs are kept: files, or an object store. */
  readonly proofs: ProofStore;
  /** How long (ms) what is asked waits for a database that is away, as in a restart or a failover; default 5 s. */
  readonly patience?: number;
  /** The most connections at once, beside the one of the locks; default 16. */
  readonly connections?: number;
  /** Names the rule that `dueAt` follows: where it is another than the last start's, all moments are computed anew. */
  readonly dueRule?: string;
  /** Told at the opening of partners with invented ids, the first hundred. */
  readonly foundInvented?: (partner: Partner) => void;
}

const usualPatience = 5_000;
const mostInvented = 100;

/** Teams delivers again within minutes. */
const deliveriesKeptSeconds = 900;
const forgetEveryMs = 60_000;

const forgetting = ({ run }: Database): NodeJS.Timeout =>
  setInterval(() => {
    void run('forgetDelivered', [deliveriesKeptSeconds]).catch(() => undefined);
  }, forgetEveryMs).unref();

/** A turn that has lost its lock must not commit: another is at the same conversation. */
const withinTurns =
  ({ run }: Database, { stillHeld }: PostgresTurns): Run =>
  async (statement, values) => {
    if (statement === 'commitPartner') await stillHeld();
    return run(statement, values);
  };

/** Counted by the session of the locks, which every process opens that runs turns or sends messages. */
const countInstances = async (session: LockSession, run: Run): Promise<number> => {
  await session.open();
  return (await run<{ readonly instances: number }>('countInstances'))[0]?.instances ?? 1;
};

const writable = async ({ runOnce }: Database): Promise<boolean> => {
  try {
    await runOnce('probe');
    return true;
  } catch {
    return false;
  }
};

/**
 * Opens the store on a PostgreSQL database, and brings its tables up to date.
 * Rejects with a `StoreFault`: `unavailable` where it can't be reached, `unusable` where it is newer than the code.
 */
export const openStore = async (options: PostgresOptions): Promise<Store> => {
  const { url, proofs, patience = usualPatience, connections = 16, dueAt, isInvented } = options;
  await migrate(url, await migrations());
  const database = openDatabase({ url, connections, patience });
  const invented = await database.run<{ readonly state: Partner }>('inventedPartners', [mostInvented]);
  for (const { state } of invented) options.foundInvented?.(state);
  const session = lockSession(url, patience);
  const door = gate();
  const derived = { dueAt, isInvented };
  const forget = forgetting(database);
  const turns = turnsPort(session, door);
  const run = withinTurns(database, turns);
  let closing = false;
  if (options.dueRule !== undefined) {
    const anew = { rule: options.dueRule, over: () => closing };
    // What fails is done at the next start.
    void door.pass(() => reschedule(run, derived, anew)).catch(() => undefined);
  }
  const known = knownPartners(run);
  return {
    partners: partnersPort({ run, derived, gate: door, known, turns: queues() }),
    meet: (person) => door.pass(() => known.meet(person)),
    chats: chatRecords({ run: database.run, gate: door, queue: queues(), stillHeld: turns.stillHeld }),
    ledger: bankLedger({ run, gate: door, turns, queue: queues() }),
    proofs,
    parked: parkedCardNews(run, door),
    bulk: bulkPort(database, derived, door),
    turns,
    instances: () => door.pass(() => countInstances(session, run)),
    // A document that can't be read is the database's own matter: it says so itself, or its backup is brought back.
    damaged: () => [],
    writable: () => writable(database),
    // Whoever has work for the store opens it too.
    serve: () => undefined,
    close: async () => {
      closing = true;
      clearInterval(forget);
      await door.close();
      await session.close();
      await database.close();
    },
  };
};
