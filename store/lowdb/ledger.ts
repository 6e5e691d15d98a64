import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import pLimit from 'p-limit';
import type { BankLedger, BankLine } from '../../membership/ports.ts';
import { StoreFault } from '../faults.ts';
import { reasonOf, setAside, type StoreLog } from './damaged.ts';
import { DamagedFile, documentAdapter, folders, parseDocument, type Files } from './files.ts';
import type { Queues } from './queues.ts';

/** Enough to keep a disk busy. */
const readsAtOnce = 16;

/**
 * One aggregate per account and booking month: a folder, with a small file for each line. A line whose money has
 * not been told to a partner has `.recorded` in its name, so that a start finds those few without reading the rest.
 */
interface LedgerTable {
  readonly files: Files;
  readonly log: StoreLog;
  /** By stem: the lines that must run again. */
  readonly unmarked: Map<string, BankLine>;
  /** By folder: the stems of its lines. */
  readonly months: Map<string, Set<string>>;
}

const marked = '.json';
const recorded = '.recorded.json';

const hash = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
const monthFolder = (files: Files, account: string, month: string): string =>
  join(files.root, folders.ledger, `${month}-${hash(account, 16)}`);

/** A line's path without its ending. Accounts and ids of banks hold what a file name may not: they are hashed. */
const stemOf = (files: Files, line: BankLine): string =>
  join(monthFolder(files, line.account, line.bookedOn.slice(0, 7)), hash(line.id, 32));

const isBankLine = (value: unknown): value is BankLine =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'account' in value &&
  'bookedOn' in value &&
  'amount' in value &&
  'status' in value;

/** The stems of a month's lines; the folder is read once, and from then on kept in step. */
const stemsOf = async ({ files, months }: LedgerTable, folder: string): Promise<Set<string>> => {
  const known = months.get(folder);
  if (known) return known;
  await files.disk.makeFolder(folder);
  await files.syncFolder(dirname(folder));
  const names = await files.disk.list(folder);
  const read = new Set(names.map((name) => join(folder, name.replace(/\..*$/, ''))));
  const now = months.get(folder) ?? read;
  months.set(folder, now);
  return now;
};

const readFile = async ({ files, log }: LedgerTable, path: string): Promise<BankLine | undefined> => {
  const bytes = await files.disk.read(path);
  if (!bytes) return undefined;
  try {
    return parseDocument(path, bytes, isBankLine);
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    await setAside(files, path, error, log);
    return undefined;
  }
};

const readLine = async (table: LedgerTable, stem: string): Promise<BankLine | undefined> =>
  (await readFile(table, stem + marked)) ?? (await readFile(table, stem + recorded));

const save = async (table: LedgerTable, line: BankLine, ending: string): Promise<void> => {
  const stem = stemOf(table.files, line);
  const month = await stemsOf(table, dirname(stem));
  await new Low(documentAdapter(table.files, stem + ending, isBankLine, 'name'), line).write();
  month.add(stem);
};

const record = async (table: LedgerTable, line: BankLine): Promise<boolean> => {
  const stem = stemOf(table.files, line);
  const month = await stemsOf(table, dirname(stem));
  // A file that is named but can't be read is damaged: recorded anew, and settled once by its id.
  if (month.has(stem) && (await readLine(table, stem))) return false;
  await save(table, line, recorded);
  table.unmarked.set(stem, line);
  return true;
};

const mark = async (table: LedgerTable, line: BankLine): Promise<void> => {
  const stem = stemOf(table.files, line);
  await save(table, line, marked);
  table.unmarked.delete(stem);
  // Where it stays behind, the marked file is the one that counts.
  await table.files.disk.remove(stem + recorded).catch(() => undefined);
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

const findUnmarked = async (table: LedgerTable): Promise<void> => {
  const root = join(table.files.root, folders.ledger);
  for (const month of await table.files.disk.list(root)) {
    const names = new Set(await table.files.disk.list(join(root, month)));
    const stems = [...names]
      .filter((name) => name.endsWith(recorded))
      .map((n) => n.slice(0, -recorded.length));
    for (const stem of stems.filter((name) => !names.has(name + marked))) {
      const line = await readFile(table, join(root, month, stem + recorded));
      if (line) table.unmarked.set(join(root, month, stem), line);
    }
  }
};

/** The port over the files. */
export const bankLedger = async (
  files: Files,
  turns: Queues<string>,
  log: StoreLog,
  guard: () => void,
): Promise<BankLedger> => {
  const table: LedgerTable = { files, log, unmarked: new Map(), months: new Map() };
  await findUnmarked(table);
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
    mark: (line) => inTurn(line, () => mark(table, line)),
    unmarked: () => Promise.resolve([...table.unmarked.values()]),
    lines: (account, month) => lines(table, monthFolder(files, account, month)),
  };
};
