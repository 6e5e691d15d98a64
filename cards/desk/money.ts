import type { Language } from '../../membership/rules/catalogue.ts';
import { banner, card, facts, heading, problemList, text, type Card, type Element } from '../elements.ts';
import { showDay, showMoney } from '../format.ts';
import { say } from '../say.ts';
import { deskButton, deskRow, moneyButtons } from './buttons.ts';
import type { DeskMoney } from './view.ts';

const lineWords = { credit: 'creditLine', held: 'heldLine', line: 'heldLine', marked: 'markedLine' } as const;
const titleWords = {
  credit: 'creditTitle',
  held: 'heldTitle',
  line: 'heldTitle',
  marked: 'markedTitle',
} as const;
const textWords = {
  credit: 'bankText',
  held: 'bankText',
  line: 'bankText',
  marked: 'field.bankReference',
} as const;

/** Money as one row: how much, since when, and why it waits. */
export const moneyRow = (language: Language, money: DeskMoney): Element => {
  const { kind, payment, since, because, organisation } = money;
  const amount = showMoney(language, money.amount);
  const title = say(language, lineWords[kind], { amount });
  const day = showDay(language, since);
  const below = [
    say(language, kind === 'credit' ? 'since.credit' : 'since.held', { day }),
    ...(kind === 'marked' ? [say(language, 'notConfirmed')] : []),
    ...(organisation ? [organisation] : []),
    ...(because ? [say(language, `heldWhy.${because}`)] : []),
  ];
  return deskRow(title, below.join(' · '), { action: 'desk', desk: 'money', payment });
};

/** Credit, or held money, whole: where it came from, and what can be done with it. */
export const moneyCard = (
  language: Language,
  money: DeskMoney & { readonly own: boolean },
  said?: { readonly done: string } | { readonly problem: string },
): Card => {
  const title = say(language, titleWords[money.kind]);
  const amount = showMoney(language, money.amount);
  return card(
    `${title}: ${amount}`,
    [
      heading(title),
      ...(said && 'done' in said ? [banner('good', text(`✔ ${said.done}`, { weight: 'bolder' }))] : []),
      ...problemList(said && 'problem' in said ? [said.problem] : []),
      facts(
        [say(language, 'amount'), amount],
        [say(language, 'valueDate'), showDay(language, money.since)],
        money.organisation ? [say(language, 'organisation'), money.organisation] : undefined,
        money.order
          ? [say(language, money.kind === 'line' ? 'suggestion' : 'cameForOrder'), money.order]
          : undefined,
        money.account ? [say(language, 'account'), money.account] : undefined,
        money.because ? [say(language, 'heldFor'), say(language, `heldWhy.${money.because}`)] : undefined,
      ),
      // A line of its own: a fact's value is cut off where a long text does not fit.
      ...(money.text ? [text(`${say(language, textWords[money.kind])}: ${money.text}`)] : []),
      ...(money.kind === 'marked' ? [text(say(language, 'notConfirmedYet'))] : []),
      ...(money.own ? [text(say(language, 'ownOrganisation'))] : []),
    ],
    [...(money.own ? [] : moneyButtons(language, money)), deskButton(language)],
  );
};
