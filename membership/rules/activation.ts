import type { Catalogue } from './catalogue.ts';
import { dayOf, type Day, type Instant } from './calendar.ts';
import { editOrder, inTurn, moved, mustHave, then, unchanged, type Change } from './change.ts';
import { keepAsCredit } from './credit.ts';
import type { PartnerEvent } from './history.ts';
import { anniversaryOf, standingOf, windowOf } from './membership.ts';
import { isOpen, type Order } from './order.ts';
import type { Membership, Partner } from './partner.ts';

const begin = (partner: Partner, order: Order, purchaseDate: Day): Change => ({
  partner: {
    ...editOrder(partner, order.number, (current) => ({ ...moved(current, 'active'), purchaseDate })),
    memberships: [
      ...partner.memberships,
      {
        level: order.level,
        competency: order.competency,
        paidOn: purchaseDate,
        anniversary: anniversaryOf(order, purchaseDate),
        benefitsUsed: false,
        order: order.number,
      },
    ],
  },
  events: [{ type: 'orderActivated', order: order.number }],
});

/** What an activation leans on. */
export interface Circumstances {
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

/** Whether gold takes its place: a year that was renewed counts until its own window closes. */
const isRunning = (catalogue: Catalogue, partner: Partner, held: Membership, today: Day): boolean => {
  const standing = standingOf(catalogue, partner, held, today);
  return standing === 'renewed'
    ? today <= windowOf(catalogue, held.anniversary).closes
    : standing !== 'lapsed' && standing !== 'ended';
};

/**
 * When gold becomes active the silver ends as upgraded, one that was renewed and is in its window still too; after
 * a discounted upgrade it is never refundable.
 */
const endSilver = (partner: Partner, gold: Order, purchaseDate: Day, catalogue: Catalogue): Change => {
  const ends = (held: Membership): boolean =>
    held.level === 'silver' && isRunning(catalogue, partner, held, purchaseDate);
  if (!partner.memberships.some(ends)) return unchanged(partner);
  const upgraded = (silver: Membership): Membership => ({
    ...silver,
    ...(gold.kind === 'upgrade' ? { discountedUpgrade: true } : {}),
    ended: { as: 'upgraded', on: purchaseDate, by: gold.number },
  });
  return {
    partner: {
      ...partner,
      memberships: partner.memberships.map((held) => (ends(held) ? upgraded(held) : held)),
    },
    events: [{ type: 'membershipEnded', level: 'silver', as: 'upgraded' }],
  };
};

/** An order under review is first sent back: the table knows no other way from there to cancelled. */
const cancelled = (order: Order, now: Instant): Order => {
  const waiting = order.state === 'proofUnderReview' ? moved(order, 'awaitingTransfer') : order;
  return { ...moved(waiting, 'cancelled'), cancelled: { at: now } };
};

/** An open order for what the partner now has would ask for the money twice; what was paid for it is credit. */
const cancelOvertaken = (partner: Partner, order: Order, now: Instant): Change => {
  const event: PartnerEvent = { type: 'orderCancelled', order: order.number };
  const ended = editOrder(partner, order.number, (current) => cancelled(current, now));
  return then({ partner: ended, events: [event] }, (current) => keepAsCredit(current, order, dayOf(now)));
};

const isOvertaken = (order: Order, by: Order): boolean =>
  isOpen(order.state) && (order.level === by.level || order.level === 'silver');

/**
 * The order is paid: its membership begins, and what it replaces ends.
 * @param purchaseDate the day on which the payment was complete
 */
export const activate = (
  partner: Partner,
  paid: Order,
  purchaseDate: Day,
  { catalogue, now }: Circumstances,
): Change => {
  const begun = begin(partner, mustHave(partner, paid.number), purchaseDate);
  const replaced = then(begun, (current) =>
    paid.level === 'gold' ? endSilver(current, paid, purchaseDate, catalogue) : unchanged(current),
  );
  return then(replaced, (current) =>
    inTurn(
      current,
      current.orders.filter((order) => isOvertaken(order, paid)),
      (changing, order) => cancelOvertaken(changing, order, now),
    ),
  );
};
