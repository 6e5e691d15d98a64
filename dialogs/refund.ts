import { understandAnswer } from '../cards/answers.ts';
import { refundCard } from '../cards/refund.ts';
import { say } from '../cards/say.ts';
import { usedCard } from '../cards/used.ts';
import { requestRefund } from '../membership/deeds/request-refund.ts';
import type { CommandId, OrderNumber } from '../membership/rules/ids.ts';
import { orderOf } from '../membership/rules/partner.ts';
import { remainingWithout } from '../membership/rules/remaining.ts';
import { doing, report } from './deed.ts';
import { formDialog, type Form, type FormState } from './form.ts';
import { named } from './views.ts';
import { waterfall, type StepFunction } from './waterfall.ts';
import { whichOrder } from './which-order.ts';

export interface RefundOptions {
  readonly order?: OrderNumber | undefined;
}

interface ConfirmState extends FormState {
  readonly order: OrderNumber;
}

/** What was confirmed carries the card's nonce: it is the command's id. */
type Confirmed =
  | { readonly kind: 'keep'; readonly order: OrderNumber }
  | {
      readonly kind: 'request';
      readonly order: OrderNumber;
      readonly command: CommandId;
      readonly reason?: string | undefined;
    };

const confirmation: Form<ConfirmState, Confirmed> = {
  id: 'refund-confirmation.v1',
  card: (turn, { nonce, order: number }) => {
    const { language, partner, deeds } = turn;
    const order = orderOf(partner, number);
    if (!order) return usedCard(language, { title: say(language, 'oldCard') });
    return refundCard(language, {
      nonce,
      order,
      competency: named(deeds.catalogue, order.competency),
      remains: remainingWithout(deeds.catalogue, partner, order, deeds.clock.now()),
    });
  },
  read: ({ input }, { nonce, order }) => {
    const answer = input.kind === 'text' ? understandAnswer(input.text) : undefined;
    const pressed = input.kind === 'press' ? input.action : undefined;
    if (pressed?.action === 'confirmRefund' || answer === 'yes') {
      const reason = pressed?.action === 'confirmRefund' ? pressed.reason : undefined;
      return { kind: 'answered', answer: { kind: 'request', order, command: nonce, reason } };
    }
    return pressed?.action === 'keep' || answer === 'no'
      ? { kind: 'answered', answer: { kind: 'keep', order } }
      : { kind: 'misunderstood' };
  },
};

const confirm: StepFunction<RefundOptions, OrderNumber> = ({ turn, answer: order, ask }) =>
  ask(confirmation.id, { nonce: turn.deeds.chance.commandId(), order });

const request: StepFunction<RefundOptions, Confirmed> = async ({ turn, answer, end }) => {
  const { order } = answer;
  if (answer.kind === 'keep') {
    await turn.show(usedCard(turn.language, { title: say(turn.language, 'refund.kept', { number: order }) }));
    return end();
  }
  const wish = { person: turn.person.aadObjectId, order, reason: answer.reason };
  const outcome = await requestRefund(turn.deeds, doing(turn, answer.command), wish);
  await report(turn, outcome, { news: 'refundRequested', about: order });
  return end();
};

/** Request refund, where it is possible, after a confirmation; an operator decides. */
export const refund = {
  id: 'refund.v1',
  dialogs: [
    formDialog(confirmation),
    waterfall<RefundOptions>('refund.v1', [whichOrder('refund'), confirm, request]),
  ],
};
