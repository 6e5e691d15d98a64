import { holdsCardNumber } from '../../cards/card-number.ts';
import type { DeskEntered } from '../../cards/desk/actions.ts';
import type { FormProblem } from '../../cards/desk/form.ts';
import { parseTypedAmount } from '../../cards/desk/typed-amount.ts';
import { parseTypedDay } from '../../cards/typed-day.ts';
import { isDay, type Day } from '../../membership/rules/calendar.ts';
import type { OrderNumber } from '../../membership/rules/ids.ts';
import type { Currency, Money } from '../../membership/rules/money.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import type { DeskTurn } from './turn.ts';

/** What the operator's bank has shown. */
export interface BankFigures {
  readonly day: Day;
  readonly amount: Money;
  readonly reference: string;
}

export type Read<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'problems'; readonly problems: readonly FormProblem[] };

const problems = (...found: readonly FormProblem[]): Read<never> => ({ kind: 'problems', problems: found });

const readDay = ({ language, today }: DeskTurn, entered: string | undefined): Day | FormProblem => {
  const typed = entered?.trim() ?? '';
  if (typed === '') return { kind: 'missing', field: 'day' };
  return (isDay(typed) ? typed : parseTypedDay(language, typed, today)) ?? { kind: 'dayUnreadable', typed };
};

const readAmount = (
  { language }: DeskTurn,
  entered: string | undefined,
  currency: Currency,
): Money | FormProblem => {
  const typed = entered?.trim() ?? '';
  if (typed === '') return { kind: 'missing', field: 'amount' };
  return parseTypedAmount(language, currency, typed) ?? { kind: 'amountUnreadable', typed, currency };
};

const isProblem = (value: Day | Money | FormProblem): value is FormProblem =>
  typeof value === 'object' && 'kind' in value;

/** Date, amount and reference; every problem is named at once. */
export const readFigures = (turn: DeskTurn, entered: DeskEntered, currency: Currency): Read<BankFigures> => {
  const day = readDay(turn, entered.day);
  const amount = readAmount(turn, entered.amount, currency);
  if (isProblem(day) || isProblem(amount)) return problems(...[day, amount].filter(isProblem));
  return { kind: 'read', value: { day, amount, reference: entered.reference?.trim() ?? '' } };
};

/** One's own words count before a reason that was chosen. */
export const reasonIn = ({ reason, common }: DeskEntered): string => reason?.trim() || (common?.trim() ?? '');

export const readOrder = ({ toOrder }: DeskEntered): Read<OrderNumber> => {
  const typed = toOrder?.replace(/[\s-]/g, '') ?? '';
  if (typed === '') return problems({ kind: 'missing', field: 'toOrder' });
  return isOrderNumber(typed) ? { kind: 'read', value: typed } : problems({ kind: 'orderUnreadable', typed });
};

/** A card number is neither kept nor shown again, wherever it was entered. */
export const withoutCardNumbers = (
  entered: DeskEntered,
): { readonly entered: DeskEntered; readonly found: boolean } => {
  const clean = Object.entries<string | undefined>(entered).filter(
    ([, text]) => text === undefined || !holdsCardNumber(text),
  );
  return { entered: Object.fromEntries(clean), found: clean.length < Object.keys(entered).length };
};
