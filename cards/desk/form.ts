import type { Language } from '../../membership/rules/catalogue.ts';
import type { CommandId, OrderNumber, PaymentId, ProofHash } from '../../membership/rules/ids.ts';
import type { Currency, Money } from '../../membership/rules/money.ts';
import {
  banner,
  card,
  facts,
  heading,
  problemList,
  submit,
  text,
  type Card,
  type Element,
} from '../elements.ts';
import { showMoney, showTyped } from '../format.ts';
import { say } from '../say.ts';
import type { DeskForm } from './actions.ts';
import { deskButton, toOrderButton } from './buttons.ts';
import { fieldsOf, type FieldsView } from './form-fields.ts';

/** What was entered and can't be taken. */
export type FormProblem =
  | { readonly kind: 'missing'; readonly field: 'day' | 'amount' | 'toOrder' }
  | { readonly kind: 'dayUnreadable'; readonly typed: string }
  | { readonly kind: 'amountUnreadable'; readonly typed: string; readonly currency: Currency }
  | { readonly kind: 'orderUnreadable'; readonly typed: string }
  | { readonly kind: 'cardNumber' }
  /** Why the deed was refused, as a sentence. */
  | { readonly kind: 'refused'; readonly words: string };

/** What a form is about, and what was entered so far. */
export interface DeskFormView extends FieldsView {
  readonly nonce: CommandId;
  readonly proof?: ProofHash | undefined;
  readonly payment?: PaymentId | undefined;
  readonly organisation?: string | undefined;
  readonly problems: readonly FormProblem[];
  /** An amount that was read and is not the expected one: taken when the button is pressed once more. */
  readonly understood?: Money | undefined;
  /** The order on which it would count beside what was marked by hand: done when the button is pressed once more. */
  readonly beside?: { readonly order: OrderNumber; readonly marked: Money } | undefined;
}

const problemText = (language: Language, problem: FormProblem): string => {
  switch (problem.kind) {
    case 'missing':
      return say(language, `missing.${problem.field}`);
    case 'dayUnreadable':
      return say(language, 'dateUnreadable', { typed: showTyped(problem.typed) });
    case 'amountUnreadable': {
      const { currency } = problem;
      const example = showMoney(language, { currency, minor: 184_500 });
      return say(language, 'amountUnreadable', { typed: showTyped(problem.typed), currency, example });
    }
    case 'orderUnreadable':
      return say(language, 'orderUnreadable', { typed: showTyped(problem.typed) });
    case 'cardNumber':
      return say(language, 'fieldCardNumber');
    case 'refused':
      return problem.words;
  }
};

const aboutText = (language: Language, view: DeskFormView): string => {
  const { form, expected, toCard, reader = 'en' } = view;
  const amount = expected ? showMoney(language, expected) : '';
  switch (form) {
    case 'reject':
    case 'decline':
      return say(language, `about.${form}`, { language: say(language, `languageName.${reader}`) });
    case 'refund':
      return say(language, toCard ? 'about.refundCard' : 'about.refundBank', { amount });
    case 'payBack':
      return say(language, 'about.payBack', { amount });
    case 'receive':
    case 'hold':
    case 'place':
    case 'withdraw':
      return say(language, `about.${form}`);
  }
};

/**
 * What counts only when the button is pressed once more: an amount that is not what was expected, shown as it was
 * read; and money that may have been marked by hand.
 */
const onceMoreLines = (
  language: Language,
  { understood, expected, beside }: DeskFormView,
): readonly Element[] => {
  const unexpected =
    understood && expected
      ? say(language, 'amountUnexpected', {
          amount: showMoney(language, understood),
          expected: showMoney(language, expected),
        })
      : undefined;
  const words =
    unexpected ?? (beside && say(language, 'countsBeside', { marked: showMoney(language, beside.marked) }));
  return words === undefined ? [] : [banner('warning', text(words, { weight: 'bolder' }))];
};

const expectedTitle: Readonly<Partial<Record<DeskForm, 'amountDue' | 'amount'>>> = {
  receive: 'amountDue',
  refund: 'amount',
  payBack: 'amount',
  place: 'amount',
  withdraw: 'amount',
};

const aboutFacts = (language: Language, view: DeskFormView): readonly Element[] => {
  const { form, order, organisation, expected } = view;
  const title = expectedTitle[form];
  const rows = [
    order && form !== 'place' ? ([say(language, 'orderNumber'), order] as const) : undefined,
    organisation ? ([say(language, 'organisation'), organisation] as const) : undefined,
    title && expected ? ([say(language, title), showMoney(language, expected)] as const) : undefined,
  ];
  return rows.some((one) => one !== undefined) ? [facts(...rows)] : [];
};

const doTitle = (language: Language, { form, toCard }: DeskFormView): string =>
  form === 'refund' ? say(language, toCard ? 'do.refundCard' : 'do.refundBank') : say(language, `do.${form}`);

/** What an operator fills in; entered wrong, the same card again with the problems on top. */
export const deskFormCard = (language: Language, view: DeskFormView): Card => {
  const { form, nonce, order, proof, payment, understood, beside } = view;
  const title = say(language, `form.${form}`);
  const data = {
    action: 'desk',
    desk: 'do',
    form,
    nonce,
    ...(order ? { order } : {}),
    ...(proof ? { proof } : {}),
    ...(payment ? { payment } : {}),
    ...(understood ? { understood: understood.minor } : {}),
    ...(beside ? { beside: beside.order } : {}),
  } as const;
  const style = ['reject', 'decline', 'withdraw'].includes(form) ? 'destructive' : 'positive';
  return card(
    order ? `${title}: ${order}` : title,
    [
      heading(title),
      ...problemList(view.problems.map((problem) => problemText(language, problem))),
      ...onceMoreLines(language, view),
      ...aboutFacts(language, view),
      text(aboutText(language, view)),
      ...fieldsOf(language, view),
    ],
    [
      submit(doTitle(language, view), data, { inputs: true, style }),
      order ? toOrderButton(language, order) : deskButton(language),
    ],
  );
};
