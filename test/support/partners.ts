import type { Chance, ChangeResult, Clock, Partners, Verdict } from '../../membership/ports.ts';
import type { Instant } from '../../membership/rules/calendar.ts';
import { addDays, dayOf } from '../../membership/rules/calendar.ts';
import type { CommandId, MessageId, MpnId } from '../../membership/rules/ids.ts';
import { byAge, mattersOf } from '../../membership/rules/matters.ts';
import { unreached } from '../../membership/rules/reminder-sending.ts';
import { nextDue } from '../../membership/rules/next-due.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { catalogue } from './catalogue.ts';

/** What a store gives back is never what it was given, and an absent value is not kept. */
const kept = (partner: Partner): Partner => JSON.parse(JSON.stringify(partner)) as Partner;

export interface PartnersInMemory extends Partners {
  /** How many commits there were. */
  readonly commits: () => number;
  /** Ends the next commit with a fault before anything is kept, as a full disk does. */
  readonly failNext: () => void;
}

interface Shelf {
  readonly kept: Map<MpnId, Partner>;
  commits: number;
  failing: boolean;
}

const isTaken = (shelf: Shelf, after: Partner): boolean => {
  const own = after.orders.map((order) => order.number);
  const others = [...shelf.kept.values()].filter((partner) => partner.mpnId !== after.mpnId);
  return (
    new Set(own).size < own.length ||
    others.some((partner) => partner.orders.some((order) => own.includes(order.number)))
  );
};

const change = <Answer>(
  shelf: Shelf,
  id: MpnId,
  decide: (partner: Partner) => Verdict<Answer>,
): ChangeResult<Answer> => {
  const before = shelf.kept.get(id);
  if (!before) return { kind: 'noSuchPartner' };
  // Decided twice, as where another process was first: a decision must not lean on having run only once.
  decide(kept(before));
  const verdict = decide(kept(before));
  const { answer } = verdict;
  if (verdict.kind === 'unchanged') return { kind: 'done', partner: kept(before), answer };
  if (isTaken(shelf, verdict.partner)) return { kind: 'orderNumberTaken' };
  if (shelf.failing) {
    shelf.failing = false;
    throw new Error('disk full');
  }
  shelf.kept.set(id, kept(verdict.partner));
  shelf.commits += 1;
  return { kind: 'done', partner: verdict.partner, answer };
};

const lookUps = (shelf: Shelf): Omit<Partners, 'read' | 'change' | 'all'> => {
  const find = (test: (partner: Partner) => boolean) =>
    Promise.resolve([...shelf.kept.values()].find(test)?.mpnId);
  return {
    ofOrder: (number) => find((partner) => partner.orders.some((order) => order.number === number)),
    ofMpnId: (id) => find((partner) => [partner.mpnId, ...partner.locationIds].some((own) => own === id)),
    ofPayment: (id) =>
      find((partner) =>
        [
          ...partner.orders.flatMap((order) => order.payments.map((payment) => payment.id)),
          ...[...partner.credits, ...partner.held].map((money) => money.id),
          ...partner.history.map(({ event }) => 'payment' in event && event.payment),
        ].includes(id),
      ),
    ordersWithProof: (hash) =>
      Promise.resolve(
        [...shelf.kept.values()]
          .flatMap((partner) => partner.orders)
          .filter((order) => order.proofs.some((proof) => proof.hash === hash))
          .map((order) => order.number),
      ),
    withMatter: (kind) =>
      Promise.resolve(
        [...shelf.kept.values()]
          .flatMap((partner) => mattersOf(partner).map((matter) => ({ ...matter, partner: partner.mpnId })))
          .filter((matter) => matter.kind === kind)
          .sort(byAge),
      ),
    withUnreached: () =>
      Promise.resolve(
        [...shelf.kept.values()].filter((partner) => unreached(partner).length > 0).map(({ mpnId }) => mpnId),
      ),
    named: (part, limit) =>
      Promise.resolve(
        [...shelf.kept.values()]
          .filter(({ name }) => name.includes(part))
          .slice(0, limit)
          .map(({ mpnId }) => mpnId),
      ),
    claimDue: (now) =>
      Promise.resolve(
        [...shelf.kept.values()]
          .filter((partner) => (nextDue(catalogue, partner) ?? '9') <= now)
          .map((partner) => partner.mpnId),
      ),
  };
};

/** A store for tests of deeds: no locks, leases or disk, which the stores' own contract tests are about. */
export const partnersInMemory = (...given: readonly Partner[]): PartnersInMemory => {
  const shelf: Shelf = {
    kept: new Map(given.map((partner) => [partner.mpnId, kept(partner)])),
    commits: 0,
    failing: false,
  };
  return {
    ...lookUps(shelf),
    read: (id) => {
      const found = shelf.kept.get(id);
      return Promise.resolve(found && kept(found));
    },
    change: (id, decide) => new Promise((resolve) => resolve(change(shelf, id, decide))),
    // eslint-disable-next-line @typescript-eslint/require-await -- the port's form
    async *all() {
      yield* [...shelf.kept.values()].map(kept);
    },
    commits: () => shelf.commits,
    failNext: () => void (shelf.failing = true),
  };
};

/** A clock that stands until it is moved. */
export const standingClock = (start: Instant): Clock & { readonly pass: (days: number) => void } => {
  let now = start;
  return {
    now: () => now,
    pass: (days) => void (now = `${addDays(dayOf(now), days)}${now.slice(10)}` as Instant),
  };
};

/** Ids in a row, and the given draws one after the other, then a row of its own. */
export const foreseenChance = (...draws: readonly number[]): Chance => {
  const next = { draw: 0, id: 0 };
  return {
    random: () => {
      next.draw += 1;
      return draws[next.draw - 1] ?? ((next.draw * 7919) % 1_000_000) / 1_000_000;
    },
    commandId: () => `command-${String((next.id += 1))}` as CommandId,
    messageId: () => `message-${String((next.id += 1))}` as MessageId,
  };
};
