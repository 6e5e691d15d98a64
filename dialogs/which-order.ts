import type { DialogTurnResult } from 'botbuilder-dialogs';
import { chooseOrderCard } from '../cards/choose-order.ts';
import { actOn, authorityRefusal } from '../membership/deeds/authority.ts';
import { refusalText } from '../cards/sentences.ts';
import { say } from '../cards/say.ts';
import { understandWord } from '../cards/understand.ts';
import { cancelRefusal } from '../membership/rules/ending.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import type { Order } from '../membership/rules/order.ts';
import { proofRefusal } from '../membership/rules/proof.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import type { Form, FormState } from './form.ts';
import type { Turn } from './turn.ts';
import { lineOf } from './views.ts';
import type { Step } from './waterfall.ts';

type Purpose = 'proof' | 'cancel';

interface ChoiceState extends FormState {
  readonly purpose: Purpose;
  readonly orders: readonly OrderNumber[];
}

const refusalFor = (purpose: Purpose, order: Order): Refusal | undefined =>
  purpose === 'proof' ? proofRefusal(order) : cancelRefusal(order);

const chosen = ({ input }: Turn, { purpose }: ChoiceState): OrderNumber | undefined => {
  if (input.kind === 'press' && input.action.action === purpose) return input.action.order;
  if (input.kind !== 'text') return undefined;
  const understood = understandWord(input.text);
  return understood?.intent === 'order' ? understood.order : undefined;
};

/** Which order? Asked only where several are possible. */
export const orderChoice: Form<ChoiceState, OrderNumber> = {
  id: 'order-choice.v1',
  card: (turn, { nonce, purpose, orders }) => {
    const { catalogue } = turn.deeds;
    const possible = turn.partner.orders.filter((order) => orders.includes(order.number));
    const lines = possible.map((order) => lineOf(catalogue, order));
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

/** The one order the person named, or why it is out of the question. */
const named = (turn: Turn, purpose: Purpose, number: OrderNumber): Refusal | undefined => {
  const found = actOn(turn.deeds.catalogue, turn.partner, turn.person.aadObjectId, number);
  return found.kind === 'refused' ? found.refusal : refusalFor(purpose, found.order);
};

/** Why none is possible: the newest open order's own reason says more than "none". */
const whyNone = (turn: Turn, purpose: Purpose): string => {
  const [reason] = turn.partner.orders
    .toReversed()
    .filter((order) => order.state === 'proofUnderReview' || order.state === 'awaitingTransfer')
    .map((order) => refusalFor(purpose, order));
  if (reason) return refusalText(turn.language, reason);
  return say(turn.language, purpose === 'proof' ? 'noOrderForProof' : 'noOrderToCancel');
};

/** First step of a flow about an order: the one that was named, the only possible one, or a choice. */
export const whichOrder =
  (purpose: Purpose) =>
  async (step: Step<{ readonly order?: OrderNumber | undefined }>): Promise<DialogTurnResult> => {
    const { turn, options } = step;
    const { partner, deeds, person, language } = turn;
    const unauthorised = authorityRefusal(deeds.catalogue, partner, person.aadObjectId);
    if (unauthorised) return endSaying(step, refusalText(language, unauthorised));
    if (options.order) {
      const refusal = named(turn, purpose, options.order);
      return refusal ? endSaying(step, refusalText(language, refusal)) : step.next(options.order);
    }
    const possible = partner.orders
      .filter((order) => !refusalFor(purpose, order))
      .map((order) => order.number);
    const [only, second] = possible;
    if (!only) return endSaying(step, whyNone(turn, purpose));
    return second === undefined
      ? step.next(only)
      : step.ask(orderChoice.id, { nonce: deeds.chance.commandId(), purpose, orders: possible });
  };
