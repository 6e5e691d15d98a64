import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import type { BankLine } from '../../membership/ports.ts';
import { setAside, type StoreLog } from './damaged.ts';
import { DamagedFile, documentAdapter, folders, parseDocument, type Files } from './files.ts';

/**
 * One aggregate per account and booking month: a folder, with a small file for each line. A line that still waits
 * for something says so in its name, so that a start finds those few without reading the rest.
 */
export interface LedgerTable {
  readonly files: Files;
  readonly log: StoreLog;
  /** By stem: the lines that wait to be told, to be confirmed, or for an operator. */
  readonly waiting: Map<string, BankLine>;
  /** By folder: the stems of its lines. */
  readonly months: Map<string, Set<string>>;
}

const settled = '.json';
/** Of the files that a crash left for one line, the first in this row counts: a later stage comes first. */
const endings = [settled, '.placed.json', '.provisional.json', '.held.json', '.recorded.json'] as const;
type Ending = (typeof endings)[number];

const endingOf = ({ status, byHand }: BankLine): Ending => {
  switch (status.kind) {
    case 'recorded':
      return byHand?.as === 'placed' ? '.placed.json' : '.recorded.json';
    case 'provisional':
      return '.provisional.json';
    case 'held':
      return '.held.json';
    case 'matched':
    case 'confirms':
    case 'paidBack':
      return settled;
  }
};

const hash = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
export const ledgerRoot = (files: Files): string => join(files.root, folders.ledger);
export const monthFolder = (files: Files, account: string, month: string): string =>
  join(ledgerRoot(files), `${month}-${hash(account, 16)}`);

/** Accounts and ids of banks hold what a file name may not: they are hashed. */
export const stemIn = (folder: string, id: string): string => join(folder, hash(id, 32));
/** A line's path without its ending. */
export const stemOf = (files: Files, line: BankLine): string =>
  stemIn(monthFolder(files, line.account, line.bookedOn.slice(0, 7)), line.id);

const isBankLine = (value: unknown): value is BankLine =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'account' in value &&
  'bookedOn' in value &&
  'amount' in value &&
  'status' in value;

/** The folders of all months, by path. */
export const monthFolders = async (files: Files): Promise<readonly string[]> => {
  const names = await files.disk.list(ledgerRoot(files));
  return names.filter((name) => /^\d{4}-\d\d-/.test(name)).map((name) => join(ledgerRoot(files), name));
};

/** The stems of a month's lines; the folder is read once, and from then on kept in step. */
export const stemsOf = async ({ files, months }: LedgerTable, folder: string): Promise<Set<string>> => {
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

const readFile = async (
  { files, log }: Pick<LedgerTable, 'files' | 'log'>,
  path: string,
): Promise<BankLine | undefined> => {
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

export const readLine = async (table: LedgerTable, stem: string): Promise<BankLine | undefined> =>
  table.waiting.get(stem) ?? (await readFile(table, stem + settled));

export const saveLine = async (table: LedgerTable, line: BankLine): Promise<void> => {
  const stem = stemOf(table.files, line);
  const month = await stemsOf(table, dirname(stem));
  const ending = endingOf(line);
  await new Low(documentAdapter(table.files, stem + ending, isBankLine, 'name'), line).write();
  month.add(stem);
  const before = table.waiting.get(stem);
  if (ending === settled) table.waiting.delete(stem);
  else table.waiting.set(stem, line);
  // Where it stays behind, the later stage is the one that counts.
  if (before && endingOf(before) !== ending)
    await table.files.disk.remove(stem + endingOf(before)).catch(() => undefined);
};

const firstEndings = (names: readonly string[]): ReadonlyMap<string, Ending> => {
  const first = new Map<string, Ending>();
  for (const ending of endings.toReversed())
    for (const name of names) {
      const stem = name.replace(/\..*$/, '');
      if (name === stem + ending) first.set(stem, ending);
    }
  return first;
};

/** Finds the lines that wait. */
export const findWaiting = async (table: LedgerTable): Promise<void> => {
  for (const folder of await monthFolders(table.files)) {
    for (const [stem, ending] of firstEndings(await table.files.disk.list(folder))) {
      if (ending === settled) continue;
      const path = join(folder, stem);
      const line = await readFile(table, path + ending);
      if (line) table.waiting.set(path, line);
    }
  }
};

const renameHeld = async (table: Pick<LedgerTable, 'files' | 'log'>, folder: string): Promise<void> => {
  const { files } = table;
  const names = await files.disk.list(folder);
  for (const [stem] of [...firstEndings(names)].filter(([, ending]) => ending === settled)) {
    const path = join(folder, stem);
    const line = await readFile(table, path + settled);
    if (line?.status.kind === 'held') await files.disk.rename(path + settled, `${path}.held.json`);
  }
  await files.syncFolder(folder);
};

/**
 * Earlier versions did not say of a held line in its name that it waits: those are looked for once. A disk that
 * refuses is no reason not to start; the next start tries again.
 */
export const nameOldHeld = async (table: Pick<LedgerTable, 'files' | 'log'>): Promise<void> => {
  const { files } = table;
  const done = join(ledgerRoot(files), 'held-by-name');
  if (await files.disk.read(done)) return;
  try {
    for (const folder of await monthFolders(files)) await renameHeld(table, folder);
    await files.write(done, 'held lines say so in their names\n', 'name');
  } catch {
    return;
  }
};
