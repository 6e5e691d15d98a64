import type { OrderNumber } from './ids.ts';

/** The totally anti-symmetric quasigroup of order 10 from Damm's thesis: it finds every single wrong digit
 * and every swap of neighbours. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

const checkDigit = (digits: string): number =>
  Array.from(digits).reduce((interim, digit) => damm[interim]?.[Number(digit)] ?? 0, 0);

/** Ten digits, the first not 0, the last a Damm check digit. */
export const isOrderNumber = (text: string): text is OrderNumber =>
  /^[1-9]\d{9}$/.test(text) && checkDigit(text) === 0;

/**
 * @param random a number from 0 up to but not including 1
 * @returns an order number; whether it is free only the store knows
 */
export const drawOrderNumber = (random: () => number): OrderNumber => {
  const body = String(1e8 + Math.floor(random() * 9e8));
  return `${body}${checkDigit(body)}` as OrderNumber;
};
