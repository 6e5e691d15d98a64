/**
 * What was typed, as bare words: lower case, without accents, punctuation and marks.
 * "  Språk: svenska! " is ["sprak", "svenska"].
 */
export const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
