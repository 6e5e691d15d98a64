import { randomUUID } from 'node:crypto';
import type { BankLedger, BankLine } from '../../membership/ports.ts';
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

/** The port over the table; a line is spread by its id, as it is told by its id. */
export const bankLedger = (run: Run, gate: Gate): BankLedger => {
  const read = async (statement: StatementName, values: readonly string[]): Promise<readonly BankLine[]> => {
    const rows = await gate.pass(() => run<{ readonly line: BankLine }>(statement, values));
    return rows.map(({ line }) => line);
  };
  const waiting = (status: Status): Promise<readonly BankLine[]> => read('waitingLines', [status]);
  return {
    record: (line) => gate.pass(async () => (await run('recordLine', valuesOf(line))).length > 0),
    mark: (line) =>
      gate.pass(async () => {
        await run('markLine', valuesOf(line));
      }),
    unmarked: () => waiting('recorded'),
    lines: async (account, month) => (await read('linesOfMonth', [account, month])).toSorted(newestFirst),
  };
};
