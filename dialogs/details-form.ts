import { understandAnswer } from '../cards/answers.ts';
import { detailsCard, type EnteredDetails } from '../cards/details.ts';
import { methodsFor } from '../membership/deeds/buyer.ts';
import { paymentMethods, termsOf } from '../membership/rules/catalogue.ts';
import { creditIn } from '../membership/rules/credit.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { competencyFor, contactOf, detailsProblems, offerOf, taxIdOf, type Purchase } from './entered.ts';
import type { Form, FormState, Reading } from './form.ts';
import type { Turn } from './turn.ts';

export interface DetailsState extends FormState, Purchase {
  readonly problems: readonly Refusal[];
}

const methods = (turn: Turn): Parameters<typeof detailsCard>[1]['methods'] => {
  const inCountry = termsOf(turn.deeds.catalogue, turn.partner.country).methods;
  const offered = methodsFor(turn.deeds, turn.partner.country);
  return paymentMethods.map((method) => {
    if (offered.includes(method)) return { method };
    return { method, off: inCountry.includes(method) ? ('notYet' as const) : ('notInCountry' as const) };
  });
};

const enteredNow = ({ input }: Turn, before: EnteredDetails = {}): EnteredDetails | undefined => {
  if (input.kind === 'press' && input.action.action === 'next') {
    const { taxId, contactName, contactEmail, contactPhone, method } = input.action;
    return { taxId, contactName, contactEmail, contactPhone, method };
  }
  if (input.kind !== 'text') return undefined;
  const answer = understandAnswer(input.text);
  if (answer === 'next') return before;
  return answer === 'card' || answer === 'transfer' ? { ...before, method: answer } : undefined;
};

const read = (turn: Turn, state: DetailsState): Reading<DetailsState, EnteredDetails> => {
  const entered = enteredNow(turn, state.entered);
  if (!entered) return { kind: 'misunderstood' };
  const problems = detailsProblems(turn, entered);
  return problems.length === 0
    ? { kind: 'answered', answer: entered }
    : { kind: 'again', state: { ...state, entered, problems } };
};

/** Purchase details: the buyer's data to correct, the price, and at its foot the payment preference. */
export const detailsForm: Form<DetailsState, EnteredDetails> = {
  id: 'purchase-details.v1',
  card: (turn, state) => {
    const { partner } = turn;
    const offer = offerOf(turn, state);
    return detailsCard(turn.language, {
      nonce: state.nonce,
      competency: competencyFor(turn, state),
      offer,
      buyer: { ...partner, taxId: taxIdOf(partner), contact: contactOf(partner) },
      entered: state.entered,
      methods: methods(turn),
      problems: state.problems,
      credit: creditIn(partner, offer.quote.total.currency),
      links: turn.deeds.catalogue.links,
    });
  },
  read,
};
