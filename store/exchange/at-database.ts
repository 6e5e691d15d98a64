import type { ProofStore } from '../../membership/proof-ports.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import { nextDue } from '../../membership/rules/next-due.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Store } from '../contract.ts';
import { StoreFault } from '../faults.ts';
import { openStore } from '../postgres/open.ts';

/** A PostgreSQL database that commands and instances share. */
export interface DatabasePlace {
  readonly url: string;
  /** Whether a partner has ids that no Entra tenant gives; noted with each. */
  readonly isInvented: (partner: Partner) => boolean;
}

const noProofs = (): Promise<never> =>
  Promise.reject(new StoreFault('unusable', 'proofs are kept elsewhere'));

/** What a command does with partners concerns no proof. */
const proofs: ProofStore = { put: noProofs, get: noProofs };

/**
 * Opens a database for a command, whether instances run on it or not.
 * @param catalogue says when partners are due; left out where nothing is committed
 */
export const openDatabaseStore = (
  { url, isInvented }: DatabasePlace,
  catalogue: Catalogue | undefined,
): Promise<Store> => {
  const dueAt = (partner: Partner) => catalogue && nextDue(catalogue, partner);
  return openStore({ url, isInvented, dueAt, proofs });
};
