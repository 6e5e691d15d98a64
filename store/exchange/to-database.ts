import { realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { ParkedNews } from '../../membership/gateway-ports.ts';
import type { BankLine, ChatRecord } from '../../membership/ports.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Store } from '../contract.ts';
import { StoreFault } from '../faults.ts';
import type { StoreLog } from '../lowdb/damaged.ts';
import { openStore } from '../lowdb/open.ts';
import { bankLinesIn, chatsIn } from '../lowdb/walk.ts';
import { countAll, readShared, share, type Counts } from '../postgres/shared.ts';
import { openDatabaseStore, type DatabasePlace } from './at-database.ts';
import { copy, type Copied, type Route } from './copy.ts';

/** Under this name a database says which folder it is being filled from, and when that is done. */
const mark = 'filled-from';
const done = 'done: ';

/** Whether a database was begun to be filled, and does not have everything yet. */
export const isHalfFilled = async (url: string): Promise<boolean> => {
  const from = await readShared(url, mark);
  return from !== undefined && !from.startsWith(done);
};

export type Filled = Readonly<Record<keyof Counts, Copied>>;

const partnersRoute = (from: Store, to: Store): Route<Partner> => ({
  kind: 'partners',
  from: from.partners.all(),
  nameOf: ({ mpnId }) => mpnId,
  read: ({ mpnId }) => to.partners.read(mpnId),
  write: async (partners) => {
    const keys = { partners: partners.map(({ mpnId }) => mpnId), tenants: [], mpnIds: [], orders: [] };
    await to.bulk.replace(keys, () => partners);
  },
});

const chatsRoute = (folder: string, to: Store): Route<ChatRecord> => ({
  kind: 'chats',
  from: chatsIn(folder),
  nameOf: ({ person }) => `${person.tenantId}/${person.aadObjectId}`,
  read: ({ person }) => to.chats.read(person),
  write: async (records) => {
    await Promise.all(records.map((record) => to.chats.write(record)));
  },
});

const isSameLine = (a: BankLine, b: BankLine): boolean =>
  a.id === b.id && a.account === b.account && a.bookedOn.slice(0, 7) === b.bookedOn.slice(0, 7);

const linesRoute = (folder: string, to: Store, log: StoreLog): Route<BankLine> => ({
  kind: 'bank lines',
  from: bankLinesIn(folder, log),
  nameOf: ({ id }) => id,
  read: async (line) => {
    const found = await to.ledger.find(line.id);
    if (found && isSameLine(found, line)) return found;
    // Another account's line has the same id.
    const month = found ? await to.ledger.lines(line.account, line.bookedOn.slice(0, 7)) : [];
    return month.find((other) => isSameLine(other, line));
  },
  write: async (lines) => {
    await Promise.all(lines.map((line) => to.ledger.mark(line)));
  },
});

async function* each<Item>(items: Promise<readonly Item[]>): AsyncGenerator<Item> {
  yield* await items;
}

const parkedRoute = (from: Store, to: Store): Route<ParkedNews> => ({
  kind: 'parked news',
  from: each(from.parked.all()),
  nameOf: ({ id }) => id,
  read: async ({ id }) => (await to.parked.all()).find((news) => news.id === id),
  write: async (all) => {
    await Promise.all(all.map((news) => to.parked.park(news)));
  },
});

const copyAll = async (folder: string, from: Store, to: Store, log: StoreLog): Promise<Filled> => ({
  partners: await copy(partnersRoute(from, to)),
  chats: await copy(chatsRoute(folder, to)),
  bankLines: await copy(linesRoute(folder, to, log)),
  parkedNews: await copy(parkedRoute(from, to)),
});

/** Only an empty database, or one that was begun to be filled from this very folder. */
const refuseOthers = async (url: string, source: string): Promise<void> => {
  const from = await readShared(url, mark);
  if (from === source) return;
  if (from?.startsWith(done)) throw new StoreFault('unusable', `the database was filled before (${from})`);
  if (from !== undefined) throw new StoreFault('unusable', `the database is being filled from ${from}`);
  if (Object.values(await countAll(url)).some((count) => count > 0))
    throw new StoreFault('unusable', 'the database has other data');
};

const kinds = ['partners', 'chats', 'bankLines', 'parkedNews'] as const;

const compareCounts = async (url: string, filled: Filled): Promise<void> => {
  const counts = await countAll(url);
  for (const kind of kinds)
    if (counts[kind] !== filled[kind].found)
      throw new StoreFault(
        'unusable',
        `the database has ${counts[kind]} ${kind}, the folder ${filled[kind].found}`,
      );
};

const fill = async (folder: string, from: Store, to: Store, given: FillOptions): Promise<Filled> => {
  const { url } = given.database;
  const source = `${hostname()}:${await realpath(folder)}`;
  await refuseOthers(url, source);
  if (from.damaged().length > 0)
    throw new StoreFault('damaged', `put right first what is damaged: partners ${from.damaged().join(', ')}`);
  await share(url, mark, source);
  const filled = await copyAll(folder, from, to, given.log);
  await compareCounts(url, filled);
  await share(url, mark, `${done}${source}`);
  return filled;
};

export interface FillOptions {
  readonly database: DatabasePlace;
  readonly catalogue: Catalogue;
  readonly log: StoreLog;
}

/**
 * Fills a database from a data folder that no bot has open; begun again, it goes on where it was. Every document is
 * read back and compared, and in the end all are counted. Rejects with a `StoreFault` and leaves the folder as it is.
 */
export const fillDatabase = async (folder: string, given: FillOptions): Promise<Filled> => {
  // Nothing is claimed here, so no due moment is needed of it.
  const from = await openStore({ folder, dueAt: () => undefined, log: given.log });
  try {
    const to = await openDatabaseStore(given.database, given.catalogue);
    return await fill(folder, from, to, given).finally(() => to.close());
  } finally {
    await from.close();
  }
};
