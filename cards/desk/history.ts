import type { Language } from '../../membership/rules/catalogue.ts';
import type { HistoryEntry } from '../../membership/rules/history.ts';
import type { OrderNumber } from '../../membership/rules/ids.ts';
import { card, heading, note, text, type Card, type Element } from '../elements.ts';
import { showInstant } from '../format.ts';
import { say } from '../say.ts';
import { toOrderButton } from './buttons.ts';
import { actorText, eventText, type NameOf } from './events.ts';
import { pageButtons, pageNote, type Page } from './page.ts';

export interface HistoryView {
  readonly order: OrderNumber;
  /** Of this page, newest first. */
  readonly entries: Page<HistoryEntry>;
  readonly nameOf: NameOf;
}

const entryLines = (language: Language, entry: HistoryEntry, nameOf: NameOf): readonly Element[] => [
  text(eventText(language, entry.event, nameOf), { weight: 'bolder', separator: true, spacing: 'medium' }),
  note(
    `${showInstant(language, entry.at)} · ${say(language, 'doneBy', {
      who: actorText(language, entry.by),
      through: say(language, `through.${entry.through}`),
    })}`,
  ),
];

/** Who did what, when, and through what. */
export const historyCard = (language: Language, { order, entries, nameOf }: HistoryView): Card => {
  const title = say(language, 'historyOf', { number: order });
  return card(
    title,
    [
      heading(title),
      note(pageNote(language, entries, 'newest')),
      ...entries.shown.flatMap((entry) => entryLines(language, entry, nameOf)),
    ],
    [
      ...pageButtons(language, entries, (page) => ({
        action: 'desk',
        desk: 'history',
        order,
        page,
        instead: true,
      })),
      toOrderButton(language, order),
    ],
  );
};
