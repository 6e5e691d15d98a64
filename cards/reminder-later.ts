import type { Language } from '../membership/rules/catalogue.ts';
import type { Day } from '../membership/rules/calendar.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import type { ReminderSubject } from '../membership/rules/reminder.ts';
import { stopButton } from './buttons.ts';
import { buttonRows, card, heading, note, problemList, submit, text, type Card } from './elements.ts';
import { showTyped } from './format.ts';
import { dateInput } from './inputs.ts';
import { say } from './say.ts';
import { refusalText } from './sentences.ts';

/** Why a day does not do. */
export type LaterProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly typed: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface RemindLater {
  readonly nonce: CommandId;
  readonly about: ReminderSubject;
  /** In a few words. */
  readonly what: string;
  readonly from: Day;
  readonly last: Day;
  readonly entered?: Day | undefined;
  readonly problem?: LaterProblem | undefined;
}

const laterProblemText = (language: Language, problem: LaterProblem): string => {
  switch (problem.kind) {
    case 'missing':
      return say(language, 'later.missing');
    case 'unreadable':
      return say(language, 'later.unreadable', { typed: showTyped(problem.typed) });
    case 'refused':
      return refusalText(language, problem.refusal);
  }
};

/** When again? Tomorrow, in a week, or on a date, which can be typed too. */
export const remindLaterCard = (language: Language, later: RemindLater): Card => {
  const { nonce, about, what, problem } = later;
  const question = say(language, 'later.question');
  const soon = (when: 'tomorrow' | 'week') =>
    submit(say(language, `later.${when}`), { action: 'remindOn', about, nonce, when });
  return card(
    `${question} ${what}`,
    [
      heading(question),
      text(what, { spacing: 'none' }),
      ...problemList(problem ? [laterProblemText(language, problem)] : []),
      ...buttonRows(soon('tomorrow'), soon('week')),
      {
        ...dateInput('date', say(language, 'later.date'), later.entered, say(language, 'later.missing')),
        min: later.from,
        max: later.last,
      },
      note(say(language, 'later.hint')),
    ],
    [
      submit(
        say(language, 'later.onDate'),
        { action: 'remindOn', about, nonce, when: 'date' },
        { inputs: true, style: 'positive' },
      ),
      stopButton(language),
    ],
  );
};
