import { dayOf, type Day, type Instant } from './calendar.ts';
import type { Catalogue, Level } from './catalogue.ts';
import { reverseOrder } from './ending.ts';
import { benefitsUntil, currentMembership } from './membership.ts';
import { openOrderFor } from './offers.ts';
import type { Order } from './order.ts';
import type { Partner } from './partner.ts';

/** The benefits that a partner has: of gold where there is gold. */
export interface Remaining {
  readonly level: Level;
  /** In their renewal window, or beyond it with a renewal ordered: there is no anniversary date to come. */
  readonly standing: 'active' | 'toRenew';
  readonly until: Day;
}

const remaining = (catalogue: Catalogue, partner: Partner, today: Day): Remaining | undefined => {
  const held =
    currentMembership(catalogue, partner, 'gold', today) ??
    currentMembership(catalogue, partner, 'silver', today);
  if (!held) return undefined;
  const { level } = held.membership;
  const until = benefitsUntil(catalogue, held) ?? openOrderFor(partner, level)?.lastDay;
  return until && { level, standing: held.standing === 'active' ? 'active' : 'toRenew', until };
};

/**
 * What the partner has without this order: what is left once it is refunded, or, where it has ended, what there is. A
 * renewal that is refunded leaves the year before it, in its window; gold leaves the silver that it had replaced.
 * @returns undefined where nothing is left
 */
export const remainingWithout = (
  catalogue: Catalogue,
  partner: Partner,
  order: Order,
  now: Instant,
): Remaining | undefined => {
  const left = order.state === 'active' ? reverseOrder(partner, order.number, now).partner : partner;
  return remaining(catalogue, left, dayOf(now));
};
