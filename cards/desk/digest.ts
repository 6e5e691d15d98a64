import type { Competency, Language, Level } from '../../membership/rules/catalogue.ts';
import type { Day, Instant } from '../../membership/rules/calendar.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { MatterKind } from '../../membership/rules/matters.ts';
import type { ReminderStep } from '../../membership/rules/reminder.ts';
import { card, heading, note, problemList, subheading, text, type Card, type Element } from '../elements.ts';
import { showDay, showInstant } from '../format.ts';
import { whatOf } from '../reminder.ts';
import { say } from '../say.ts';
import { deskButton, deskRow } from './buttons.ts';
import { sinceText } from './lists.ts';

/** A reminder that reached nobody. */
export interface Unreached {
  readonly partner: MpnId;
  readonly organisation: string;
  readonly step: ReminderStep;
  readonly level: Level;
  readonly competency: Competency;
}

/** What waits for operators on a day. */
export interface Digest {
  readonly day: Day;
  /** Of each list on which there is something: how much, and its earliest. */
  readonly waiting: readonly {
    readonly list: MatterKind;
    readonly count: number;
    readonly oldest: Day | Instant;
  }[];
  readonly unreached: { readonly shown: readonly Unreached[]; readonly more: number };
  /** Partners whose data was set aside as damaged. */
  readonly damaged: readonly MpnId[];
  /** News of the card gateway that could not be placed, for a while. */
  readonly parked?: { readonly count: number; readonly oldest: Instant } | undefined;
}

type Waiting = Digest['waiting'][number];

const countOf = (language: Language, { list, count }: Waiting): string =>
  say(language, 'counted', { title: say(language, `list.${list}`), count });

const waitingRow = (language: Language, waiting: Waiting): Element => {
  const { list, oldest } = waiting;
  const since = sinceText(language, list, oldest);
  return deskRow(
    countOf(language, waiting),
    say(language, list === 'expiring' ? 'digestFirst' : 'digestOldest', { since }),
    { action: 'desk', desk: 'list', list },
  );
};

const unreachedRows = (language: Language, { shown, more }: Digest['unreached']): readonly Element[] =>
  shown.length === 0
    ? []
    : [
        subheading(say(language, 'digestUnreached')),
        ...shown.map((reminder) =>
          deskRow(
            reminder.organisation,
            say(language, `reminder.${reminder.step}`, { what: whatOf(language, reminder) }),
            { action: 'desk', desk: 'partner', partner: reminder.partner },
          ),
        ),
        ...(more > 0 ? [note(say(language, 'digestMore', { count: more }))] : []),
      ];

/** As many ids as a line holds. */
const mostNamed = 5;

const troubles = (language: Language, { damaged, parked }: Digest): readonly string[] => {
  const more = damaged.length - mostNamed;
  const named = [
    damaged.slice(0, mostNamed).join(', '),
    ...(more > 0 ? [say(language, 'digestMore', { count: more })] : []),
  ];
  return [
    ...(damaged.length > 0
      ? [say(language, 'digestDamaged', { count: damaged.length, partners: named.join(' ') })]
      : []),
    ...(parked
      ? [say(language, 'digestParked', { count: parked.count, at: showInstant(language, parked.oldest) })]
      : []),
  ];
};

/** One line for the notification. */
const summaryOf = (language: Language, { waiting }: Digest, title: string): string =>
  waiting.length === 0 ? title : waiting.map((each) => countOf(language, each)).join(' · ');

/** What waits for an operator this morning; each row leads to its list. */
export const digestCard = (language: Language, digest: Digest): Card => {
  const { day, waiting, unreached } = digest;
  const problems = troubles(language, digest);
  const nothing = say(language, 'digestNothing');
  if (waiting.length + unreached.shown.length + problems.length === 0)
    return card(nothing, [text(nothing)], [deskButton(language)]);
  const title = say(language, 'digestTitle', { day: showDay(language, day) });
  return card(
    summaryOf(language, digest, title),
    [
      heading(title),
      ...problemList(problems),
      ...waiting.map((each) => waitingRow(language, each)),
      ...unreachedRows(language, unreached),
    ],
    [deskButton(language)],
  );
};
