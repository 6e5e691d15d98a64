import { dirname } from 'node:path';
import pLimit from 'p-limit';
import type { BankLedger, BankLine, LineStatus } from '../../membership/ports.ts';
import type { PaymentId } from '../../membership/rules/ids.ts';
import { sameAccount } from '../../membership/rules/same-money.ts';
import { StoreFault } from '../faults.ts';
import { reasonOf, type StoreLog } from './damaged.ts';
import type { Files } from './files.ts';
import {
  findWaiting,
  monthFolder,
  monthFolders,
  nameOldHeld,
  readLine,
  saveLine,
  stemIn,
  stemOf,
  stemsOf,
  type LedgerTable,
} from './ledger-files.ts';
import type { Queues } from './queues.ts';

/** Enough to keep a disk busy. */
const readsAtOnce = 16;

const record = async (table: LedgerTable, line: BankLine): Promise<boolean> => {
  const stem = stemOf(table.files, line);
  const month = await stemsOf(table, dirname(stem));
  // A file that is named but can't be read is damaged: recorded anew, and settled once by its id.
  if (month.has(stem) && (await readLine(table, stem))) return false;
  await saveLine(table, line);
  return true;
};

const newestFirst = (a: BankLine, b: BankLine): number =>
  b.bookedOn.localeCompare(a.bookedOn) ||
  b.valueDate.localeCompare(a.valueDate) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const lines = async (table: LedgerTable, folder: string): Promise<readonly BankLine[]> => {
  const stems = await stemsOf(table, folder);
  const limit = pLimit(readsAtOnce);
  const read = await Promise.all([...stems].map((stem) => limit(() => readLine(table, stem))));
  return read.filter((line) => line !== undefined).sort(newestFirst);
};

const find = async (table: LedgerTable, id: PaymentId): Promise<BankLine | undefined> => {
  for (const folder of await monthFolders(table.files)) {
    const stem = stemIn(folder, id);
    const line = (await stemsOf(table, folder)).has(stem) ? await readLine(table, stem) : undefined;
    if (line) return line;
  }
  return undefined;
};

const waiting = (table: LedgerTable, kind: LineStatus['kind']): readonly BankLine[] =>
  [...table.waiting.values()].filter(({ status }) => status.kind === kind).sort((a, b) => newestFirst(b, a));

/** One key for the whole ledger: whose money a line is may lie in any account's lines. */
const judging = 'ledger: same money';

/** The port over the files. */
export const bankLedger = async (
  files: Files,
  turns: Queues<string>,
  log: StoreLog,
  guard: () => void,
): Promise<BankLedger> => {
  const table: LedgerTable = { files, log, waiting: new Map(), months: new Map() };
  await nameOldHeld(table);
  await findWaiting(table);
  const inTurn = async <T>(line: BankLine, work: () => Promise<T>): Promise<T> => {
    guard();
    try {
      return await turns.run(stemOf(files, line), work);
    } catch (cause) {
      throw new StoreFault('notSaved', `a bank line could not be saved: ${reasonOf(cause)}`, { cause });
    }
  };
  return {
    record: (line) => inTurn(line, () => record(table, line)),
    mark: (line) => inTurn(line, () => saveLine(table, line)),
    unmarked: () => Promise.resolve(waiting(table, 'recorded')),
    provisional: (account) =>
      Promise.resolve(waiting(table, 'provisional').filter((line) => sameAccount(line.account, account))),
    held: () => Promise.resolve(waiting(table, 'held')),
    find: (id) => find(table, id),
    lines: (account, month) => lines(table, monthFolder(files, account, month)),
    inTurn: (work) => turns.run(judging, work),
  };
};
