import type { Instant } from '../rules/calendar.ts';
import type { PaymentMethod } from '../rules/catalogue.ts';
import { cancelOrder as cancelled } from '../rules/ending.ts';
import type { CommandId, OrderNumber } from '../rules/ids.ts';
import { received, type Order } from '../rules/order.ts';
import type { Partner } from '../rules/partner.ts';
import { drawOrderNumber } from '../rules/order-number.ts';
import { purchaseMark } from '../rules/purchase-mark.ts';
import { actOn } from './authority.ts';
import { closeBefore, refusalToCancel, type CancelOrder } from './cancel-order.ts';
import type { CardPorts } from './card-ports.ts';
import { perform, type Decision, type DeedPorts, type Doing, type Outcome } from './perform.ts';
import { decideOrder, type PlaceOrder } from './place-order.ts';

export interface ChangeMethod extends CancelOrder {
  readonly to: PaymentMethod;
}

/** An order can be changed once, since it is cancelled by it: the command needs no card's nonce. */
export const changeCommand = ({ order, to }: Pick<ChangeMethod, 'order' | 'to'>): CommandId =>
  `change:${order}:${to}` as CommandId;

/**
 * The same purchase once more, as it was agreed to; what is another one by now is not placed silently. Nothing was
 * received for the order, so that no credit was left when it was placed: any that came since has not been agreed to.
 */
const again = (order: Order, { person, to }: ChangeMethod): PlaceOrder => ({
  person,
  competency: order.competency,
  level: order.level,
  method: to,
  taxId: order.buyer.taxId,
  contact: order.buyer.contact,
  agreementAccepted: true,
  mark: purchaseMark({
    quote: order.quote,
    kind: order.kind,
    renews: order.renews,
    credit: received(order),
    agreement: order.agreement.version,
  }),
});

const decide =
  (ports: DeedPorts, wish: ChangeMethod, number: OrderNumber) =>
  (partner: Partner, now: Instant): Decision => {
    const found = actOn(ports.catalogue, partner, wish.person, wish.order);
    if (found.kind === 'refused') return found;
    const refusal = refusalToCancel(found.order);
    if (refusal) return { kind: 'refused', refusal };
    const gone = cancelled(partner, wish.order, wish.person, now);
    const placed = decideOrder(ports, again(found.order, wish), number)(gone.partner, now);
    if (placed.kind === 'refused') return placed;
    const { change } = placed;
    return { ...placed, change: { ...change, events: [...gone.events, ...change.events] } };
  };

/** "Cancel and pay by card", and the other way, in one step: both happen or neither. */
export const changeMethod = async (
  ports: DeedPorts,
  doing: Doing,
  wish: ChangeMethod,
  card?: CardPorts,
): Promise<Outcome> => {
  const unsure = await closeBefore(card, doing, wish);
  if (unsure) return unsure;
  const number = drawOrderNumber(() => ports.chance.random());
  const outcome = await perform(ports, doing, decide(ports, wish, number));
  return outcome.kind === 'orderNumberTaken' ? changeMethod(ports, doing, wish, card) : outcome;
};
