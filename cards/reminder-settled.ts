import type { Competency, Language, Level } from '../membership/rules/catalogue.ts';
import type { Settlement } from '../membership/rules/settlement.ts';
import { showOrderButton } from './buttons.ts';
import { card, text, type Card } from './elements.ts';
import { showDay } from './format.ts';
import { whatOf } from './reminder.ts';
import { say } from './say.ts';

/** Who settled a matter, and when. */
export const settlementText = (language: Language, { as, on, by: name }: Settlement): string => {
  const day = showDay(language, on);
  return as === 'ended' || name === undefined
    ? say(language, `settled.${as}`, { day })
    : say(language, `settled.${as}By`, { name, day });
};

/** What a reminder becomes once its matter is settled: nobody else needs to do anything. */
export const settledCard = (
  language: Language,
  settled: {
    readonly level: Level;
    readonly competency: Competency;
    readonly settlement: Settlement;
  },
): Card => {
  const { settlement } = settled;
  const what = whatOf(language, settled);
  const said = settlementText(language, settlement);
  return card(
    `${what}: ${said}`,
    [text(what, { weight: 'bolder' }), text(`✔ ${said}`, { spacing: 'small' })],
    settlement.order ? [showOrderButton(language, settlement.order)] : [],
  );
};
