import {
  areas,
  languages,
  type Area,
  type Catalogue,
  type Competency,
} from '../membership/rules/catalogue.ts';
import { plainWords } from '../membership/rules/plain-words.ts';
import { say } from './say.ts';

/** Damerau-Levenshtein, optimal string alignment: at most one letter wrong, missing, too many or swapped. */
const isOneSlipApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`;
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length > 1 && swapped === restB)
  );
};

/** Words of joining, which no competency is found by. */
const joining = new Set([
  'and',
  'en',
  'och',
  'the',
  'de',
  'het',
  'for',
  'voor',
  'competency',
  'competentie',
  'kompetens',
]);
/** A shorter word could become another word by one slip. */
const longEnoughForSlips = 5;
const longEnoughForPart = 3;

const meaningful = (text: string): readonly string[] => plainWords(text).filter((word) => !joining.has(word));

interface Named {
  readonly competency: Competency;
  readonly words: readonly string[];
  readonly name: string;
  /** As people say it: ERP, PPM, EMM. */
  readonly initials: string;
}

const named = (competency: Competency): Named => {
  const words = meaningful(competency.name);
  const initials = words.map((word) => word.charAt(0)).join('');
  return { competency, words, name: words.join(' '), initials: initials.length > 2 ? initials : '' };
};

const begins = (typed: string, word: string): boolean =>
  word === typed || (typed.length >= longEnoughForPart && word.startsWith(typed));

const slips = (typed: string, word: string): boolean =>
  begins(typed, word) ||
  (typed.length >= longEnoughForSlips &&
    (isOneSlipApart(typed, word) || isOneSlipApart(typed, word.slice(0, typed.length))));

/**
 * Competencies by name or part of it, words in any order, a slip a word forgiven in words of five letters and more.
 * Better matches leave out worse ones: the whole name, then the only one that begins so, then words, then slips, then
 * a name of several words inside a longer text.
 */
export const findCompetencies = (
  { competencies }: Pick<Catalogue, 'competencies'>,
  text: string,
): readonly Competency[] => {
  const typed = meaningful(text);
  const whole = typed.join(' ');
  if (whole.length < 2) return [];
  const all = competencies.map(named);
  const byWords = (fits: (typed: string, word: string) => boolean): readonly Named[] =>
    all.filter(({ words }) => typed.every((part) => words.some((word) => fits(part, word))));
  const beginning = whole.length < longEnoughForPart ? [] : all.filter(({ name }) => name.startsWith(whole));
  const tiers: readonly (readonly Named[])[] = [
    all.filter(({ name, initials }) => name === whole || initials === whole),
    beginning.length === 1 ? beginning : [],
    byWords(begins),
    beginning,
    byWords(slips),
    all.filter(({ words, name }) => words.length > 1 && ` ${whole} `.includes(` ${name} `)),
  ];
  return (tiers.find((tier) => tier.length > 0) ?? []).map(({ competency }) => competency);
};

/** The area whose whole name was typed, in any of the languages. */
export const findArea = (text: string): Area | undefined => {
  const typed = meaningful(text).join(' ');
  return areas.find((area) =>
    languages.some((language) => meaningful(say(language, `area.${area}`)).join(' ') === typed),
  );
};
