import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../store/contract.ts';
import { proofFolder } from '../../store/lowdb/proofs.ts';
import { openStore, type PostgresOptions } from '../../store/postgres/open.ts';
import { giveBack, takeDatabase } from '../support/postgres.ts';
import type { Place } from './contract/place.ts';
import { dueAt } from './samples.ts';

/** A database of a test. */
export interface Database extends Place {
  readonly url: string;
  open(options?: Partial<PostgresOptions>): Promise<Store>;
}

export const newDatabase = async (): Promise<Database> => {
  const url = await takeDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'proofs-'));
  const proofs = await proofFolder(folder, () => undefined);
  return {
    url,
    open: (options) => openStore({ url, proofs, dueAt, isInvented: () => false, ...options }),
    remove: async () => {
      await giveBack(url);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
