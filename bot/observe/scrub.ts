import { hash } from 'node:crypto';

const digitRuns = /\d(?:[ .\-_/]?\d){12,}/g;
const cardLengths: { least: number; most: number } = { least: 13, most: 19 };
const longest = 300;

/** The check of ISO/IEC 7812 over the last digit of a card number. */
const passesLuhn = (digits: string): boolean => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
};

/** Whether any 13 to 19 digits in a row could be a card number: "order 123 4111…" runs together in a text. */
const holdsCardNumber = (run: string): boolean => {
  const digits = run.replace(/\D/g, '');
  for (let start = 0; start + cardLengths.least <= digits.length; start += 1) {
    for (let length = cardLengths.least; length <= cardLengths.most; length += 1) {
      if (start + length <= digits.length && passesLuhn(digits.slice(start, start + length))) return true;
    }
  }
  return false;
};

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[link]'],
  [/\b(?:bearer|basic)\s+\S+/gi, '[token]'],
  [/\beyJ[\w-]+(?:\.[\w-]*){0,4}/g, '[token]'],
  [/\b(?:sk|rk|pk|whsec)_\w{6,}/g, '[token]'],
  [/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g, '[address]'],
  // A bare host with a path or a query, as libraries print what they could not reach.
  [/\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?[/?]\S*/gi, '[link]'],
];

/**
 * Takes out of a text what must never be kept: links, tokens, addresses, and digits that may be a card number.
 * Rather too much than too little: a harmless number that passes the card's check goes too.
 * @returns at most 300 characters, on one line
 */
export const scrub = (text: string): string => {
  // The bound comes first, so that a text of megabytes costs nothing; a little more is read than is kept,
  // so that what is cut off in its middle is not kept as a half.
  const bounded = text.slice(0, longest * 4);
  const replaced = replacements.reduce((left, [pattern, by]) => left.replace(pattern, by), bounded);
  return replaced
    .replace(digitRuns, (run) => (holdsCardNumber(run) ? '[number]' : run))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, longest);
};

/** Tells conversations apart without naming them. */
export const shortDigest = (id: string): string => hash('sha256', id).slice(0, 10);
