import { randomUUID } from 'node:crypto';
import type { BankLedger, BankLine } from '../../membership/ports.ts';
import { sameAccount } from '../../membership/rules/same-money.ts';
import type { Turns } from '../contract.ts';
import type { Queues } from '../lowdb/queues.ts';
import type { Run } from './database.ts';
import type { Gate } from './gate.ts';
import { jsonb } from './json.ts';
import type { StatementName } from './statements.ts';

type Status = BankLine['status']['kind'];

const valuesOf = (line: BankLine): readonly string[] => {
  const month = line.bookedOn.slice(0, 7);
  return [line.id, line.account, month, line.bookedOn, line.status.kind, jsonb(line), randomUUID()];
};

const newestFirst = (a: BankLine, b: BankLine): number =>
  b.bookedOn.localeCompare(a.bookedOn) ||
  b.valueDate.localeCompare(a.valueDate) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** One lock for the whole ledger: whose money a line is may lie in any account's lines. */
const judging = { conversation: 'ledger: same money' };

export interface LedgerParts {
  readonly run: Run;
  readonly gate: Gate;
  /** Over all processes, and within this one. */
  readonly turns: Turns;
  readonly queue: Queues<string>;
}

/** The port over the table; a line is spread by its id, as it is told by its id. */
export const bankLedger = ({ run, gate, turns, queue }: LedgerParts): BankLedger => {
  const read = async (statement: StatementName, values: readonly string[]): Promise<readonly BankLine[]> => {
    const rows = await gate.pass(() => run<{ readonly line: BankLine }>(statement, values));
    return rows.map(({ line }) => line);
  };
  /** What this process says of a line is written in that order, over whichever connection. */
  const write = (statement: StatementName, line: BankLine): Promise<readonly unknown[]> =>
    gate.pass(() => queue.run(line.id, () => run(statement, valuesOf(line))));
  const waiting = async (status: Status): Promise<readonly BankLine[]> =>
    (await read('waitingLines', [status])).toSorted((a, b) => newestFirst(b, a));
  return {
    record: async (line) => (await write('recordLine', line)).length > 0,
    mark: async (line) => {
      await write('markLine', line);
    },
    unmarked: () => waiting('recorded'),
    provisional: async (account) =>
      (await waiting('provisional')).filter((line) => sameAccount(line.account, account)),
    held: () => waiting('held'),
    find: async (id) => (await read('findLine', [id]))[0],
    lines: async (account, month) => (await read('linesOfMonth', [account, month])).toSorted(newestFirst),
    inTurn: async (work) => {
      const turn = await queue.run(judging.conversation, () => turns.run(judging, work));
      // Nothing is delivered here, and so nothing twice.
      if (turn.kind === 'repeated') throw new RangeError('a turn without a delivery was repeated');
      return turn.result;
    },
  };
};
