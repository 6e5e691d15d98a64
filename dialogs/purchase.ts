import type { DialogTurnResult } from 'botbuilder-dialogs';
import type { EnteredDetails } from '../cards/details.ts';
import { refusalText } from '../cards/sentences.ts';
import { usedCard } from '../cards/used.ts';
import type { Outcome } from '../membership/deeds/perform.ts';
import { placeOrder } from '../membership/deeds/place-order.ts';
import { markOf } from '../membership/rules/purchase-mark.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { doing, report } from './deed.ts';
import { detailsForm } from './details-form.ts';
import { contactOf, detailsProblems, methodOf, offerOf, taxIdOf, type Purchase } from './entered.ts';
import { formDialog } from './form.ts';
import { isForLackOfRole, refuse as refuseForGood } from './roles-refuse.ts';
import { reviewForm, type Reviewed, type ReviewState } from './review-form.ts';
import type { Turn } from './turn.ts';
import { waterfall, type Step, type StepFunction } from './waterfall.ts';

export interface PurchaseOptions extends Purchase {
  /** Why the review is shown once more, after a Submit that was refused. */
  readonly problem?: Refusal | undefined;
}

const refuse = async (step: Step<PurchaseOptions, unknown>, refusal: Refusal): Promise<DialogTurnResult> => {
  const { turn } = step;
  if (isForLackOfRole(refusal)) await refuseForGood(turn, refusal);
  else await turn.show(usedCard(turn.language, { title: refusalText(turn.language, refusal) }));
  return step.end();
};

const detailsAndPaymentPreference: StepFunction<PurchaseOptions> = async (step) => {
  const { turn, options } = step;
  const { why, level } = offerOf(turn, options);
  if (why) return refuse(step, { kind: 'offerUnavailable', level, why });
  if (options.problem && options.entered) return step.next(options.entered);
  const { competency, entered } = options;
  return step.ask(detailsForm.id, {
    nonce: turn.deeds.chance.commandId(),
    competency,
    level,
    entered,
    problems: [],
  });
};

const review: StepFunction<PurchaseOptions, EnteredDetails> = async ({
  turn,
  options,
  answer: entered,
  ask,
}) => {
  const { competency, level, problem } = options;
  const mark = markOf(turn.deeds.catalogue, turn.partner, offerOf(turn, { competency, level, entered }));
  const nonce = turn.deeds.chance.commandId();
  return ask(reviewForm.id, { nonce, competency, level, entered, mark, problems: problem ? [problem] : [] });
};

const place = (
  turn: Turn,
  { nonce, competency, level, entered, mark, accepted }: ReviewState,
): Promise<Outcome> =>
  placeOrder(turn.deeds, doing(turn, nonce), {
    person: turn.person.aadObjectId,
    competency,
    level,
    method: methodOf(turn, entered),
    taxId: taxIdOf(turn.partner, entered),
    contact: contactOf(turn.partner, entered),
    agreementAccepted: accepted ?? false,
    mark,
  });

/** What can be put right is asked again with all that was entered; the rest is said. */
const recover = async (
  step: Step<PurchaseOptions, unknown>,
  { entered }: ReviewState,
  refusal: Refusal,
): Promise<DialogTurnResult> => {
  const { competency, level } = step.options;
  if (refusal.kind === 'quoteChanged')
    return step.replace(purchase.id, { competency, level, entered, problem: refusal });
  const correctable = detailsProblems(step.turn, entered ?? {}).length > 0;
  return correctable ? step.replace(purchase.id, { competency, level, entered }) : refuse(step, refusal);
};

const submit: StepFunction<PurchaseOptions, Reviewed> = async (step) => {
  const { turn, options, answer: reviewed } = step;
  const { competency, level } = options;
  if (reviewed.kind === 'back')
    return step.replace(purchase.id, { competency, level, entered: reviewed.entered });
  const outcome = await place(turn, reviewed.review);
  if (outcome.kind === 'refused') return recover(step, reviewed.review, outcome.refusal);
  await report(turn, outcome, { news: 'placed' });
  return step.end();
};

/** From the offer tile to the order number: Subscribe, Next, the agreement, Submit. */
export const purchase = {
  id: 'purchase.v1',
  dialogs: [
    formDialog(detailsForm),
    formDialog(reviewForm),
    waterfall<PurchaseOptions>('purchase.v1', [detailsAndPaymentPreference, review, submit]),
  ],
};
