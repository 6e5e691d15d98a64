import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreOptions } from '../../store/lowdb/open.ts';
import type { Store } from '../../store/contract.ts';
import type { StoreEvent } from '../../store/lowdb/damaged.ts';
import type { Place } from './contract/place.ts';
import { dueAt } from './samples.ts';

/** A data folder of a test, and what the store reported of it. */
export interface Folder extends Place {
  readonly path: string;
  readonly events: StoreEvent[];
  open(options?: Partial<StoreOptions>): Promise<Store>;
}

export const newFolder = async (): Promise<Folder> => {
  const path = await mkdtemp(join(tmpdir(), 'store-'));
  const events: StoreEvent[] = [];
  return {
    path,
    events,
    open: (options) => openStore({ folder: path, dueAt, log: (event) => events.push(event), ...options }),
    remove: () => rm(path, { recursive: true, force: true }),
  };
};
