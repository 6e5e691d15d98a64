import {
  areas,
  type Area,
  type Catalogue,
  type Competency,
  type Language,
} from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import { card, heading, row, submit, text, type Action, type Card, type Element } from './elements.ts';
import { showTyped } from './format.ts';
import { say } from './say.ts';

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

const areaButton = (language: Language, nonce: CommandId, area: Area): Action =>
  submit(say(language, `area.${area}`), { action: 'area', nonce, area });

const competencyRow = (choice: CompetencyChoice, { id, name }: Competency): Element =>
  row(name, { action: 'competency', purpose: choice.purpose, nonce: choice.nonce, competency: id });

const question = (language: Language, choice: CompetencyChoice): string =>
  say(language, choice.purpose === 'fee' ? 'chooseForFee' : 'chooseForOffers');

const listCard = (
  language: Language,
  choice: CompetencyChoice,
  shown: { readonly lead: Element; readonly competencies: readonly Competency[] },
): Card =>
  card(
    question(language, choice),
    [
      heading(say(language, 'chooseCompetency')),
      shown.lead,
      ...shown.competencies.map((competency) => competencyRow(choice, competency)),
    ],
    [submit(say(language, 'allAreas'), { action: 'area', nonce: choice.nonce })],
  );

const areasCard = (language: Language, choice: CompetencyChoice): Card => {
  const typed = choice.typed ?? '';
  const lead =
    typed === ''
      ? [
          text(question(language, choice)),
          text(say(language, 'orTypeName'), { isSubtle: true, spacing: 'small' }),
        ]
      : [text(say(language, 'noneMatches', { typed: showTyped(typed) }), { weight: 'bolder' })];
  return card(
    question(language, choice),
    [heading(say(language, 'chooseCompetency')), ...lead],
    areas.map((area) => areaButton(language, choice.nonce, area)),
  );
};

/** Any of the competencies in two presses, or by typing part of its name. */
export const chooseCompetencyCard = (language: Language, choice: CompetencyChoice): Card => {
  const { area, typed, catalogue } = choice;
  const matches = choice.matches ?? [];
  if (typed !== undefined && matches.length > 0) {
    const lead = text(say(language, 'severalMatch', { count: matches.length, typed: showTyped(typed) }));
    return listCard(language, choice, { lead, competencies: matches });
  }
  if (area === undefined) return areasCard(language, choice);
  const competencies = catalogue.competencies.filter((competency) => competency.area === area);
  return listCard(language, choice, { lead: text(say(language, `area.${area}`)), competencies });
};
