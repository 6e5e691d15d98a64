import { join } from 'node:path';
import { Low } from 'lowdb';
import pLimit from 'p-limit';
import type { Partner } from '../../membership/rules/partner.ts';
import { reasonOf } from './damaged.ts';
import { isEnvelope, saveEnvelope, type Envelope } from './envelope.ts';
import { DamagedFile, documentAdapter, folders, type Files } from './files.ts';
import { setAside } from './damaged.ts';
import { load, remember, type PartnerTable } from './partner-table.ts';

/** An import of many partners is confirmed by this one file; their own files are written after it. */
type Journal = readonly Envelope[];

const isJournal = (value: unknown): value is Journal => Array.isArray(value) && value.every(isEnvelope);
const journalPath = (files: Files): string => join(files.root, 'import.json');
const journalOf = (files: Files, envelopes: Journal): Low<Journal> =>
  new Low(documentAdapter(files, journalPath(files), isJournal, 'name'), envelopes);

/** Enough at once to keep a disk busy, few enough not to hold its queue from everybody else. */
const atOnce = 16;

/** Safe on the disk when it resolves: from then on the import holds, whatever happens. */
export const writeJournal = (files: Files, envelopes: Journal): Promise<void> =>
  journalOf(files, envelopes).write();

/** A journal whose name may not have reached the disk must not come back later. */
export const dropJournal = async (files: Files): Promise<void> => {
  await files.disk.remove(journalPath(files));
  await files.syncFolder(files.root);
};

const writeOwnFile = async (table: PartnerTable, envelope: Envelope): Promise<void> => {
  const id = envelope.partner.mpnId;
  await table.queues.run(id, async () => {
    // Gone where a newer commit has been saved meanwhile.
    if (table.unwritten.get(id) !== envelope) return;
    await saveEnvelope(table.files, envelope);
    table.unwritten.delete(id);
  });
};

/**
 * Writes the files of the journaled partners and ends the journal.
 * What the disk refuses stays journaled, is reported and is tried again at the next occasion.
 * @returns whether all is written
 */
export const finishImport = async (table: PartnerTable): Promise<boolean> => {
  const waiting = [...table.unwritten.values()];
  const limit = pLimit(atOnce);
  try {
    await Promise.all(waiting.map((envelope) => limit(() => writeOwnFile(table, envelope))));
    await table.files.syncFolder(join(table.files.root, folders.partners));
    await dropJournal(table.files);
    return true;
  } catch (error) {
    table.log({ kind: 'importUnfinished', partners: table.unwritten.size, because: reasonOf(error) });
    return false;
  }
};

const readJournal = async (table: PartnerTable): Promise<Journal> => {
  const journal = journalOf(table.files, []);
  try {
    await journal.read();
    return journal.data;
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    await setAside(table.files, journalPath(table.files), error, table.log);
    return [];
  }
};

/** At start: takes up an import that was confirmed but not finished. */
export const replayJournal = async (
  table: PartnerTable,
  found: (partner: Partner) => void,
): Promise<void> => {
  const journal = await readJournal(table);
  const newer = journal.filter(
    ({ partner, version }) =>
      !table.damaged.has(partner.mpnId) && version > (table.versions.get(partner.mpnId) ?? 0),
  );
  for (const envelope of newer) {
    const { partner } = envelope;
    const before = await load(table, partner.mpnId);
    for (const order of partner.orders) table.indexes.orders.set(order.number, partner.mpnId);
    remember(table, before?.partner, table.amendments.applied(envelope));
    table.unwritten.set(partner.mpnId, envelope);
    found(partner);
  }
  if (journal.length > 0 && (await finishImport(table)))
    table.log({ kind: 'importFinished', partners: newer.length });
};
