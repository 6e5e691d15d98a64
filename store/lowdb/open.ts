import { join } from 'node:path';
import type { Instant } from '../../membership/rules/calendar.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Store } from '../contract.ts';
import { inFolder, StoreFault } from '../faults.ts';
import { takeLock, type Lock } from '../lock/lock.ts';
import { bulkPort } from './bulk.ts';
import { chatRecords } from './chats.ts';
import type { StoreLog } from './damaged.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { folders, wholeFiles, type Files } from './files.ts';
import { finishImport } from './journal.ts';
import { bankLedger } from './ledger.ts';
import { keepLostOrders } from './lost-orders.ts';
import { partnerTable, type PartnerTable } from './partner-table.ts';
import { parkedCardNews } from './parked.ts';
import { partnersPort } from './partners.ts';
import { proofFiles } from './proofs.ts';
import { queues } from './queues.ts';
import { onlyProcess } from './turns.ts';
import { prepareFolders, readPartners } from './start.ts';

export interface StoreOptions {
  /** DATA_DIR; made where it isn't there. */
  readonly folder: string;
  /** The next moment at which a partner needs attention; pure, called at start and on each commit. */
  readonly dueAt: (partner: Partner) => Instant | undefined;
  /**
   * Told of each partner as it is read at start, again where an unfinished import has a newer state of it: so that
   * a check of all of them need not read them a second time.
   */
  readonly found?: (partner: Partner) => void;
  /** What an operator must know: set-aside files above all. */
  readonly log?: StoreLog;
  /** The file system; a test's may fail. */
  readonly disk?: Disk;
}

/** How often a probe is looked for at most is the caller's matter; each really writes. */
const probe = async (files: Files): Promise<boolean> => {
  const path = join(files.root, folders.temporary, 'probe');
  try {
    await files.write(path, 'writable', 'name');
    await files.disk.remove(path);
    return true;
  } catch {
    return false;
  }
};

const writable = async (table: PartnerTable): Promise<boolean> => {
  if (!(await probe(table.files))) return false;
  if (table.unwritten.size > 0) return finishImport(table);
  return true;
};

const openWith = async (lock: Lock, options: StoreOptions): Promise<Store> => {
  const { folder, dueAt, found = () => undefined, log = () => undefined, disk = nodeDisk } = options;
  const files = wholeFiles(disk, folder);
  const table = partnerTable({ files, log, dueAt });
  const turns = queues<string>();
  let open = true;
  const guard = () => {
    if (!open) throw new StoreFault('closed', 'the store is closed');
  };
  await prepareFolders(files, log);
  await table.amendments.read();
  await readPartners(table, found);
  await table.amendments.keepThose(table.versions);
  await keepLostOrders(table);
  const chats = await chatRecords(files, turns, log, guard);
  const partners = partnersPort(table, guard);
  return {
    partners,
    chats,
    meet: async (person) => {
      const id = table.indexes.tenants.get(person.tenantId);
      return { partner: id && (await partners.read(id)), record: await chats.read(person) };
    },
    ledger: await bankLedger(files, turns, log, guard),
    proofs: proofFiles(files, log, guard),
    parked: parkedCardNews(files, log, guard),
    bulk: bulkPort(table, guard),
    turns: onlyProcess,
    damaged: () => [...table.damaged.keys()],
    writable: () => writable(table),
    serve: (handlers) => lock.serve(handlers),
    close: async () => {
      open = false;
      await Promise.all([table.queues.idle(), turns.idle()]);
      await chats.settle();
      await table.amendments.close();
      await lock.release();
    },
  };
};

/**
 * Opens the embedded store and holds its folder's lock until it is closed or the process ends, however it ends.
 * Rejects with a `StoreFault`: `locked` where another process has it, `unusable` where the folder can't be used.
 */
export const openStore = (options: StoreOptions): Promise<Store> =>
  inFolder(options.folder, async () => {
    const disk = options.disk ?? nodeDisk;
    await disk.makeFolder(options.folder);
    const lock = await takeLock(options.folder);
    try {
      return await openWith(lock, options);
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
