import type { Day, Instant } from '../rules/calendar.ts';
import type { AadObjectId } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import type { Refusal } from '../rules/refusals.ts';
import type { PersonReminders, ReminderSubject } from '../rules/reminder.ts';
import {
  choiceRefusal,
  laterRefusal,
  missedOf,
  withChoices,
  withLater,
  withResume,
  withStop,
} from '../rules/reminder-choices.ts';
import { choicesOf } from '../rules/reminder-plan.ts';
import { authorityRefusal } from './authority.ts';
import { alter, type Altered, type DeedPorts, type Doing } from './perform.ts';

/** A person's wish about what they are reminded of. */
export interface ReminderChoice {
  readonly person: AadObjectId;
  readonly subject: ReminderSubject;
}

interface Choosing {
  readonly refusal: (partner: Partner, now: Instant) => Refusal | undefined;
  readonly edit: (choices: PersonReminders, partner: Partner, now: Instant) => PersonReminders;
}

const choose = (
  ports: DeedPorts,
  doing: Doing,
  { person }: ReminderChoice,
  choosing: Choosing,
): Promise<Altered> =>
  alter(ports, doing, (partner, now) => {
    const { catalogue } = ports;
    const refusal = authorityRefusal(catalogue, partner, person) ?? choosing.refusal(partner, now);
    if (refusal) return { kind: 'refused', refusal };
    const chosen = choosing.edit(choicesOf(partner, person), partner, now);
    return {
      kind: 'accepted',
      change: { partner: withChoices(catalogue, partner, [chosen], now), events: [] },
      tell: [],
    };
  });

/** "Remind me later": nothing of it until that day, and then what is so by then. */
export const remindLater = (
  ports: DeedPorts,
  doing: Doing,
  wish: ReminderChoice & { readonly on: Day },
): Promise<Altered> =>
  choose(ports, doing, wish, {
    refusal: (partner, now) => laterRefusal(ports.catalogue, partner, wish, now),
    edit: (choices) => withLater(choices, wish.subject, wish.on),
  });

/** Nothing more of it to this person, but for what is told at once. */
export const stopReminders = (ports: DeedPorts, doing: Doing, wish: ReminderChoice): Promise<Altered> =>
  choose(ports, doing, wish, {
    refusal: (partner, now) => choiceRefusal(ports.catalogue, partner, wish.subject, now),
    edit: (choices) => withStop(choices, wish.subject),
  });

/** The person wants to be reminded of it again, of what comes from now on. */
export const resumeReminders = (ports: DeedPorts, doing: Doing, wish: ReminderChoice): Promise<Altered> =>
  choose(ports, doing, wish, {
    refusal: (partner, now) => choiceRefusal(ports.catalogue, partner, wish.subject, now),
    edit: (choices, partner, now) =>
      withResume(choices, wish.subject, missedOf(ports.catalogue, partner, wish, now)),
  });
