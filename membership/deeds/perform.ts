import type { Chance, Clock, Partners } from '../ports.ts';
import { asOf } from '../rules/as-of.ts';
import type { Instant } from '../rules/calendar.ts';
import type { Catalogue, PaymentMethod } from '../rules/catalogue.ts';
import type { Change } from '../rules/change.ts';
import type { Actor, Through } from '../rules/history.ts';
import type { AadObjectId, CommandId, MpnId, OrderNumber } from '../rules/ids.ts';
import type { MessageAbout, News } from '../rules/message.ts';
import type { HandledCommand, Partner } from '../rules/partner.ts';
import type { Refusal } from '../rules/refusals.ts';
import { byTheClock, isKept, withMessages, written, type Stamp } from './commit.ts';

/** What every deed needs from outside. */
export interface DeedPorts {
  readonly partners: Partners;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly catalogue: Catalogue;
  /** What this deployment can take payment by; the country's terms narrow it further. */
  readonly methods: readonly PaymentMethod[];
}

/** Whose deed it is, on which partner, through what. */
export interface Doing {
  readonly partner: MpnId;
  readonly by: Actor;
  readonly through: Through;
  /** The same id never has a second effect; seen again, it answers as the first time. */
  readonly command: CommandId;
}

/** A message that the commit brings along. */
export interface Tell {
  readonly to: readonly AadObjectId[];
  readonly about: MessageAbout;
  /** When it is sent; at once where it is left out. */
  readonly at?: Instant | undefined;
}

export const orderNews = (to: readonly AadObjectId[], order: OrderNumber, news: News): Tell => ({
  to,
  about: { kind: 'order', order, news },
});

/** What is decided: about an order, or about none. */
interface Decided<Order extends OrderNumber | undefined> {
  readonly kind: 'accepted';
  readonly change: Change;
  readonly order: Order;
  readonly tell: readonly Tell[];
}
type Refused = { readonly kind: 'refused'; readonly refusal: Refusal };

export type Decision = Decided<OrderNumber> | Refused;

/** A decision that is about no single order. */
export type Alteration = Omit<Decided<undefined>, 'order'> | Refused;

export type Outcome =
  | {
      readonly kind: 'accepted';
      readonly partner: Partner;
      readonly order: OrderNumber;
      readonly again: boolean;
    }
  | { readonly kind: 'refused'; readonly partner: Partner; readonly refusal: Refusal }
  | { readonly kind: 'orderNumberTaken' };

/** The partner with the decision's state, its history, its messages and the command that had the effect. */
const committed = (
  aged: Change,
  decision: Decided<OrderNumber | undefined>,
  doing: Doing,
  stamp: Stamp,
): Partner => {
  const { now } = stamp;
  const { order } = decision;
  const handled: HandledCommand = { id: doing.command, at: now, ...(order ? { order } : {}) };
  const { partner, events } = decision.change;
  return {
    ...partner,
    history: [
      ...partner.history,
      ...byTheClock(aged.events, now),
      ...written(events, { at: now, by: doing.by, through: doing.through }),
    ],
    outbox: withMessages(partner.outbox, decision.tell, stamp),
    handled: [...partner.handled.filter((command) => isKept(command.at, now)), handled],
  };
};

type Done =
  | {
      readonly kind: 'accepted';
      readonly partner: Partner;
      readonly order: OrderNumber | undefined;
      readonly again: boolean;
    }
  | { readonly kind: 'refused'; readonly partner: Partner; readonly refusal: Refusal }
  | { readonly kind: 'orderNumberTaken' };

const carryOut = async (
  ports: DeedPorts,
  doing: Doing,
  decide: (partner: Partner, now: Instant) => Decided<OrderNumber | undefined> | Refused,
): Promise<Done> => {
  const result = await ports.partners.change<Done>(doing.partner, (stored) => {
    const now = ports.clock.now();
    const aged = asOf(stored, now);
    const handled = stored.handled.find((command) => command.id === doing.command);
    if (handled) {
      const { order } = handled;
      return { kind: 'unchanged', answer: { kind: 'accepted', partner: aged.partner, order, again: true } };
    }
    const decision = decide(aged.partner, now);
    if (decision.kind === 'refused') {
      return { kind: 'unchanged', answer: { ...decision, partner: aged.partner } };
    }
    const partner = committed(aged, decision, doing, { now, messageId: () => ports.chance.messageId() });
    const { order } = decision;
    return { kind: 'commit', partner, answer: { kind: 'accepted', partner, order, again: false } };
  });
  switch (result.kind) {
    case 'done':
      return result.answer;
    case 'orderNumberTaken':
      return result;
    case 'noSuchPartner':
      throw new RangeError('no such partner');
  }
};

/**
 * Load, decide, commit: the way that every deed about an order goes. The decision is made on the partner as of now;
 * a command that had its effect already is answered as the first time; a refusal commits nothing.
 * Rejects with a RangeError for an unknown partner, and with the store's fault when it can't be saved.
 */
export const perform = async (
  ports: DeedPorts,
  doing: Doing,
  decide: (partner: Partner, now: Instant) => Decision,
): Promise<Outcome> => {
  const done = await carryOut(ports, doing, decide);
  if (done.kind !== 'accepted') return done;
  const { order, ...rest } = done;
  if (!order) throw new RangeError('the command was about no order');
  return { ...rest, order };
};

export type Altered =
  | Exclude<Outcome, { kind: 'accepted' | 'orderNumberTaken' }>
  | Omit<Extract<Outcome, { kind: 'accepted' }>, 'order'>;

/** The same for a deed about no single order: a role, a choice of reminders. */
export const alter = async (
  ports: DeedPorts,
  doing: Doing,
  decide: (partner: Partner, now: Instant) => Alteration,
): Promise<Altered> => {
  const done = await carryOut(ports, doing, (partner, now) => {
    const decision = decide(partner, now);
    return decision.kind === 'refused' ? decision : { ...decision, order: undefined };
  });
  if (done.kind === 'orderNumberTaken') throw new RangeError('nothing here brings an order');
  return done;
};
