import { DatabaseError } from 'pg';
import { StoreFault } from '../faults.ts';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the server did not say itself: the driver lost the connection, or found none in time. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** Asks the driver for something; what it says of the connection becomes a {@link ConnectionLost}. */
export const asking = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new ConnectionLost(reasonOf(error), { cause: error });
  }
};

/**
 * What an error of the database means for who asked:
 * - `lost`: the connection is gone, or there was none: nobody knows whether the statement was carried out
 * - `again`: it was undone, since another was in its way: the same will do
 * - `refused`: it was undone, and the same would be refused again for now: a full disk, too slow
 * - `taken`: the commit brought an order number that another order has
 * - `bug`: it should not have been asked
 */
export type Trouble = 'lost' | 'again' | 'refused' | 'taken' | 'bug';

/** By SQLSTATE, or its first two letters, its class. */
const troubles: Readonly<Record<string, Trouble>> = {
  MB001: 'taken',
  '40001': 'again',
  '40P01': 'again',
  '55P03': 'again',
  // Of another's making, or that server is only a copy now: another connection finds the one that takes writes.
  '57P01': 'lost',
  '57P02': 'lost',
  '57P03': 'lost',
  '57P05': 'lost',
  '53300': 'lost',
  '25006': 'lost',
  '08': 'lost',
  '57': 'refused',
  '53': 'refused',
  '58': 'refused',
};

export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof DatabaseError) {
    const { code = '' } = error;
    return troubles[code] ?? troubles[code.slice(0, 2)] ?? 'bug';
  }
  return error instanceof ConnectionLost ? 'lost' : 'bug';
};

/** The fault that ends an attempt; what is a bug stays what it is. */
export const faultOf = (error: unknown): unknown => {
  switch (troubleOf(error)) {
    case 'lost':
      return new StoreFault('unavailable', `the database can't be reached: ${reasonOf(error)}`, {
        cause: error,
      });
    case 'again':
    case 'refused':
      return new StoreFault('notSaved', `the database refused: ${reasonOf(error)}`, { cause: error });
    case 'taken':
    case 'bug':
      return error;
  }
};
