import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { isMissing } from './disk.ts';
import { partnerOfFile, partnerPath } from './envelope.ts';
import { folders, type Files } from './files.ts';
import { replayJournal } from './journal.ts';
import { envelopeOf, noteDamaged, remember, type PartnerTable } from './partner-table.ts';
import { StoreFault } from '../faults.ts';
import type { StoreLog } from './damaged.ts';

/** Some tens of milliseconds: a signal to end is heeded, and what starts beside the store goes on. */
const readsInARow = 200;

/** Makes the folders of the store and removes what a killed process left half written. */
export const prepareFolders = async ({ disk, root }: Files, log: StoreLog): Promise<void> => {
  for (const folder of Object.values(folders)) await disk.makeFolder(join(root, folder));
  const temporary = join(root, folders.temporary);
  const leftovers = await disk.list(temporary);
  for (const name of leftovers) await disk.remove(join(temporary, name));
  if (leftovers.length > 0) log({ kind: 'leftoversRemoved', files: leftovers.length });
};

type Found = (partner: Partner) => void;

const takeUp = async (table: PartnerTable, id: MpnId, found: Found): Promise<void> => {
  const bytes = table.files.disk.readNow(partnerPath(table.files.root, id));
  if (!bytes) return;
  try {
    const envelope = await envelopeOf(table, id, bytes);
    for (const order of envelope.partner.orders) table.indexes.orders.set(order.number, id);
    remember(table, undefined, envelope);
    found(envelope.partner);
  } catch (error) {
    // Set aside, reported and noted: the others are served.
    if (!(error instanceof StoreFault)) throw error;
  }
};

const namesIn = async ({ disk, root }: Files, folder: string): Promise<readonly string[]> => {
  try {
    return await disk.list(join(root, folder));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

/** What an earlier start set aside stays damaged, and reported, until somebody puts the file back or takes it away. */
const recallDamaged = async (table: PartnerTable): Promise<void> => {
  const folder = join(folders.damaged, folders.partners);
  for (const name of await namesIn(table.files, folder)) {
    const id = partnerOfFile(name);
    if (id === undefined || table.versions.has(id) || table.damaged.has(id)) continue;
    const file = join(folder, name);
    const bytes = await table.files.disk.read(join(table.files.root, file));
    noteDamaged(table, id, file, bytes?.toString('utf8') ?? '');
    table.log({ kind: 'stillDamaged', partner: id, file });
  }
};

/** Reads every partner once: builds the indexes and warms the memory. */
export const readPartners = async (table: PartnerTable, found: Found): Promise<void> => {
  const names = await namesIn(table.files, folders.partners);
  const ids = names
    .filter((name) => name.endsWith('.json'))
    .map(partnerOfFile)
    .filter((id) => id !== undefined);
  for (const [index, id] of ids.entries()) {
    await takeUp(table, id, found);
    if (index % readsInARow === 0) await setImmediate();
  }
  await recallDamaged(table);
  await replayJournal(table, found);
};
