import { isOrderNumber } from '../membership/rules/order-number.ts';

/** The check of ISO/IEC 7812. */
const passesLuhn = (digits: string): boolean =>
  Array.from(digits)
    .toReversed()
    .reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return sum + (value > 9 ? value - 9 : value);
    }, 0) %
    10 ===
  0;

/** How each brand's numbers begin and how long they are: two MPN IDs beside each other are none. */
const brands =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5\d|2[2-7]|35)\d{14}|3[47]\d{13}|3[0689]\d{12}|(?:5[06-9]|6)\d{15,18})$/;

const isCardNumber = (digits: string): boolean => brands.test(digits) && passesLuhn(digits);

/** ISO 13616: letters are numbers, and one is left after all 97s are taken away. */
const isIban = (text: string): boolean => {
  const bare = text.replace(/ /g, '').toUpperCase();
  const turned = bare.slice(4) + bare.slice(0, 4);
  return BigInt(turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n === 1n;
};

const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi;
/** Digits that would run together with what stands beside them. */
const day = /\b(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})\b/g;
const telephone = /(?<!\d)\+(?:[ .\-()]{0,3}\d){7,15}(?![ .-]?\d)/g;

const withoutOthers = (text: string): string =>
  text
    .replace(iban, (found) => (isIban(found) ? ' x ' : found))
    .replace(day, ' x ')
    .replace(telephone, ' x ');

const longestNumber = 19;
/** What is read of a text; a card number further back is in no message that anybody types. */
const longest = 100_000;

/** The digits of a group and of those behind it, one more each time, as far as a card number goes. */
const runsFrom = (groups: readonly string[], start: number): readonly string[] => {
  const runs: string[] = [];
  let digits = '';
  for (const group of groups.slice(start, start + longestNumber)) {
    digits += group;
    if (digits.length > longestNumber || isOrderNumber(group)) break;
    runs.push(digits);
  }
  return runs;
};

/** It may begin at any group: a date may follow a card number, or a greeting's figure go before. */
const cardNumberIn = (groups: readonly string[], accounts: readonly string[]): boolean =>
  groups.some((_, start) =>
    runsFrom(groups, start).some((digits) => isCardNumber(digits) && !accounts.includes(digits)),
  );

const digitsOf = (account: string): string => account.replace(/\D/g, '');

/**
 * Whether a text holds what may be a card number; such a text is neither kept, logged nor repeated.
 * An IBAN, a day, a telephone number with its country, or an order number with an MPN ID is none.
 * @param accounts bank accounts that are none either, whatever they look like
 */
export const holdsCardNumber = (text: string, accounts: readonly string[] = []): boolean => {
  const known = accounts.map(digitsOf);
  const read = withoutOthers(text.slice(0, longest).normalize('NFKC'));
  const runs = read.match(/\d+(?:[\s.\-_/]{1,3}\d+)*/g) ?? [];
  return runs.some((run) => cardNumberIn(run.split(/\D+/), known));
};
