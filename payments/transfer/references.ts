import { isOrderNumber } from '../../membership/rules/order-number.ts';
import type { OrderNumber } from '../../membership/rules/ids.ts';

/** Banks break lines, add spaces and signs inside numbers, and people write O for 0. */
const tidied = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<=[\dO][\s./-]*)O(?=[\s./-]*[\dO])|(?<=\d)O|O(?=\d)/g, '0');

/** Numbers as they stand, and neighbours joined where only white space or a sign parts them. */
const digitRuns = (text: string): readonly string[] =>
  (tidied(text).match(/\d(?:[\s./-]*\d)*/g) ?? []).map((run) => run.replace(/\D/g, ''));

const windows = (run: string, size: number): readonly string[] =>
  Array.from({ length: Math.max(0, run.length - size + 1) }, (_, start) => run.slice(start, start + size));

/** Everything in a wire's text that could be an order number: ten digits with the right check digit. */
export const orderNumbersIn = (text: string): readonly OrderNumber[] => [
  ...new Set(
    digitRuns(text)
      .flatMap((run) => windows(run, 10))
      .filter(isOrderNumber),
  ),
];

/** What stands before and behind an order number that nothing parts from its neighbours. */
const besides = (run: string): readonly string[] =>
  orderNumbersIn(run).flatMap((number) => run.split(number));

/** Everything in a wire's text that could be an MPN ID: 5 to 12 digits alone, or written on to an order number. */
export const mpnIdsIn = (text: string): readonly string[] => [
  ...new Set(
    [...(tidied(text).match(/\d+/g) ?? []), ...digitRuns(text).flatMap(besides)].filter((digits) =>
      /^\d{5,12}$/.test(digits),
    ),
  ),
];
