import type {
  ChangeOptions,
  ChangeResult,
  PartnerMatter,
  Partners,
  Verdict,
} from '../../membership/ports.ts';
import { later } from '../../membership/rules/calendar.ts';
import type { MpnId, OrderNumber } from '../../membership/rules/ids.ts';
import { byAge, type Matter, type MatterKind } from '../../membership/rules/matters.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { broughtUpToDate } from '../older-forms.ts';
import { StoreFault } from '../faults.ts';
import { searched } from '../found-by.ts';
import type { Queues } from '../lowdb/queues.ts';
import type { Run } from './database.ts';
import type { Gate } from './gate.ts';
import type { KnownPartners } from './known-partners.ts';
import { unreachedKind } from './look-ups.ts';
import { commitPartner, type Derived, type Kept } from './partner-rows.ts';
import type { StatementName } from './statements.ts';

export interface PartnerParts {
  readonly run: Run;
  readonly derived: Derived;
  readonly gate: Gate;
  readonly known: KnownPartners;
  /** Of one process: its own changes of one partner wait in line instead of meeting in the database. */
  readonly turns: Queues<MpnId>;
}

type Tried<Answer> = ChangeResult<Answer> | { readonly kind: 'overtaken' };

const commit = async <Answer>(
  { run, derived, known }: PartnerParts,
  { before, durable }: { readonly before: Kept; readonly durable: boolean },
  { partner, answer }: Extract<Verdict<Answer>, { readonly kind: 'commit' }>,
): Promise<Tried<Answer>> => {
  const { mpnId: id } = before.partner;
  if (partner.mpnId !== id) throw new RangeError(`a change of partner ${id} gave partner ${partner.mpnId}`);
  const committed = await commitPartner(run, derived, { before, after: partner, durable });
  if (committed.kind === 'conflict') return { kind: 'overtaken' };
  if (committed.kind === 'orderNumberTaken') return committed;
  known.note(committed.kept);
  return { kind: 'done', partner: committed.kept.partner, answer };
};

/** Only other processes are in the way, each of which has committed then: so many in a row are no chance. */
const mostConflicts = 50;

/**
 * Decides at once on the state as it is known, since a commit finds out by itself whether that still holds. What
 * would commit nothing, or is no more as it was, is decided on the state as it is in the database.
 */
const change = async <Answer>(
  parts: PartnerParts,
  id: MpnId,
  decide: (partner: Partner) => Verdict<Answer>,
  { durable = true }: ChangeOptions = {},
): Promise<ChangeResult<Answer>> => {
  const { known } = parts;
  let before = known.last(id);
  let isNow = false;
  for (let conflicts = 0; conflicts < mostConflicts;) {
    if (before) {
      const verdict = decide(before.partner);
      if (verdict.kind === 'commit') {
        const tried = await commit(parts, { before, durable }, verdict);
        if (tried.kind !== 'overtaken') return tried;
        conflicts += 1;
      } else if (isNow) return { kind: 'done', partner: before.partner, answer: verdict.answer };
    }
    before = await known.read(id);
    isNow = true;
    if (!before) return { kind: 'noSuchPartner' };
  }
  throw new StoreFault('notSaved', `partner ${id} is changed by others all the time`);
};

const pageOfPartners = 200;

async function* all(run: Run): AsyncGenerator<Partner> {
  for (let after = ''; ;) {
    const rows = await run<{ readonly state: Partner }>('nextPartners', [after, pageOfPartners]);
    for (const { state } of rows) yield broughtUpToDate(state);
    const last = rows.at(-1);
    if (!last) return;
    after = last.state.mpnId;
  }
}

const withMatter = async (run: Run, kind: MatterKind): Promise<readonly PartnerMatter[]> => {
  const rows = await run<{ readonly mpn_id: MpnId; readonly found: readonly Matter[] }>('withMatter', [kind]);
  return rows
    .flatMap(({ mpn_id: partner, found }) => found.map((matter) => ({ ...matter, partner })))
    .sort(byAge);
};

/** The port over the tables. */
export const partnersPort = (parts: PartnerParts): Partners => {
  const { run, gate, turns, known } = parts;
  const ask: Run = (statement, values) => gate.pass(() => run(statement, values));
  const ids: (...asked: Parameters<Run>) => Promise<readonly MpnId[]> = async (...asked) =>
    (await ask<{ readonly mpn_id: MpnId }>(...asked)).map((row) => row.mpn_id);
  const owner = async (statement: StatementName, key: string): Promise<MpnId | undefined> =>
    (await ids(statement, [key]))[0];
  return {
    read: (id) => gate.pass(async () => (await known.read(id))?.partner),
    change: (id, decide, options) => gate.pass(() => turns.run(id, () => change(parts, id, decide, options))),
    ofOrder: (number) => owner('ofOrder', number),
    ofMpnId: (id) => owner('ofMpnNumber', id),
    ofPayment: (id) => owner('ofPayment', id),
    ordersWithProof: async (hash) => {
      const rows = await ask<{ readonly order_number: OrderNumber }>('ordersWithProof', [hash]);
      return rows.map((row) => row.order_number);
    },
    withMatter: (kind) => gate.pass(() => withMatter(run, kind)),
    withUnreached: () => ids('withMatter', [unreachedKind]),
    named: async (part, limit) => {
      const wanted = searched(part);
      return wanted === '' ? [] : ids('named', [wanted, limit]);
    },
    claimDue: (now, limit, lease) => ids('claimDue', [now, limit, later(now, lease)]),
    all: () => all(run),
  };
};
