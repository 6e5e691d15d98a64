import type { DialogTurnResult } from 'botbuilder-dialogs';
import { refusalText } from '../cards/sentences.ts';
import { say } from '../cards/say.ts';
import { methodsFor } from '../membership/deeds/buyer.ts';
import { changeCommand, changeMethod as changed } from '../membership/deeds/change-method.ts';
import type { Outcome } from '../membership/deeds/perform.ts';
import type { PaymentMethod } from '../membership/rules/catalogue.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import { isOpen, type Order } from '../membership/rules/order.ts';
import { doing, report } from './deed.ts';
import { showOrder } from './small-talk.ts';
import type { Turn } from './turn.ts';
import { waterfall, type StepFunction } from './waterfall.ts';
import { whichOrder } from './which-order.ts';

export interface ChangeMethodOptions {
  readonly order?: OrderNumber | undefined;
  readonly to: PaymentMethod;
}

/** The order that waits to be paid so already: what was asked for is on its card. */
const waitsAlready = ({ partner }: Turn, { order, to }: ChangeMethodOptions): Order | undefined =>
  partner.orders.find(
    (open) => isOpen(open.state) && open.method === to && (order === undefined || open.number === order),
  );

const which: StepFunction<ChangeMethodOptions> = async (step): Promise<DialogTurnResult> => {
  const { turn, options } = step;
  const { order, to } = options;
  const waits = waitsAlready(turn, options);
  if (waits) {
    await showOrder(turn, waits.number);
    return step.end();
  }
  // A named one the deed itself judges: a command seen again is answered as the first time.
  if (order) return step.next(order);
  if (!methodsFor(turn.deeds, turn.partner.country).includes(to)) {
    await turn.say(refusalText(turn.language, { kind: 'methodNotOffered', method: to }));
    return step.end();
  }
  return whichOrder(to === 'card' ? 'payByCard' : 'payByTransfer')(step);
};

/** What nobody agreed to is not taken over silently; it can be agreed to in a new purchase. */
const needsNewConsent = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.refusal.kind === 'quoteChanged';

const change: StepFunction<ChangeMethodOptions, OrderNumber> = async ({
  turn,
  options,
  answer: old,
  end,
}) => {
  const wish = { person: turn.person.aadObjectId, order: old, to: options.to };
  const outcome = await changed(turn.deeds, doing(turn, changeCommand(wish)), wish, turn.card);
  await report(turn, outcome, { news: 'placed', about: old, insteadOf: old });
  if (outcome.kind === 'accepted') {
    const words = say(turn.language, 'changed', { old, number: outcome.order });
    await turn.tell({ ...outcome, order: old }, () => turn.say(words));
  }
  if (needsNewConsent(outcome)) await turn.say(say(turn.language, 'changeByHand'));
  return end();
};

/** "Cancel and pay by card", and the other way: one press, since the order is unactioned and what is bought the same. */
export const changeMethod = {
  id: 'change-method.v1',
  dialogs: [waterfall<ChangeMethodOptions>('change-method.v1', [which, change])],
};
