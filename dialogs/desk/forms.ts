import type { DeskEntered, DeskOf } from '../../cards/desk/actions.ts';
import { deskFormCard, type DeskFormView, type FormProblem } from '../../cards/desk/form.ts';
import { refusalText } from '../../cards/sentences.ts';
import { say } from '../../cards/say.ts';
import { usedCard } from '../../cards/used.ts';
import type { DeskOutcome } from '../../membership/deeds/desk.ts';
import type { Money } from '../../membership/rules/money.ts';
import type { Refusal } from '../../membership/rules/refusals.ts';
import { readDeed, type ReadyDeed } from './deeds.ts';
import { withoutCardNumbers } from './entered.ts';
import { queueBehind, showMoneyItem, showOrder } from './orders.ts';
import { isOwnSubject, shownOf, subjectOf, type About, type Subject } from './subject.ts';
import type { DeskTurn } from './turn.ts';

/** A card that no longer leads anywhere: what it was about is gone. */
const sayGone = (turn: DeskTurn, about: About): Promise<void> =>
  about.order
    ? showOrder(turn, about.order)
    : turn.show(
        usedCard(turn.language, { title: say(turn.language, about.payment ? 'moneyGone' : 'oldCard') }),
      );

const showForm = (
  turn: DeskTurn,
  about: About,
  subject: Subject,
  rest: Pick<DeskFormView, 'nonce' | 'entered' | 'problems' | 'understood' | 'beside'>,
): Promise<void> =>
  turn.show(deskFormCard(turn.language, { ...shownOf(about, subject), ...rest }), about.order);

/** Shows the form of a button that was pressed; its nonce is the command's id. */
export const openForm = async (turn: DeskTurn, about: DeskOf<'open'>): Promise<void> => {
  const subject = await subjectOf(turn, about);
  if (!subject) return sayGone(turn, about);
  if (isOwnSubject(turn, subject)) return refuse(turn, about, { kind: 'ownOrganisation' });
  const nonce = turn.desk.chance.commandId();
  await showForm(turn, about, subject, { nonce, entered: {}, problems: [] });
};

/** What can be put right in the form itself; anything else is settled already, or not to be done. */
const mendable: ReadonlySet<Refusal['kind']> = new Set([
  'dayInFuture',
  'dayTooEarly',
  'amountNotPositive',
  'currencyDiffers',
  'leftEmpty',
  'moneyKnown',
  'refundDiffers',
  'moreThanThere',
  'unknownOrder',
  'heldForOther',
  'differsFromHand',
  'gatewayUnsure',
] satisfies readonly Refusal['kind'][]);

/** Why not, on the card of what it was about. */
const refuse = async (turn: DeskTurn, about: About, refusal: Refusal): Promise<void> => {
  const words = refusalText(turn.language, refusal);
  if (!about.order || (about.payment && about.form !== 'withdraw')) {
    await turn.say(words);
    return about.payment ? showMoneyItem(turn, about.payment) : undefined;
  }
  const queue = about.proof ? await queueBehind(turn) : undefined;
  await showOrder(turn, about.order, { said: { style: 'attention', words }, queue });
};

const accept = (
  turn: DeskTurn,
  about: About,
  outcome: Extract<DeskOutcome, { kind: 'accepted' }>,
  words: string,
): Promise<void> =>
  turn.tell(outcome, async () => {
    const queue = about.proof ? await queueBehind(turn) : undefined;
    await showOrder(turn, outcome.order, { said: { style: 'good', words }, queue });
  });

/** An amount that nobody expected is shown as it was read, before it counts. */
const unexpected = (
  { expected }: Subject,
  { amount }: ReadyDeed,
  understood: number | undefined,
): Money | undefined =>
  amount && amount.minor !== expected.minor && amount.minor !== understood ? amount : undefined;

/** A held line that may be what was marked by hand is shown as such, before it counts beside it. */
const besideOf = ({ placedOn }: ReadyDeed, refusal: Refusal): DeskFormView['beside'] =>
  placedOn && refusal.kind === 'differsFromHand' ? { order: placedOn, marked: refusal.marked } : undefined;

const enteredIn = ({ day, amount, reference, reason, common, note, toOrder }: DeskOf<'do'>): DeskEntered => ({
  day,
  amount,
  reference,
  reason,
  common,
  note,
  toOrder,
});

/** Does what a form asks for; entered wrong, it is shown again with all that was entered. */
export const submitForm = async (turn: DeskTurn, pressed: DeskOf<'do'>): Promise<void> => {
  const { nonce, understood } = pressed;
  const subject = await subjectOf(turn, pressed);
  if (!subject) return sayGone(turn, pressed);
  const { entered, found } = withoutCardNumbers(enteredIn(pressed));
  const again = (
    problems: readonly FormProblem[],
    more: Pick<DeskFormView, 'understood' | 'beside'> = {},
  ): Promise<void> => showForm(turn, pressed, subject, { nonce, entered, problems, ...more });
  if (found) return again([{ kind: 'cardNumber' }]);
  const deed = readDeed(pressed.form, {
    turn,
    about: subject,
    entered,
    command: nonce,
    beside: pressed.beside,
  });
  if (!deed) return sayGone(turn, pressed);
  if (deed.kind === 'problems') return again(deed.problems);
  const { value } = deed;
  const odd = unexpected(subject, value, understood);
  if (odd) return again([], { understood: odd });
  const outcome = await value.run();
  if (outcome.kind === 'accepted') return accept(turn, pressed, outcome, value.done);
  const { refusal } = outcome;
  return mendable.has(refusal.kind)
    ? again([{ kind: 'refused', words: refusalText(turn.language, refusal) }], {
        beside: besideOf(value, refusal),
      })
    : refuse(turn, pressed, refusal);
};
