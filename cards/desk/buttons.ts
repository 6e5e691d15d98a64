import type { Language } from '../../membership/rules/catalogue.ts';
import type { OrderNumber } from '../../membership/rules/ids.ts';
import { openPage, submit, text, type Action, type Container, type SubmitAction } from '../elements.ts';
import { say } from '../say.ts';
import type { DeskButtonData, DeskForm } from './actions.ts';
import type { DeskMoney, DeskOrderView } from './view.ts';

/** A row of a list: what it is, and below it what tells it from the others; pressed as a whole. */
export const deskRow = (title: string, below: string, data: DeskButtonData): Container => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'small',
  selectAction: submit(title, data),
  items: [
    text(title, { weight: 'bolder' }),
    ...(below === '' ? [] : [text(below, { isSubtle: true, size: 'small', spacing: 'none' })]),
  ],
});

export const deskButton = (language: Language): SubmitAction =>
  submit(say(language, 'deskTitle'), { action: 'desk', desk: 'menu' });

export const toOrderButton = (language: Language, order: OrderNumber): SubmitAction =>
  submit(
    say(language, 'toOrder'),
    { action: 'desk', desk: 'order', order, instead: true },
    { tooltip: order },
  );

export const historyButton = (language: Language, order: OrderNumber): SubmitAction =>
  submit(say(language, 'history'), { action: 'desk', desk: 'history', order }, { tooltip: order });

export const nextProofButton = (language: Language, after: OrderNumber): SubmitAction =>
  submit(say(language, 'queueNext'), { action: 'desk', desk: 'queue', after, instead: true });

const styles: Readonly<Partial<Record<DeskForm, 'positive' | 'destructive'>>> = {
  receive: 'positive',
  refund: 'positive',
  reject: 'destructive',
  decline: 'destructive',
  withdraw: 'destructive',
};

const opening = (
  language: Language,
  form: DeskForm,
  about: Pick<Extract<DeskButtonData, { desk: 'open' }>, 'order' | 'proof' | 'payment'>,
): SubmitAction => {
  const style = styles[form];
  return submit(
    say(language, `open.${form}`),
    { action: 'desk', desk: 'open', form, ...about },
    { ...(style ? { style } : {}), ...(about.order ? { tooltip: about.order } : {}) },
  );
};

/** What can be done about an order: each button opens what has to be filled in. */
export const formButtons = (language: Language, { forms, order }: DeskOrderView): readonly SubmitAction[] => {
  const proof = order.state === 'proofUnderReview' ? order.proofs.at(-1)?.hash : undefined;
  return forms.map((form) => opening(language, form, { order: order.number, ...(proof ? { proof } : {}) }));
};

export const moneyButtons = (
  language: Language,
  { may, payment, order }: DeskMoney,
): readonly SubmitAction[] =>
  may.map((form) => opening(language, form, { payment, ...(order && form !== 'payBack' ? { order } : {}) }));

export const documentButton = (language: Language, url: string | undefined): readonly Action[] =>
  url === undefined ? [] : [openPage(say(language, 'openDocument'), url)];
