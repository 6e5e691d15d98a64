import type { Catalogue, Level } from './catalogue.ts';
import { addDays, oneYearAfter, type Day } from './calendar.ts';
import { dayOf } from './calendar.ts';
import { isOpen, type Order } from './order.ts';
import type { Membership, Partner } from './partner.ts';

/**
 * - `active`: paid, its renewal window not open yet
 * - `inWindow`: may be renewed; its benefits go on
 * - `renewing`: the window is over, a renewal ordered inside it is still open; its benefits go on
 * - `renewed`: over, and its next year is paid
 * - `lapsed`: over
 * - `ended`: upgraded, refunded or reversed
 */
export type Standing = 'active' | 'inWindow' | 'renewing' | 'renewed' | 'lapsed' | 'ended';

export const windowOf = (
  catalogue: Catalogue,
  anniversary: Day,
): { readonly opens: Day; readonly closes: Day } => ({
  opens: addDays(anniversary, catalogue.renewalWindow.opens),
  closes: addDays(anniversary, catalogue.renewalWindow.closes),
});

const renews = (order: Order, membership: Membership): boolean =>
  order.kind === 'renewal' && order.level === membership.level && order.renews === membership.anniversary;

/** Whether its next year is paid; a year that was refunded or reversed leaves it to be renewed again. */
const isRenewed = (partner: Partner, { level, anniversary }: Membership): boolean =>
  partner.memberships.some(
    (next) => next.level === level && next.anniversary === oneYearAfter(anniversary) && !next.ended,
  );

/** How a membership stands on a day. `partner` is taken as of that day (see `asOf`). */
export const standingOf = (
  catalogue: Catalogue,
  partner: Partner,
  membership: Membership,
  today: Day,
): Standing => {
  if (membership.ended) return 'ended';
  const { opens, closes } = windowOf(catalogue, membership.anniversary);
  if (today < opens) return 'active';
  if (isRenewed(partner, membership)) return 'renewed';
  if (today <= closes) return 'inWindow';
  const openRenewal = partner.orders.some(
    (order) => renews(order, membership) && isOpen(order.state) && dayOf(order.placedAt) <= closes,
  );
  return openRenewal ? 'renewing' : 'lapsed';
};

export interface CurrentMembership {
  readonly membership: Membership;
  readonly standing: 'active' | 'inWindow' | 'renewing';
}

/** The one of a level that runs, or ran, longest; those that were upgraded, refunded or reversed do not count. */
export const newestMembership = (partner: Partner, level: Level): Membership | undefined =>
  partner.memberships
    .filter((membership) => membership.level === level && !membership.ended)
    .toSorted((a, b) => b.anniversary.localeCompare(a.anniversary))[0];

/** The membership of a level whose benefits the partner has, if any. */
export const currentMembership = (
  catalogue: Catalogue,
  partner: Partner,
  level: Level,
  today: Day,
): CurrentMembership | undefined => {
  const newest = newestMembership(partner, level);
  if (!newest) return undefined;
  const standing = standingOf(catalogue, partner, newest, today);
  return standing === 'active' || standing === 'inWindow' || standing === 'renewing'
    ? { membership: newest, standing }
    : undefined;
};

/** Until when the benefits last at least; undefined while an open renewal alone keeps them. */
export const benefitsUntil = (
  catalogue: Catalogue,
  { membership: { anniversary }, standing }: CurrentMembership,
): Day | undefined => {
  switch (standing) {
    case 'active':
      return anniversary;
    case 'inWindow':
      return windowOf(catalogue, anniversary).closes;
    case 'renewing':
      return undefined;
  }
};

/** One year from the purchase date; a renewal's from the anniversary that it renews. */
export const anniversaryOf = (order: Pick<Order, 'renews'>, purchaseDate: Day): Day =>
  oneYearAfter(order.renews ?? purchaseDate);
