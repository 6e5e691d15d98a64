import type { NameOf } from '../../cards/desk/events.ts';
import { asOf } from '../../membership/rules/as-of.ts';
import { addDays, startOf } from '../../membership/rules/calendar.ts';
import type { HistoryEntry } from '../../membership/rules/history.ts';
import type { MpnId, OrderNumber } from '../../membership/rules/ids.ts';
import type { Order } from '../../membership/rules/order.ts';
import { orderOf, personOf, type Partner } from '../../membership/rules/partner.ts';
import type { DeskReader } from './turn.ts';

/** What time alone has changed, as its history will say. */
const aged = (partner: Partner, reader: Pick<DeskReader, 'desk'>): Partner => {
  const change = asOf(partner, reader.desk.clock.now());
  const entries = change.events.map((event): HistoryEntry => {
    const order = 'order' in event ? orderOf(change.partner, event.order) : undefined;
    const at = order ? startOf(addDays(order.lastDay, 1)) : reader.desk.clock.now();
    return { at, by: { kind: 'clock' }, through: 'timer', event };
  });
  return entries.length === 0
    ? change.partner
    : { ...change.partner, history: [...change.partner.history, ...entries] };
};

/** The partner as of now. */
export const partnerNow = async (
  reader: Pick<DeskReader, 'desk'>,
  id: MpnId,
): Promise<Partner | undefined> => {
  const stored = await reader.desk.partners.read(id);
  return stored && aged(stored, reader);
};

export interface FoundOrder {
  readonly partner: Partner;
  readonly order: Order;
}

/** The order as of now, at whichever partner. */
export const orderNow = async (reader: DeskReader, number: OrderNumber): Promise<FoundOrder | undefined> => {
  const id = await reader.desk.partners.ofOrder(number);
  const partner = id && (await partnerNow(reader, id));
  const order = partner && orderOf(partner, number);
  return order && { partner, order };
};

export const isOwn = ({ operator }: DeskReader, partner: Partner): boolean =>
  partner.tenantId === operator.tenantId;

export const nameIn =
  (partner: Partner): NameOf =>
  (id) =>
    personOf(partner, id)?.name ?? id;

/** What a history of an order tells: its own events, and what the same deeds did besides. Newest first. */
export const historyOf = ({ history }: Partner, number: OrderNumber): readonly HistoryEntry[] => {
  const isOwn = ({ event }: HistoryEntry): boolean => {
    if ('order' in event) return event.order === number;
    if (event.type !== 'reminded') return false;
    const { subject } = event.reminder;
    return subject.kind === 'unpaid' && subject.order === number;
  };
  const moments = new Set(history.filter(isOwn).map(({ at }) => at));
  const isBeside = ({ event, at }: HistoryEntry): boolean => !('order' in event) && moments.has(at);
  return history.filter((entry) => isOwn(entry) || isBeside(entry)).toReversed();
};
