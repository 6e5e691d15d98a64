import type { Language } from '../membership/rules/catalogue.ts';
import { isOrderNumber } from '../membership/rules/order-number.ts';
import { say } from './say.ts';

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

/** As the card brands give them out: how they begin, and how long they are. */
const isCardNumber = (digits: string): boolean =>
  /^(4|5[0-9]|2[2-7]|3[04-9]|6)\d{11,}$/.test(digits) && digits.length <= 19 && passesLuhn(digits);

const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi;

/** Groups of digits that begin at any of them: a date may follow a card number, or a greeting's figure go before. */
const holdsCardNumber = (groups: readonly string[]): boolean =>
  groups.some((_, start) =>
    groups.slice(start).some((__, length) => {
      const taken = groups.slice(start, start + length + 1);
      return !taken.some(isOrderNumber) && isCardNumber(taken.join(''));
    }),
  );

/**
 * The warning, where a text holds what may be a card number; such a text is neither kept, logged nor repeated.
 * An IBAN or an order number with an MPN ID is none.
 */
export const cardNumberNotice = (language: Language, text: string): string | undefined => {
  const runs =
    text
      .slice(0, 2000)
      .replace(iban, ' x ')
      .match(/\d+(?:[ .\-_\u00a0]+\d+)*/g) ?? [];
  return runs.some((run) => holdsCardNumber(run.split(/\D+/))) ? say(language, 'cardNumberSeen') : undefined;
};
