import { isDay } from '../membership/rules/calendar.ts';
import type { Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import { due, placedOn, type Order, type ProofType } from '../membership/rules/order.ts';
import type { ProofFault } from '../membership/rules/proof.ts';
import { stopButton } from './buttons.ts';
import {
  card,
  facts,
  heading,
  link,
  note,
  problemList,
  submit,
  text,
  type Card,
  type Element,
} from './elements.ts';
import { showBytes, showDay, showInstant, showMoney, showTyped } from './format.ts';
import { dateInput, textInput } from './inputs.ts';
import { say } from './say.ts';
import { fileFaultText } from './sentences.ts';

export type ProofProblem =
  | { readonly kind: 'dateMissing' }
  | { readonly kind: 'dateUnreadable'; readonly typed: string }
  | { readonly kind: 'accountMissing' }
  /** It passes a card number's check by chance, or is one: asked again, and not kept until then. */
  | { readonly kind: 'maybeCardNumber'; readonly field: 'account' | 'reference' }
  | { readonly kind: 'file'; readonly fault: ProofFault };

export interface ProofView {
  readonly nonce: CommandId;
  readonly order: Order;
  readonly competency: Competency;
  readonly entered?:
    | {
        readonly paymentDate?: string | undefined;
        readonly account?: string | undefined;
        readonly reference?: string | undefined;
      }
    | undefined;
  /** The file, where it came first. */
  readonly file?: { readonly fileName: string; readonly bytes: number; readonly type: ProofType } | undefined;
  readonly problems: readonly ProofProblem[];
  /** The companion page; local mode only. */
  readonly localPage?: string | undefined;
}

const problemText = (language: Language, problem: ProofProblem): string => {
  switch (problem.kind) {
    case 'dateMissing':
    case 'accountMissing':
      return say(language, problem.kind);
    case 'dateUnreadable':
      return say(language, 'dateUnreadable', { typed: showTyped(problem.typed) });
    case 'maybeCardNumber':
      return say(language, `maybeCardNumber.${problem.field}`);
    case 'file':
      return fileFaultText(language, problem.fault);
  }
};

const mustShow = (language: Language, { order }: ProofView): readonly Element[] => [
  text(say(language, 'mustShow')),
  facts(
    [say(language, 'paymentDate'), say(language, 'onOrAfter', { day: showDay(language, placedOn(order)) })],
    order.account ? [say(language, 'paidToAccount'), order.account.account] : undefined,
    [say(language, 'amount'), showMoney(language, due(order).minor > 0 ? due(order) : order.quote.total)],
    [say(language, 'orderNumber'), order.number],
    [say(language, 'mpnId'), order.buyer.mpnId],
  ),
];

const fieldsThere = ({ entered }: ProofView): boolean =>
  entered?.paymentDate !== undefined && isDay(entered.paymentDate) && Boolean(entered.account?.trim());

const missing = { weight: 'bolder', color: 'attention' } as const;
const there = (is: boolean) => (is ? ({ weight: 'bolder' } as const) : missing);

/** What is there and what is missing, once something is there. */
const progress = (language: Language, view: ProofView): readonly Element[] => {
  const { file } = view;
  const fields = fieldsThere(view);
  if (!file && !fields) return [];
  const fileLine = file
    ? say(language, 'haveFile', { name: file.fileName, size: showBytes(language, file.bytes) })
    : say(language, 'lackFile');
  return [
    text(fileLine, there(file !== undefined)),
    text(say(language, fields ? 'haveFields' : 'lackFields'), { ...there(fields), spacing: 'small' }),
  ];
};

const replaces = (language: Language, { order }: ProofView): readonly Element[] => {
  const last = order.proofs.at(-1);
  return last ? [note(say(language, 'replacesProof', { at: showInstant(language, last.submittedAt) }))] : [];
};

const fields = (language: Language, { entered }: ProofView): readonly Element[] => {
  const date = entered?.paymentDate;
  return [
    dateInput(
      'paymentDate',
      say(language, 'paymentDate'),
      date !== undefined && isDay(date) ? date : undefined,
      say(language, 'dateMissing'),
    ),
    textInput({
      id: 'account',
      label: say(language, 'paidToAccount'),
      value: entered?.account,
      missing: say(language, 'accountMissing'),
    }),
    textInput({
      id: 'reference',
      label: say(language, 'optional', { label: say(language, 'transactionRef') }),
      value: entered?.reference,
    }),
  ];
};

/** "Payment proof": what the document must show, the fields, and what is there of both. */
export const proofCard = (language: Language, view: ProofView): Card => {
  const title = say(language, 'paymentProof');
  const { order, competency, nonce, localPage } = view;
  return card(
    `${title}: ${say(language, 'orderHeading', { number: order.number })}`,
    [
      heading(title),
      text(`${say(language, `membership.${order.level}`)}, ${competency.name}`, { spacing: 'none' }),
      ...problemList(view.problems.map((problem) => problemText(language, problem))),
      ...progress(language, view),
      ...mustShow(language, view),
      text(say(language, 'howToAttach')),
      ...(localPage === undefined ? [] : [link(say(language, 'localFile'), localPage)]),
      ...replaces(language, view),
      ...fields(language, view),
    ],
    [
      submit(
        say(language, 'sendDetails'),
        { action: 'proofFields', order: order.number, nonce },
        { inputs: true, style: 'positive' },
      ),
      stopButton(language),
    ],
  );
};
