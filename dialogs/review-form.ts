import { understandAnswer } from '../cards/answers.ts';
import type { EnteredDetails } from '../cards/details.ts';
import { agreementAccepted, reviewCard, type Review } from '../cards/review.ts';
import { refusalText } from '../cards/sentences.ts';
import type { BankAccount } from '../membership/rules/catalogue.ts';
import { creditIn } from '../membership/rules/credit.ts';
import { least, minus } from '../membership/rules/money.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { competencyFor, methodOf, offerOf, type Purchase } from './entered.ts';
import type { Form, FormState, Reading } from './form.ts';
import type { Turn } from './turn.ts';

export interface ReviewState extends FormState, Purchase {
  /** Of the purchase on the card; see `markOf`. */
  readonly mark: string;
  readonly problems: readonly Refusal[];
  /** Accepted by a typed word; a press brings the toggle. */
  readonly accepted?: boolean | undefined;
}

export type Reviewed =
  | { readonly kind: 'back'; readonly entered?: EnteredDetails | undefined }
  | { readonly kind: 'submitted'; readonly review: ReviewState };

const unaccepted: Refusal = { kind: 'agreementNotAccepted' };

const submitted = (state: ReviewState, accepted: boolean): Reading<ReviewState, Reviewed> =>
  accepted
    ? { kind: 'answered', answer: { kind: 'submitted', review: { ...state, accepted } } }
    : { kind: 'again', state: { ...state, problems: [unaccepted] } };

const back = ({ entered }: ReviewState): Reading<ReviewState, Reviewed> => ({
  kind: 'answered',
  answer: { kind: 'back', entered },
});

const read = ({ input, language }: Turn, state: ReviewState): Reading<ReviewState, Reviewed> => {
  if (input.kind === 'press' && input.action.action === 'submit') {
    return submitted(state, input.action.agreement === agreementAccepted);
  }
  if (input.kind === 'press' && input.action.action === 'back') return back(state);
  if (input.kind !== 'text') return { kind: 'misunderstood' };
  const answer = understandAnswer(input.text);
  switch (answer) {
    case 'submit':
      return submitted(state, state.accepted ?? false);
    case 'accept':
      return { kind: 'again', state: { ...state, accepted: true, problems: [] } };
    case 'back':
      return back(state);
    case 'card':
    case 'transfer':
      return back({ ...state, entered: { ...state.entered, method: answer } });
    case 'yes':
      return state.accepted
        ? { kind: 'misunderstood' }
        : { kind: 'asked', words: refusalText(language, unaccepted) };
    case 'next':
    case 'no':
    case undefined:
      return { kind: 'misunderstood' };
  }
};

/** A currency without an account is refused by the catalogue's check at start. */
const accountFor = (turn: Turn, currency: string): BankAccount => {
  const account = turn.deeds.catalogue.bankAccounts[currency];
  if (!account) throw new RangeError(`no bank account for ${currency}`);
  return account;
};

const paymentOf = (turn: Turn, { entered }: ReviewState, currency: string): Review['payment'] => {
  const method = methodOf(turn, entered);
  return method === 'card' ? { method } : { method, account: accountFor(turn, currency) };
};

/** Review purchase details: the amount, how it is paid, the agreement. Its nonce is the order's command. */
export const reviewForm: Form<ReviewState, Reviewed> = {
  id: 'purchase-review.v1',
  card: (turn, state) => {
    const { partner } = turn;
    const offer = offerOf(turn, state);
    const { total } = offer.quote;
    const credit = creditIn(partner, total.currency);
    return reviewCard(turn.language, {
      nonce: state.nonce,
      competency: competencyFor(turn, state),
      offer,
      mpnId: partner.mpnId,
      organisation: partner.name,
      payment: paymentOf(turn, state, total.currency),
      credit,
      due: minus(total, least(credit, total)),
      agreementUrl: turn.deeds.catalogue.links.agreement,
      problems: state.problems,
      accepted: state.accepted ?? false,
    });
  },
  read,
};
