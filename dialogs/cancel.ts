import { understandAnswer } from '../cards/answers.ts';
import { cancelCard } from '../cards/cancel.ts';
import { say } from '../cards/say.ts';
import { usedCard } from '../cards/used.ts';
import { cancelOrder } from '../membership/deeds/cancel-order.ts';
import type { CommandId, OrderNumber } from '../membership/rules/ids.ts';
import { orderOf } from '../membership/rules/partner.ts';
import { doing, report } from './deed.ts';
import { formDialog, type Form, type FormState } from './form.ts';
import { named } from './views.ts';
import { waterfall, type StepFunction } from './waterfall.ts';
import { whichOrder } from './which-order.ts';

export interface CancelOptions {
  readonly order?: OrderNumber | undefined;
}

interface ConfirmState extends FormState {
  readonly order: OrderNumber;
}

/** What was confirmed carries the card's nonce: it is the command's id. */
type Confirmed =
  | { readonly kind: 'keep'; readonly order: OrderNumber }
  | { readonly kind: 'cancel'; readonly order: OrderNumber; readonly command: CommandId };

const confirmation: Form<ConfirmState, Confirmed> = {
  id: 'cancel-confirmation.v1',
  card: (turn, state) => {
    const order = orderOf(turn.partner, state.order);
    if (!order) return usedCard(turn.language, { title: say(turn.language, 'oldCard') });
    return cancelCard(turn.language, {
      nonce: state.nonce,
      order,
      competency: named(turn.deeds.catalogue, order.competency),
    });
  },
  read: ({ input }, { nonce, order }) => {
    const answer = input.kind === 'text' ? understandAnswer(input.text) : undefined;
    const pressed = input.kind === 'press' ? input.action.action : undefined;
    if (pressed === 'confirmCancel' || answer === 'yes') {
      return { kind: 'answered', answer: { kind: 'cancel', order, command: nonce } };
    }
    return pressed === 'keep' || answer === 'no'
      ? { kind: 'answered', answer: { kind: 'keep', order } }
      : { kind: 'misunderstood' };
  },
};

const confirm: StepFunction<CancelOptions, OrderNumber> = ({ turn, answer: order, ask }) =>
  ask(confirmation.id, { nonce: turn.deeds.chance.commandId(), order });

const cancelIt: StepFunction<CancelOptions, Confirmed> = async ({ turn, answer, end }) => {
  const { order } = answer;
  if (answer.kind === 'keep') {
    await turn.show(usedCard(turn.language, { title: say(turn.language, 'kept', { number: order }) }));
    return end();
  }
  const wish = { person: turn.person.aadObjectId, order };
  const outcome = await cancelOrder(turn.deeds, doing(turn, answer.command), wish, turn.card);
  await report(turn, outcome, { news: 'cancelled', about: order });
  return end();
};

/** Cancel Order, while it is unactioned, after a confirmation. */
export const cancel = {
  id: 'cancel.v1',
  dialogs: [
    formDialog(confirmation),
    waterfall<CancelOptions>('cancel.v1', [whichOrder('cancel'), confirm, cancelIt]),
  ],
};
