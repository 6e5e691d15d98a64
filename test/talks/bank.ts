import type { BankLine } from '../../membership/ports.ts';
import type { PaymentId } from '../../membership/rules/ids.ts';
import { parseMoney, type Currency, type Money } from '../../membership/rules/money.ts';
import { day } from '../support/partner.ts';
import type { Deed, Talker } from './table.ts';
import { ordersOf } from './orders.ts';
import { rightAccount } from './rows.ts';

export const amount = (currency: string, decimal: string): Money => {
  const money = parseMoney(currency as Currency, decimal);
  if (!money) throw new RangeError(`${decimal} is no amount in ${currency}`);
  return money;
};

let lines = 0;

/** What the bank writes; the rest is as it should be for the newest order. */
export interface Credited {
  readonly money: readonly [currency: string, decimal: string];
  readonly valueDate?: string;
  readonly text?: string;
  readonly account?: string;
}

/** A line to the order's account, with its references unless told otherwise. */
export const lineOf = async (talker: Pick<Talker, 'bot'>, credited: Credited): Promise<BankLine> => {
  const order = (await ordersOf(talker.bot)).at(-1);
  const { money, valueDate = '2026-03-04' } = credited;
  lines += 1;
  return {
    id: `line-${lines}` as PaymentId,
    account: credited.account ?? rightAccount(talker),
    bookedOn: day(valueDate),
    valueDate: day(valueDate),
    amount: amount(...money),
    text: credited.text ?? `${order?.number ?? ''} 6234461`,
    status: { kind: 'recorded' },
  };
};

/** The bank credits the account; nobody in the chat does anything. */
export const isCredited =
  (credited: Credited): Deed =>
  async (talker) =>
    talker.bot.app.credit(await lineOf(talker, credited));
