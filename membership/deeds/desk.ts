import { asOf } from '../rules/as-of.ts';
import type { Day } from '../rules/calendar.ts';
import { dayOf, type Instant } from '../rules/calendar.ts';
import type { Actor, HistoryEntry, Operator, PartnerEvent } from '../rules/history.ts';
import type { CommandId, MpnId, OrderNumber } from '../rules/ids.ts';
import type { Order } from '../rules/order.ts';
import { orderOf, type Partner } from '../rules/partner.ts';
import type { Refusal } from '../rules/refusals.ts';
import type { DeedPorts, Doing, Outcome } from './perform.ts';

type Accepted = Extract<Outcome, { kind: 'accepted' }>;
export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** What comes of an operator's deed. */
export type DeskOutcome = Accepted | Refused;

export const refused = (refusal: Refusal): Refused => ({ kind: 'refused', refusal });

/** What an operator does never draws an order number. */
export const deskOutcome = (outcome: Outcome): DeskOutcome => {
  if (outcome.kind === 'orderNumberTaken') throw new RangeError('nothing here brings an order');
  return outcome;
};

export const actorOf = ({ tenantId, aadObjectId, name }: Operator): Actor => ({
  kind: 'operator',
  tenantId,
  aadObjectId,
  name,
});

export const operatorDoing = (operator: Operator, partner: MpnId, command: CommandId): Doing => ({
  partner,
  by: actorOf(operator),
  through: 'card',
  command,
});

/** Nobody acts on their own organisation, whatever they are here. */
export const ownRefusal = (partner: Partner, operator: Operator): Refusal | undefined =>
  partner.tenantId === operator.tenantId ? { kind: 'ownOrganisation' } : undefined;

export interface DeskOrder {
  readonly kind: 'order';
  readonly partner: Partner;
  readonly order: Order;
}

/** The order as of now, at whichever partner, if the operator may act on it. */
export const deskOrder = async (
  ports: DeedPorts,
  operator: Operator,
  number: OrderNumber,
): Promise<DeskOrder | Refused> => {
  const id = await ports.partners.ofOrder(number);
  const stored = id && (await ports.partners.read(id));
  if (!stored) return refused({ kind: 'unknownOrder', order: number });
  const own = ownRefusal(stored, operator);
  if (own) return refused(own);
  const { partner } = asOf(stored, ports.clock.now());
  const order = orderOf(partner, number);
  return order ? { kind: 'order', partner, order } : refused({ kind: 'unknownOrder', order: number });
};

/** A day on which the bank did something is not after today, nor before that could be. */
export const dayRefusal = (day: Day, earliest: Day, now: Instant): Refusal | undefined => {
  if (day > dayOf(now)) return { kind: 'dayInFuture', day };
  return day < earliest ? { kind: 'dayTooEarly', day, earliest } : undefined;
};

export const emptyRefusal = (field: 'reference' | 'reason' | 'note', text: string): Refusal | undefined =>
  text.trim() === '' ? { kind: 'leftEmpty', field } : undefined;

/** When something happened last, and who did it, where a person did. */
export const lastOf = (
  { history }: Partner,
  happened: (event: PartnerEvent) => boolean,
): { readonly at: Instant; readonly by?: string } | undefined => {
  const entry: HistoryEntry | undefined = history.findLast(({ event }) => happened(event));
  if (!entry) return undefined;
  return { at: entry.at, ...('name' in entry.by ? { by: entry.by.name } : {}) };
};
