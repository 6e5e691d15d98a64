import { join } from 'node:path';
import type { BankLine, ChatRecord } from '../../membership/ports.ts';
import { isChatRecord } from './chats.ts';
import type { StoreLog } from './damaged.ts';
import { StoreFault } from '../faults.ts';
import { nodeDisk } from './disk.ts';
import { folders, parseDocument, wholeFiles } from './files.ts';
import { findWaiting, monthFolders, readLine, stemsOf, type LedgerTable } from './ledger-files.ts';

/**
 * Every chat record of a data folder that the caller has open, as the opening gives each a file of its own. Throws a
 * `DamagedFile` where one can't be read, and a `StoreFault` where the disk had no room for them all.
 */
export async function* chatsIn(folder: string): AsyncGenerator<ChatRecord> {
  const chats = join(folder, folders.chats);
  const left = await nodeDisk.list(join(folder, folders.recentChats));
  if (left.length > 0) throw new StoreFault('unusable', `chat records are left in ${folders.recentChats}`);
  for (const name of (await nodeDisk.list(chats)).filter((file) => file.endsWith('.json')).sort()) {
    const path = join(chats, name);
    const bytes = await nodeDisk.read(path);
    if (bytes) yield parseDocument(path, bytes, isChatRecord);
  }
}

/** Every line of the bank ledger of a data folder whose lock the caller has. */
export async function* bankLinesIn(folder: string, log: StoreLog): AsyncGenerator<BankLine> {
  const files = wholeFiles(nodeDisk, folder);
  const table: LedgerTable = { files, log, waiting: new Map(), months: new Map() };
  await findWaiting(table);
  for (const month of [...(await monthFolders(files))].sort()) {
    for (const stem of [...(await stemsOf(table, month))].sort()) {
      const line = await readLine(table, stem);
      if (line) yield line;
    }
  }
}
