import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { CardAction } from '../cards/actions.ts';
import { chooseOrderCard, type OrderPurpose } from '../cards/choose-order.ts';
import { actOn, authorityRefusal } from '../membership/deeds/authority.ts';
import { refusalText } from '../cards/sentences.ts';
import { say } from '../cards/say.ts';
import { understandWord } from '../cards/understand.ts';
import type { PaymentMethod } from '../membership/rules/catalogue.ts';
import { cancelRefusal } from '../membership/rules/ending.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import { isOpen, type Order } from '../membership/rules/order.ts';
import { proofRefusal } from '../membership/rules/proof.ts';
import { requestRefusal } from '../membership/rules/refunding.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import type { Form, FormState } from './form.ts';
import { refuse } from './roles-refuse.ts';
import type { Turn } from './turn.ts';
import { lineOf } from './views.ts';
import type { Step } from './waterfall.ts';

interface ChoiceState extends FormState {
  readonly purpose: OrderPurpose;
  readonly orders: readonly OrderNumber[];
}

/** An order that is to be paid so already is not changed to it. */
const changeRefusal = (order: Order, to: PaymentMethod): Refusal | undefined =>
  order.method === to ? { kind: 'methodNotOffered', method: to } : cancelRefusal(order);

const refusalFor = ({ deeds, partner }: Turn, purpose: OrderPurpose, order: Order): Refusal | undefined => {
  switch (purpose) {
    case 'refund':
      return requestRefusal(deeds.catalogue, partner, order, deeds.clock.now());
    case 'proof':
      return proofRefusal(order);
    case 'cancel':
      return cancelRefusal(order);
    case 'payByCard':
      return changeRefusal(order, 'card');
    case 'payByTransfer':
      return changeRefusal(order, 'transfer');
  }
};

/** The button that chooses. */
const pressedFor = {
  proof: 'proof',
  cancel: 'cancel',
  payByCard: 'changeMethod',
  payByTransfer: 'changeMethod',
  refund: 'refund',
} as const satisfies Record<OrderPurpose, CardAction['action']>;

const chosen = ({ input }: Turn, { purpose }: ChoiceState): OrderNumber | undefined => {
  if (input.kind === 'press') {
    return input.action.action === pressedFor[purpose] ? input.action.order : undefined;
  }
  if (input.kind !== 'text') return undefined;
  const understood = understandWord(input.text);
  return understood?.intent === 'order' ? understood.order : undefined;
};

/** Which order? Asked only where several are possible. */
export const orderChoice: Form<ChoiceState, OrderNumber> = {
  id: 'order-choice.v1',
  card: (turn, { nonce, purpose, orders }) => {
    const possible = turn.partner.orders.filter((order) => orders.includes(order.number));
    const lines = possible.map((order) => lineOf(turn, order));
    return chooseOrderCard(turn.language, { purpose, nonce, orders: lines });
  },
  read: (turn, state) => {
    const order = chosen(turn, state);
    return order && state.orders.includes(order)
      ? { kind: 'answered', answer: order }
      : { kind: 'misunderstood' };
  },
};

const endSaying = async (step: Step<unknown, unknown>, words: string): Promise<DialogTurnResult> => {
  await step.turn.say(words);
  return step.end();
};

const endRefusing = async (step: Step<unknown, unknown>, refusal: Refusal): Promise<DialogTurnResult> => {
  await refuse(step.turn, refusal);
  return step.end();
};

/** The one order the person named, or why it is out of the question. */
const named = (turn: Turn, purpose: OrderPurpose, number: OrderNumber): Refusal | undefined => {
  const found = actOn(turn.deeds.catalogue, turn.partner, turn.person.aadObjectId, number);
  return found.kind === 'refused' ? found.refusal : refusalFor(turn, purpose, found.order);
};

const noneFor = {
  proof: 'noOrderForProof',
  cancel: 'noOrderToCancel',
  payByCard: 'noOrderToChange',
  payByTransfer: 'noOrderToChange',
  refund: 'noOrderToRefund',
} as const satisfies Record<OrderPurpose, string>;

/** Why none is possible: the newest order's own reason, of those that it could be about, says more than "none". */
const whyNone = (turn: Turn, purpose: OrderPurpose): string => {
  const [reason] = turn.partner.orders
    .toReversed()
    .filter((order) => (purpose === 'refund' ? order.state === 'active' : isOpen(order.state)))
    .map((order) => refusalFor(turn, purpose, order));
  if (reason) return refusalText(turn.language, reason);
  return say(turn.language, noneFor[purpose]);
};

/** First step of a flow about an order: the one that was named, the only possible one, or a choice. */
export const whichOrder =
  (purpose: OrderPurpose) =>
  async (step: Step<{ readonly order?: OrderNumber | undefined }>): Promise<DialogTurnResult> => {
    const { turn, options } = step;
    const { partner, deeds, person } = turn;
    const unauthorised = authorityRefusal(deeds.catalogue, partner, person.aadObjectId);
    if (unauthorised) return endRefusing(step, unauthorised);
    if (options.order) {
      const refusal = named(turn, purpose, options.order);
      return refusal ? endRefusing(step, refusal) : step.next(options.order);
    }
    const possible = partner.orders
      .filter((order) => !refusalFor(turn, purpose, order))
      .map((order) => order.number);
    const [only, second] = possible;
    if (!only) return endSaying(step, whyNone(turn, purpose));
    return second === undefined
      ? step.next(only)
      : step.ask(orderChoice.id, { nonce: deeds.chance.commandId(), purpose, orders: possible });
  };
