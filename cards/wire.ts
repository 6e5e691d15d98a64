import type { BankAccount, Language } from '../membership/rules/catalogue.ts';
import type { Money } from '../membership/rules/money.ts';
import { facts, subheading, type Element } from './elements.ts';
import { showMoney } from './format.ts';
import { say } from './say.ts';

const looksLikeIban = (account: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9 ]{10,}$/.test(account);

/** "Wire transfer instructions": how much, in which currency, to which account. */
export const wireInstructions = (
  language: Language,
  account: BankAccount,
  amount: Money,
): readonly Element[] => [
  subheading(say(language, 'wireInstructions')),
  facts(
    [say(language, 'amount'), showMoney(language, amount)],
    [say(language, 'currency'), amount.currency],
    [say(language, 'beneficiary'), account.beneficiary],
    [say(language, 'bank'), account.bank],
    [say(language, looksLikeIban(account.account) ? 'iban' : 'accountNumber'), account.account],
    [say(language, 'swift'), account.swift],
  ),
];
