import type { CardAction } from '../cards/actions.ts';
import { remindLaterCard, type LaterProblem } from '../cards/reminder-later.ts';
import { parseTypedFutureDay } from '../cards/typed-future-day.ts';
import { say } from '../cards/say.ts';
import { understandWord } from '../cards/understand.ts';
import { addDays, isDay, type Day } from '../membership/rules/calendar.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { ReminderSubject } from '../membership/rules/reminder.ts';
import { laterRefusal } from '../membership/rules/reminder-choices.ts';
import { readerOf } from '../membership/rules/reminder-plan.ts';
import { plainWords } from '../membership/rules/plain-words.ts';
import { localDay } from '../membership/rules/working-hours.ts';
import type { Form, FormState, Reading } from './form.ts';
import { subjectText } from './reminders-view.ts';
import type { Turn } from './turn.ts';

export type RemindOn = Extract<CardAction, { action: 'remindOn' }>;

interface LaterState extends FormState {
  readonly about: ReminderSubject;
  /** The last day on which something can be done about it. */
  readonly last: Day;
  readonly entered?: Day | undefined;
  readonly problem?: LaterProblem | undefined;
}

/** The day that was chosen; the form's nonce is the command's id. */
export interface Later {
  readonly command: CommandId;
  readonly about: ReminderSubject;
  readonly on: Day;
}

/** The reader's own day. */
const todayOf = ({ deeds, partner, person }: Turn): Day =>
  localDay(deeds.clock.now(), readerOf(deeds.catalogue, partner, person.aadObjectId).place);

/** The day that a press chose; undefined where the date was left empty. */
export const dayOfPress = (turn: Turn, { when, date }: RemindOn): Day | undefined => {
  const today = todayOf(turn);
  switch (when) {
    case 'tomorrow':
      return addDays(today, 1);
    case 'week':
      return addDays(today, 7);
    case 'date':
      return date !== undefined && isDay(date) ? date : undefined;
  }
};

const judged = (turn: Turn, state: LaterState, on: Day): Reading<LaterState, Later> => {
  const { deeds, partner, person } = turn;
  const { about, nonce } = state;
  const wish = { person: person.aadObjectId, subject: about, on };
  const refusal = laterRefusal(deeds.catalogue, partner, wish, deeds.clock.now());
  return refusal
    ? { kind: 'again', state: { ...state, entered: on, problem: { kind: 'refused', refusal } } }
    : { kind: 'answered', answer: { command: nonce, about, on } };
};

/** The title of the button beside the date; the date itself is what is missing. */
const isTitle = ({ language }: Turn, typed: string): boolean =>
  plainWords(typed).join(' ') === plainWords(say(language, 'later.onDate')).join(' ');

/** What has a figure in it is meant as a date; a word of the vocabulary, or an order's number, is not. */
const readText = (turn: Turn, state: LaterState, typed: string): Reading<LaterState, Later> => {
  if (understandWord(typed)) return { kind: 'misunderstood' };
  if (isTitle(turn, typed)) return { kind: 'again', state: { ...state, problem: { kind: 'missing' } } };
  const on = parseTypedFutureDay(turn.language, typed, todayOf(turn));
  if (on) return judged(turn, state, on);
  return /\d/.test(typed)
    ? { kind: 'again', state: { ...state, problem: { kind: 'unreadable', typed } } }
    : { kind: 'misunderstood' };
};

/** Tomorrow, in a week, or on a date, pressed or typed. */
export const laterForm: Form<LaterState, Later> = {
  id: 'remind-later-form.v1',
  card: (turn, { nonce, about, last, entered, problem }) =>
    remindLaterCard(turn.language, {
      nonce,
      about,
      what: subjectText(turn.language, turn.deeds.catalogue, turn.partner, about) ?? '',
      from: addDays(todayOf(turn), 1),
      last,
      entered,
      problem,
    }),
  read: (turn, state) => {
    const { input } = turn;
    if (input.kind === 'text') return readText(turn, state, input.text);
    if (input.kind !== 'press' || input.action.action !== 'remindOn') return { kind: 'misunderstood' };
    const on = dayOfPress(turn, input.action);
    return on
      ? judged(turn, state, on)
      : { kind: 'again', state: { ...state, problem: { kind: 'missing' } } };
  },
};
