import { dirname } from 'node:path';
import type { LRUCache } from 'lru-cache';
import type { Instant } from '../../membership/rules/calendar.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { StoreFault } from '../faults.ts';
import { broughtUpToDate } from '../older-forms.ts';
import { partnerCache } from '../partner-cache.ts';
import { amendments, type Amendments } from './amendments.ts';
import { reasonOf, setAside, type StoreLog } from './damaged.ts';
import { dueQueue, type DueQueue } from './due.ts';
import { isEnvelope, partnerPath, salvage, saveEnvelope, type Envelope } from './envelope.ts';
import { DamagedFile, parseDocument, type Files } from './files.ts';
import { claimOrders, emptyIndexes, indexPartner, type Indexes } from './indexes.ts';
import { queues, type Queues } from './queues.ts';

/** All partners: the committed ones in files, their newest state in memory as far as it has room. */
export interface PartnerTable {
  readonly files: Files;
  readonly log: StoreLog;
  readonly dueAt: (partner: Partner) => Instant | undefined;
  readonly indexes: Indexes;
  readonly due: DueQueue;
  readonly queues: Queues<MpnId>;
  /** The version of each committed partner; also the list of those that exist. */
  readonly versions: Map<MpnId, number>;
  /** By partner: where its damaged file lies. */
  readonly damaged: Map<MpnId, string>;
  /** Confirmed states whose files the disk refused so far: journaled ones, and those to be put back. */
  readonly unwritten: Map<MpnId, Envelope>;
  readonly cache: LRUCache<MpnId, Envelope>;
  /** What is newer than the files. */
  readonly amendments: Amendments;
}

export const partnerTable = (given: Pick<PartnerTable, 'files' | 'log' | 'dueAt'>): PartnerTable => ({
  ...given,
  indexes: emptyIndexes(),
  due: dueQueue(),
  queues: queues(),
  versions: new Map(),
  damaged: new Map(),
  unwritten: new Map(),
  cache: partnerCache(),
  amendments: amendments(given.files, given.log),
});

/** Takes a committed state into memory; nothing is copied, and nothing may change it from here on. */
export const remember = (
  table: PartnerTable,
  before: Partner | undefined,
  envelope: Envelope,
  dueAt = table.dueAt(envelope.partner),
): void => {
  const { partner, version } = envelope;
  table.due.set(partner.mpnId, dueAt);
  table.versions.set(partner.mpnId, version);
  table.cache.set(partner.mpnId, envelope);
  indexPartner(table.indexes, before, partner);
};

/** Notes a partner as damaged, keeping its tenant known and its order numbers taken as far as its text tells. */
export const noteDamaged = (table: PartnerTable, id: MpnId, file: string, text: string): void => {
  const { tenantId, orders } = salvage(text);
  table.damaged.set(id, file);
  table.indexes.mpnIds.set(id, id);
  if (tenantId !== undefined) table.indexes.tenants.set(tenantId, id);
  for (const number of orders) table.indexes.orders.set(number, id);
};

export const damagedFault = (id: MpnId, file: string): StoreFault =>
  new StoreFault('damaged', `the data of partner ${id} is damaged and lies in ${file}`);

/** Reads a partner's bytes as what they should be; a damaged file is set aside and noted. */
export const envelopeOf = async (table: PartnerTable, id: MpnId, bytes: Buffer): Promise<Envelope> => {
  const path = partnerPath(table.files.root, id);
  try {
    const envelope = parseDocument(path, bytes, isEnvelope);
    if (envelope.partner.mpnId !== id) throw new DamagedFile(`it is partner ${envelope.partner.mpnId}'s`);
    return table.amendments.applied({ ...envelope, partner: broughtUpToDate(envelope.partner) });
  } catch (error) {
    const file = await setAside(table.files, path, error, table.log);
    noteDamaged(table, id, file, bytes.toString('utf8'));
    throw damagedFault(id, file);
  }
};

/** The newest committed state; undefined where there is no such partner, rejects where its file is damaged. */
export const load = async (table: PartnerTable, id: MpnId): Promise<Envelope | undefined> => {
  const damaged = table.damaged.get(id);
  if (damaged !== undefined) throw damagedFault(id, damaged);
  const inMemory = table.cache.get(id);
  if (inMemory) return inMemory;
  const unwritten = table.unwritten.get(id);
  if (unwritten) return table.amendments.applied(unwritten);
  if (!table.versions.has(id)) return undefined;
  const bytes = await table.files.disk.read(partnerPath(table.files.root, id));
  if (!bytes) {
    table.damaged.set(id, 'no file');
    throw damagedFault(id, 'no file');
  }
  const envelope = await envelopeOf(table, id, bytes);
  // A commit may have overtaken this read, and have left memory again.
  if (envelope.version < (table.versions.get(id) ?? 0)) return load(table, id);
  if (!table.cache.has(id)) table.cache.set(id, envelope);
  return table.cache.get(id) ?? envelope;
};

/**
 * Saves a state under the partner's name. After a failed sync of the name nobody knows which of the two a power
 * cut would leave: the confirmed one is put back, so that what was told as not saved does not come back later.
 */
const save = async (table: PartnerTable, before: Envelope, after: Envelope): Promise<void> => {
  const { files } = table;
  await saveEnvelope(files, after);
  try {
    await files.syncFolder(dirname(partnerPath(files.root, after.partner.mpnId)));
  } catch (error) {
    const { mpnId: id } = before.partner;
    // It has what was newer than the file, and than what an unfinished import has for it.
    table.amendments.drop(id);
    table.unwritten.set(id, before);
    await saveEnvelope(files, before).then(
      () => table.unwritten.delete(id),
      () => undefined,
    );
    throw error;
  }
};

const notSaved = (id: MpnId, cause: unknown): StoreFault =>
  new StoreFault('notSaved', `partner ${id} could not be saved: ${reasonOf(cause)}`, { cause });

/**
 * Saves the next state of a partner and takes it into memory once it is safe.
 * @returns false where it brings an order number that is taken; rejects with `notSaved`, all as it was before
 */
export const commit = async (table: PartnerTable, before: Envelope, partner: Partner): Promise<boolean> => {
  const id = before.partner.mpnId;
  if (partner.mpnId !== id) throw new RangeError(`a change of partner ${id} gave partner ${partner.mpnId}`);
  const dueAt = table.dueAt(partner);
  const claim = claimOrders(table.indexes, before.partner, partner);
  if (claim.kind === 'taken') return false;
  const after = { version: before.version + 1, partner };
  try {
    await save(table, before, after);
  } catch (cause) {
    claim.free();
    throw notSaved(id, cause);
  }
  table.unwritten.delete(id);
  table.amendments.drop(id);
  remember(table, before.partner, after, dueAt);
  return true;
};

/** Saves what a power cut may forget; rejects as `commit` does. */
export const amend = async (table: PartnerTable, before: Envelope, partner: Partner): Promise<void> => {
  const dueAt = table.dueAt(partner);
  const after = { version: before.version + 1, partner };
  try {
    await table.amendments.write(before, after);
  } catch (cause) {
    throw notSaved(partner.mpnId, cause);
  }
  remember(table, before.partner, after, dueAt);
};
