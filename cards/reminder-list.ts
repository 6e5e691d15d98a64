import type { Language } from '../membership/rules/catalogue.ts';
import type { Day } from '../membership/rules/calendar.ts';
import type { ReminderSubject } from '../membership/rules/reminder.ts';
import { offersButton, purchasedButton } from './buttons.ts';
import {
  buttonRows,
  card,
  facts,
  heading,
  note,
  openPage,
  submit,
  text,
  tile,
  type Action,
  type Card,
  type Element,
} from './elements.ts';
import { showDay } from './format.ts';
import { remindLaterButton } from './reminder-actions.ts';
import { say } from './say.ts';

/** What one person will be reminded of, or would be. */
export interface ReminderLine {
  readonly about: ReminderSubject;
  /** "Gold membership, Data Analytics". */
  readonly what: string;
  /** Until when it is to be paid, or can be renewed. */
  readonly until:
    | { readonly kind: 'payBy'; readonly day: Day }
    | { readonly kind: 'window'; readonly opens: Day; readonly closes: Day };
  readonly stopped: boolean;
  /** The reader's own day on which the next reminder comes, if any does. */
  readonly next?: Day | undefined;
  /** The calendar entry of the date. */
  readonly calendar?: string | undefined;
}

const untilFact = (language: Language, { until }: ReminderLine): readonly [string, string] => {
  switch (until.kind) {
    case 'payBy':
      return [say(language, 'payBy'), showDay(language, until.day)];
    case 'window':
      return [
        say(language, 'renewalWindow'),
        say(language, 'fromTo', {
          from: showDay(language, until.opens),
          to: showDay(language, until.closes),
        }),
      ];
  }
};

const nextText = (language: Language, { stopped, next }: ReminderLine): string => {
  if (stopped) return say(language, 'reminders.stopped');
  return next ? showDay(language, next) : say(language, 'reminders.none');
};

const choices = (language: Language, { about, stopped, what }: ReminderLine): readonly Action[] => {
  const list = true;
  const named = { tooltip: what };
  return stopped
    ? [submit(say(language, 'resumeReminding'), { action: 'resumeReminding', about, list }, named)]
    : [
        remindLaterButton(language, about, what),
        submit(say(language, 'stopReminding'), { action: 'stopReminding', about, list }, named),
      ];
};

const calendarButton = (language: Language, { calendar, what }: ReminderLine): readonly Action[] =>
  calendar === undefined ? [] : [openPage(say(language, 'addToCalendar'), calendar, what)];

const lineTile = (language: Language, line: ReminderLine): Element =>
  tile(
    text(line.what, { weight: 'bolder' }),
    facts(
      line.about.kind === 'unpaid' ? [say(language, 'orderNumber'), line.about.order] : undefined,
      untilFact(language, line),
      [say(language, 'reminders.next'), nextText(language, line)],
    ),
    ...buttonRows(...choices(language, line), ...calendarButton(language, line)),
  );

/** "Reminders": what this person will be reminded of, when next, and the choice about each. */
export const remindersCard = (language: Language, lines: readonly ReminderLine[]): Card => {
  const title = say(language, 'reminders');
  const buttons = [purchasedButton(language), offersButton(language)];
  if (lines.length === 0)
    return card(title, [heading(title), text(say(language, 'reminders.empty'))], buttons);
  return card(
    say(language, 'reminders.summary', { count: lines.length }),
    [heading(title), ...lines.map((line) => lineTile(language, line)), note(say(language, 'reminders.when'))],
    buttons,
  );
};
