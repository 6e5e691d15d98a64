import { oneYearAfter } from '../membership/rules/calendar.ts';
import type { Competency, Language, Level, LinkName } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Offer } from '../membership/rules/offers.ts';
import { offersButton, seeOffersButton, stopButton } from './buttons.ts';
import { card, heading, link, row, text, type Card, type Element } from './elements.ts';
import { showDay } from './format.ts';
import { say } from './say.ts';

/** From when to when the new year runs; nothing for what is no renewal. */
export const renewalLines = (language: Language, { kind, renews }: Offer): readonly Element[] =>
  kind === 'renewal' && renews
    ? [
        text(
          say(language, 'renewalYear', {
            from: showDay(language, renews),
            to: showDay(language, oneYearAfter(renews)),
          }),
          { weight: 'bolder' },
        ),
      ]
    : [];

export interface RenewalChoice {
  readonly nonce: CommandId;
  readonly level: Level;
  /** Whose requirements are no longer met. */
  readonly former: Competency;
  readonly competencies: readonly Competency[];
}

/** The requirements of the membership's own competency are no longer met, those of several others are: which one? */
export const renewalChoiceCard = (language: Language, choice: RenewalChoice): Card => {
  const { nonce, level, former, competencies } = choice;
  const membership = say(language, `membership.${level}`);
  const question = say(language, 'renew.forWhich', { membership });
  return card(
    question,
    [
      heading(say(language, 'renew')),
      text(say(language, 'renew.noLongerMet', { competency: former.name })),
      text(question, { weight: 'bolder' }),
      ...competencies.map(({ id, name }) => row(name, { action: 'renew', level, competency: id, nonce })),
    ],
    [stopButton(language)],
  );
};

/** No requirements are met any more: the reason, and where they are written. */
export const requirementsCard = (
  language: Language,
  level: Level,
  links: Readonly<Record<LinkName, string>>,
): Card => {
  const why = say(language, 'renew.noneMet', {
    membership: say(language, `membership.${level}`),
    level: say(language, `level.${level}`),
  });
  return card(
    why,
    [text(`✖ ${why}`, { weight: 'bolder' }), link(say(language, 'requirements'), links.competencies)],
    [offersButton(language)],
  );
};

/** The window is over: it can be bought anew. */
export const lapsedCard = (language: Language, words: string, competency: Competency): Card =>
  card(words, [text(words)], [seeOffersButton(language, competency)]);
