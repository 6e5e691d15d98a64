import type { DialogTurnResult } from 'botbuilder-dialogs';
import { remindersCard } from '../cards/reminder-list.ts';
import { showDay } from '../cards/format.ts';
import { say } from '../cards/say.ts';
import { usedCard } from '../cards/used.ts';
import { authorityRefusal } from '../membership/deeds/authority.ts';
import {
  remindLater as putOff,
  resumeReminders,
  stopReminders,
} from '../membership/deeds/choose-reminders.ts';
import type { Partner } from '../membership/rules/partner.ts';
import { sameReminderSubject, type ReminderSubject } from '../membership/rules/reminder.ts';
import { dayOfLater, upcoming, type Upcoming } from '../membership/rules/reminder-choices.ts';
import { choicesOf } from '../membership/rules/reminder-plan.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { doing } from './deed.ts';
import { formDialog } from './form.ts';
import { dayOfPress, laterForm, type Later, type RemindOn } from './remind-later-form.ts';
import { reminderLine, subjectText } from './reminders-view.ts';
import { refuse } from './roles-refuse.ts';
import type { Turn } from './turn.ts';
import { readerOf } from './views.ts';
import { waterfall, type Step, type StepFunction } from './waterfall.ts';

/** Why a person is reminded of nothing; else what they can be reminded of. */
const mattersFor = (turn: Turn, partner: Partner = turn.partner): readonly Upcoming[] | Refusal => {
  const { deeds, person } = turn;
  const refusal = authorityRefusal(deeds.catalogue, partner, person.aadObjectId);
  return refusal ?? upcoming(deeds.catalogue, partner, person.aadObjectId, deeds.clock.now());
};

const isRefusal = (found: readonly Upcoming[] | Refusal): found is Refusal => 'kind' in found;

/** "Reminders": what this person will be reminded of and when next. */
export const showReminders = async (turn: Turn, partner: Partner = turn.partner): Promise<void> => {
  const found = mattersFor(turn, partner);
  if (isRefusal(found)) return refuse(turn, found);
  const reader = readerOf(turn);
  await turn.show(
    remindersCard(
      turn.language,
      found.map((matter) => reminderLine(reader, partner, matter)),
    ),
  );
};

export interface ReminderWish {
  readonly about?: ReminderSubject | undefined;
  /** On the list of reminders, which then shows how it is now. */
  readonly list?: true | undefined;
}

/** Where none was named: the matter that the person was reminded of last, or the only one there is. */
const named = (turn: Turn, about: ReminderSubject | undefined): ReminderSubject | undefined => {
  if (about) return about;
  const found = mattersFor(turn);
  if (isRefusal(found)) return undefined;
  const { told } = choicesOf(turn.partner, turn.person.aadObjectId);
  const last = told.findLast((reminder) =>
    found.some(({ subject }) => sameReminderSubject(subject, reminder.subject)),
  );
  const [only, second] = found;
  return last?.subject ?? (second ? undefined : only?.subject);
};

const changes = { stop: stopReminders, resume: resumeReminders } as const;
const told = { stop: 'reminders.stoppedAbout', resume: 'reminders.resumedAbout' } as const;

/** "Stop reminding me about this", and the way back; without a matter it is chosen on the list. */
export const changeReminders = async (
  turn: Turn,
  change: keyof typeof changes,
  { about, list }: ReminderWish,
): Promise<void> => {
  const { deeds, person, language } = turn;
  const subject = named(turn, about);
  if (!subject) return showReminders(turn);
  const wish = { person: person.aadObjectId, subject };
  const outcome = await changes[change](deeds, doing(turn, deeds.chance.commandId()), wish);
  if (outcome.kind === 'refused') return refuse(turn, outcome.refusal);
  if (list) return showReminders(turn, outcome.partner);
  const what = subjectText(language, deeds.catalogue, outcome.partner, subject) ?? '';
  await turn.say(`${say(language, told[change], { what })} ${say(language, 'reminders.wayBack')}`);
};

export interface RemindLaterOptions extends Pick<ReminderWish, 'about'> {
  /** What was pressed on an old card. */
  readonly pressed?: RemindOn | undefined;
}

const endRefusing = async (step: Step<unknown, unknown>, refusal: Refusal): Promise<DialogTurnResult> => {
  await refuse(step.turn, refusal);
  return step.end();
};

const when: StepFunction<RemindLaterOptions> = async (step) => {
  const { turn, options, ask } = step;
  const found = mattersFor(turn);
  if (isRefusal(found)) return endRefusing(step, found);
  const about = named(turn, options.about);
  if (!about && found.length > 0) {
    await showReminders(turn);
    return step.end();
  }
  const matter = found.find(({ subject }) => about && sameReminderSubject(subject, about));
  if (!matter) return endRefusing(step, { kind: 'nothingToRemind' });
  const nonce = turn.deeds.chance.commandId();
  const state = { nonce, about: matter.subject, last: matter.last };
  const on = options.pressed && dayOfPress(turn, options.pressed);
  return on ? step.next({ command: nonce, about: matter.subject, on }) : ask(laterForm.id, state);
};

const remember: StepFunction<RemindLaterOptions, Later> = async (step) => {
  const { turn, answer } = step;
  const { language, deeds, person } = turn;
  const wish = { person: person.aadObjectId, subject: answer.about, on: answer.on };
  const outcome = await putOff(deeds, doing(turn, answer.command), wish);
  if (outcome.kind === 'refused') return endRefusing(step, outcome.refusal);
  const what = subjectText(language, deeds.catalogue, outcome.partner, answer.about) ?? '';
  const comes = dayOfLater(deeds.catalogue, outcome.partner, wish);
  const set = say(language, 'later.set', { day: showDay(language, comes) });
  await turn.show(usedCard(language, { title: what, text: `${set} ${say(language, 'reminders.wayBack')}` }));
  return step.end();
};

/** "Remind me later": tomorrow, in a week, or on a date. */
export const remindLater = {
  id: 'remind-later.v1',
  dialogs: [formDialog(laterForm), waterfall<RemindLaterOptions>('remind-later.v1', [when, remember])],
};
