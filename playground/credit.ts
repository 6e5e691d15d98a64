import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BankLine } from '../membership/ports.ts';
import type { Catalogue } from '../membership/rules/catalogue.ts';
import { dayOf, isDay, type Instant } from '../membership/rules/calendar.ts';
import type { PaymentId } from '../membership/rules/ids.ts';
import { isCurrency, minorDigits, parseMoney } from '../membership/rules/money.ts';

/** A credit as it is asked for. */
export const creditWish = z.strictObject({
  /** Left out: the account on which the currency is received. */
  account: z.string().min(1).max(64).optional(),
  amount: z.union([z.string().max(30), z.number().transform(String)], {
    error: 'The amount is a decimal such as "3800.00".',
  }),
  currency: z.string().refine(isCurrency, 'The currency is an ISO 4217 code such as EUR.'),
  /** Left out: today. */
  valueDate: z.string().refine(isDay, 'The value date is a day such as 2026-11-21.').optional(),
  text: z.string().max(1_000).default(''),
});

/** @returns the bank's line, each time a new one, or a sentence that says what is wrong */
export const readCredit = (
  catalogue: Catalogue,
  now: Instant,
  wish: z.infer<typeof creditWish>,
): { readonly line: BankLine } | { readonly wrong: string } => {
  const { currency, text } = wish;
  const amount = parseMoney(currency, wish.amount);
  if (!amount || amount.minor === 0) {
    const digits = minorDigits(currency);
    return {
      wrong: `The amount is a decimal above 0 with at most ${digits} digits after the point, ${currency}'s own.`,
    };
  }
  const account = wish.account ?? catalogue.bankAccounts[currency]?.account;
  if (account === undefined) {
    return { wrong: `No account receives ${currency}; say which account was credited.` };
  }
  const today = dayOf(now);
  return {
    line: {
      id: `local:${randomUUID()}` as PaymentId,
      account,
      bookedOn: today,
      valueDate: wish.valueDate ?? today,
      amount,
      text,
      status: { kind: 'recorded' },
    },
  };
};
