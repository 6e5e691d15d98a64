import { dayOf, type Day } from './calendar.ts';
import type { HistoryEntry, PartnerEvent } from './history.ts';
import type { OrderNumber } from './ids.ts';
import { isOpen, type Order } from './order.ts';
import { orderOf, personOf, type Membership, type Partner } from './partner.ts';
import type { ReminderSubject } from './reminder.ts';

/**
 * What has settled the matter of a reminder.
 * - `paid`: the order is active
 * - `cancelled`
 * - `orderedAgain`: the level is, or may become, the partner's by a later order
 * - `renewed`: the next year is paid; `renewalOrdered`: it is ordered
 * - `upgraded`: gold took its place
 * - `ended`: the money went back
 */
export interface Settlement {
  readonly as: 'paid' | 'cancelled' | 'orderedAgain' | 'renewed' | 'renewalOrdered' | 'upgraded' | 'ended';
  readonly on: Day;
  /** A person's name; without one it was the bank, an operator or the clock. */
  readonly by?: string | undefined;
  /** The order that shows it. */
  readonly order?: OrderNumber | undefined;
}

const last = (
  { history }: Partner,
  order: OrderNumber,
  type: PartnerEvent['type'],
): HistoryEntry | undefined =>
  history.findLast(({ event }) => event.type === type && 'order' in event && event.order === order);

const nameIn = (entry: HistoryEntry | undefined): string | undefined =>
  entry?.by.kind === 'person' ? entry.by.name : undefined;

/** Who brought the order about; before history was kept, whom its own fields name. */
const orderedBy = (partner: Partner, order: Order): string | undefined =>
  nameIn(last(partner, order.number, 'orderPlaced')) ?? personOf(partner, order.placedBy)?.name;

/** Whoever opened the page on which a card paid; credit is taken up by who ordered; a transfer only the bank sees. */
const paidBy = (partner: Partner, order: Order): string | undefined =>
  nameIn(last(partner, order.number, 'orderActivated')) ??
  (order.method === 'card' ? nameIn(last(partner, order.number, 'cardPageAsked')) : undefined);

const paid = (partner: Partner, order: Order): Settlement => {
  const entry = last(partner, order.number, 'orderActivated');
  const on = entry ? dayOf(entry.at) : (order.purchaseDate ?? dayOf(order.placedAt));
  return { as: 'paid', on, by: paidBy(partner, order), order: order.number };
};

const cancelled = (partner: Partner, order: Order): Settlement => {
  const by = order.cancelled?.by;
  return {
    as: 'cancelled',
    on: dayOf(order.cancelled?.at ?? order.placedAt),
    by: nameIn(last(partner, order.number, 'orderCancelled')) ?? (by && personOf(partner, by)?.name),
    order: order.number,
  };
};

const standsIn = ({ state }: Order): boolean => isOpen(state) || state === 'active';

const ordered = (partner: Partner, order: Order, as: Settlement['as']): Settlement => ({
  as,
  on: dayOf(order.placedAt),
  by: orderedBy(partner, order),
  order: order.number,
});

const laterOrder = (partner: Partner, level: Membership['level'], after: string): Order | undefined =>
  partner.orders.find(
    (order) => (order.level === level || order.level === 'gold') && order.placedAt > after && standsIn(order),
  );

const ofOrder = (partner: Partner, number: OrderNumber): Settlement | undefined => {
  const order = orderOf(partner, number);
  switch (order?.state) {
    case 'active':
      return paid(partner, order);
    case 'cancelled':
      return cancelled(partner, order);
    case 'expired': {
      const again = laterOrder(partner, order.level, order.placedAt);
      return again && ordered(partner, again, 'orderedAgain');
    }
    case 'refunded':
    case 'reversed':
      return {
        as: 'ended',
        on: dayOf(last(partner, number, 'orderActivated')?.at ?? order.placedAt),
        order: number,
      };
    case 'awaitingCardPayment':
    case 'awaitingTransfer':
    case 'proofUnderReview':
    case undefined:
      return undefined;
  }
};

const ofMembership = (
  partner: Partner,
  { level, anniversary }: Extract<ReminderSubject, { kind: 'membership' }>,
): Settlement | undefined => {
  const held = partner.memberships.find((each) => each.level === level && each.anniversary === anniversary);
  if (!held) return undefined;
  const gold = held.ended?.by && orderOf(partner, held.ended.by);
  if (held.ended && gold) return ordered(partner, gold, 'upgraded');
  if (held.ended) return { as: 'ended', on: held.ended.on, order: held.order };
  const renewal = partner.orders.findLast(
    (order) => order.level === level && order.renews === anniversary && standsIn(order),
  );
  if (renewal) return ordered(partner, renewal, renewal.state === 'active' ? 'renewed' : 'renewalOrdered');
  const again = laterOrder(partner, level, `${anniversary}T23:59:59.999Z`);
  return again && ordered(partner, again, 'orderedAgain');
};

/** What has settled a reminder's matter, and who did it when; undefined while it is open. */
export const settlementOf = (partner: Partner, subject: ReminderSubject): Settlement | undefined =>
  subject.kind === 'unpaid' ? ofOrder(partner, subject.order) : ofMembership(partner, subject);
