import type { Area, Catalogue, Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import { simpleCard, type Card } from './elements.ts';

export interface CompetencyChoice {
  readonly purpose: 'offers' | 'fee';
  readonly nonce: CommandId;
  readonly catalogue: Pick<Catalogue, 'competencies'>;
  /** Shows the competencies of this area. */
  readonly area?: Area | undefined;
  /** What was typed, and what was found for it. */
  readonly typed?: string | undefined;
  readonly matches?: readonly Competency[] | undefined;
}

/** Any of the competencies in two presses, or by typing part of its name. */
export const chooseCompetencyCard = (language: Language, choice: CompetencyChoice): Card =>
  simpleCard(language, choice.nonce);
