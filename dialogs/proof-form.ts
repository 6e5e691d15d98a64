import { understandAnswer } from '../cards/answers.ts';
import type { ProofProblem } from '../cards/proof.ts';
import { proofCard } from '../cards/proof.ts';
import { parseTypedDay } from '../cards/typed-day.ts';
import { say } from '../cards/say.ts';
import { usedCard } from '../cards/used.ts';
import type { FileSource, KeptProof } from '../membership/proof-ports.ts';
import type { CommandId, OrderNumber } from '../membership/rules/ids.ts';
import type { ProofFields } from '../membership/rules/order.ts';
import type { ProofFault } from '../membership/rules/proof.ts';
import { orderOf } from '../membership/rules/partner.ts';
import type { Form, FormState, Reading } from './form.ts';
import { screened, type DoubtfulField } from './typed-card-number.ts';
import { typedFields, withDay, type EnteredProof } from './typed-proof.ts';
import type { Turn } from './turn.ts';
import { named } from './views.ts';

export interface ProofState extends FormState {
  readonly order: OrderNumber;
  readonly entered?: EnteredProof | undefined;
  readonly file?: KeptProof | undefined;
  /** Why the last file could not serve. */
  readonly fault?: ProofFault | undefined;
  /** Fields that were emptied, since they may have held a card number; what is entered there again is meant. */
  readonly asked?: readonly DoubtfulField[] | undefined;
}

/** A whole proof; the form's nonce is the command's id. */
export interface CollectedProof {
  readonly command: CommandId;
  readonly order: OrderNumber;
  readonly file: KeptProof;
  readonly fields: ProofFields;
}

/** Asked about, and neither entered once more nor left empty since. */
const isPending = (
  field: DoubtfulField,
  entered: EnteredProof | undefined,
  asked: readonly DoubtfulField[],
): boolean => asked.includes(field) && entered?.[field] === undefined;

/** Only a missing or unreadable date and a missing account are asked again. */
const fieldProblems = (
  { language, today }: Turn,
  { paymentDate, account }: EnteredProof,
  asked: readonly DoubtfulField[],
): readonly ProofProblem[] => {
  const typed = paymentDate?.trim() ?? '';
  const unreadable = typed !== '' && !parseTypedDay(language, typed, today);
  return [
    ...(typed === '' ? [{ kind: 'dateMissing' as const }] : []),
    ...(unreadable ? [{ kind: 'dateUnreadable' as const, typed }] : []),
    ...(account?.trim() || isPending('account', { account }, asked)
      ? []
      : [{ kind: 'accountMissing' as const }]),
  ];
};

const fieldsOf = ({ language, today }: Turn, entered: EnteredProof | undefined): ProofFields | undefined => {
  const paymentDate = entered?.paymentDate && parseTypedDay(language, entered.paymentDate, today);
  const account = entered?.account?.trim();
  if (!paymentDate || !account) return undefined;
  return { paymentDate, account, reference: entered.reference?.trim() || undefined };
};

/** What was entered, as it may be kept: what may be a card number is taken out and asked about. */
export const entering = (
  turn: Turn,
  entered: EnteredProof | undefined,
  asked: readonly DoubtfulField[] = [],
): Pick<ProofState, 'entered' | 'asked'> => {
  const checked = screened(turn, entered && withDay(turn, entered), asked);
  return { entered: checked.entered, asked: [...asked, ...checked.inDoubt] };
};

const collected = (turn: Turn, state: ProofState): Reading<ProofState, CollectedProof> => {
  const { file, order, nonce, entered, asked = [] } = state;
  const fields = fieldsOf(turn, entered);
  const complete = !asked.some((field) => isPending(field, entered, asked));
  return file && fields && complete
    ? { kind: 'answered', answer: { command: nonce, order, file, fields } }
    : { kind: 'again', state };
};

const takeFile = async (turn: Turn, state: ProofState, source: FileSource): Promise<ProofState> => {
  await turn.typing();
  const taken = await turn.intake.take(source);
  return taken.kind === 'kept'
    ? { ...state, file: taken.proof, fault: undefined }
    : { ...state, fault: taken };
};

/** The fields that this turn brought, over those that were there. */
const enteredNow = (turn: Turn, { entered }: ProofState): EnteredProof | undefined => {
  const { input } = turn;
  if (input.kind === 'press' && input.action.action === 'proofFields') {
    const { paymentDate, account = '', reference = '' } = input.action;
    return { paymentDate, account, reference };
  }
  if (input.kind !== 'file' && input.kind !== 'text') return undefined;
  const typed = typedFields(turn, input.text);
  if (typed) return { ...entered, ...typed };
  return input.kind === 'text' && understandAnswer(input.text) === 'submit' ? { ...entered } : undefined;
};

const read = async (turn: Turn, state: ProofState): Promise<Reading<ProofState, CollectedProof>> => {
  const { input } = turn;
  const entered = enteredNow(turn, state);
  const next = entered ? { ...state, ...entering(turn, entered, state.asked) } : state;
  if (input.kind === 'file') return collected(turn, await takeFile(turn, next, input.source));
  return entered ? collected(turn, next) : { kind: 'misunderstood' };
};

/** Payment proof: what the document must show, its fields and the file, which may come in either order. */
export const proofForm: Form<ProofState, CollectedProof> = {
  id: 'proof-form.v1',
  card: (turn, { nonce, order: number, entered, file, fault, asked = [] }) => {
    const order = orderOf(turn.partner, number);
    if (!order) return usedCard(turn.language, { title: say(turn.language, 'oldCard') });
    return proofCard(turn.language, {
      nonce,
      order,
      competency: named(turn.deeds.catalogue, order.competency),
      entered,
      file,
      problems: [
        ...(fault ? [{ kind: 'file' as const, fault }] : []),
        ...asked
          .filter((field) => isPending(field, entered, asked))
          .map((field) => ({ kind: 'maybeCardNumber' as const, field })),
        ...(entered ? fieldProblems(turn, entered, asked) : []),
      ],
      localPage: turn.localPage,
    });
  },
  read,
};

export { takeFile };
