import { randomUUID } from 'node:crypto';
import type { Instant } from '../../membership/rules/calendar.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { broughtUpToDate } from '../older-forms.ts';
import type { Run } from './database.ts';
import { kept } from './json.ts';
import { lookUpChanges } from './look-ups.ts';
import { troubleOf } from './trouble.ts';

/** A partner with the number of its commits and the id of the newest: a crash can bring the same number twice. */
export interface Kept {
  readonly version: number;
  readonly stamp: string;
  readonly partner: Partner;
}

export interface PartnerRow {
  readonly version: number;
  readonly stamp: string;
  readonly state: Partner;
}

export const keptOf = ({ version, stamp, state }: PartnerRow): Kept => ({
  version,
  stamp,
  partner: broughtUpToDate(state),
});

/** The answer to whoever knew a partner: all null where there is none, the state alone where it is as it was known. */
export type AskedRow = PartnerRow | { readonly stamp: string | null; readonly state: null };

export const nowOf = (row: AskedRow, known: Kept | undefined): Kept | undefined => {
  if (row.state !== null) return keptOf(row);
  return row.stamp === known?.stamp ? known : undefined;
};

/** What a store derives of each state that it commits. */
export interface Derived {
  /** The next moment at which the partner needs attention; pure. */
  readonly dueAt: (partner: Partner) => Instant | undefined;
  /** Whether it has ids that no Entra tenant gives; pure. */
  readonly isInvented: (partner: Partner) => boolean;
}

export type Committed =
  | { readonly kind: 'committed'; readonly kept: Kept }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'orderNumberTaken' };

const hasTwice = (numbers: readonly string[]): boolean => new Set(numbers).size < numbers.length;

/**
 * Commits the next state of a partner, all or nothing, in one round trip; `conflict` where it is not as `before` any
 * more. Where the answer is lost, the same commit is asked for again, under the same id: whether it was made or not,
 * and even if it is made only then, it is made once.
 */
export const commitPartner = async (
  run: Run,
  { dueAt, isInvented }: Derived,
  change: { readonly before: Kept | undefined; readonly after: Partner; readonly durable: boolean },
): Promise<Committed> => {
  const { before, after, durable } = change;
  if (hasTwice(after.orders.map(({ number }) => number))) return { kind: 'orderNumberTaken' };
  const stamp = randomUUID();
  const { added, gone } = lookUpChanges(before?.partner, after);
  const state = kept(after);
  const values = [
    after.mpnId,
    before?.version ?? 0,
    before?.stamp ?? null,
    stamp,
    state.text,
    dueAt(after) ?? null,
    durable,
    isInvented(after),
    JSON.stringify(added),
    JSON.stringify(gone),
  ];
  try {
    const [row] = await run<{ readonly outcome: 'committed' | 'conflict' }>('commitPartner', values);
    if (row?.outcome !== 'committed') return { kind: 'conflict' };
    return { kind: 'committed', kept: { version: (before?.version ?? 0) + 1, stamp, partner: state.value } };
  } catch (error) {
    if (troubleOf(error) === 'taken') return { kind: 'orderNumberTaken' };
    throw error;
  }
};
