import type { Instant } from '../rules/calendar.ts';
import type { Catalogue } from '../rules/catalogue.ts';
import type { PartnerEvent } from '../rules/history.ts';
import type { AadObjectId } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import type { Reminder } from '../rules/reminder.ts';
import { withChoices, withTold } from '../rules/reminder-choices.ts';
import { choicesOf, reminderPlan, type DueReminder } from '../rules/reminder-plan.ts';
import { admins } from '../rules/roles.ts';
import type { Tell } from './perform.ts';

/** What is due at a partner: it is told once and never again, and the messages go out in working hours. */
export interface Reminding {
  readonly partner: Partner;
  readonly events: readonly PartnerEvent[];
  readonly tell: readonly Tell[];
}

interface DueOfPerson {
  readonly person: AadObjectId;
  readonly due: readonly DueReminder[];
}

/** Readers of the same reminder, by a key of what they have in common. */
const together = (
  everybody: readonly DueOfPerson[],
  keyOf: (due: DueReminder & { readonly goes: Instant }) => unknown,
): readonly {
  readonly reminder: Reminder;
  readonly goes: Instant;
  readonly to: readonly AadObjectId[];
}[] => {
  const found = new Map<string, { reminder: Reminder; goes: Instant; to: AadObjectId[] }>();
  for (const { person, due } of everybody) {
    for (const { reminder, goes } of due) {
      if (goes === undefined) continue;
      const key = JSON.stringify(keyOf({ reminder, goes }));
      const known = found.get(key);
      if (known) known.to.push(person);
      else found.set(key, { reminder, goes, to: [person] });
    }
  }
  return [...found.values()];
};

/** The reminders that are due at a partner as of now, for everybody with a role that buys; undefined for none. */
export const remind = (catalogue: Catalogue, partner: Partner, now: Instant): Reminding | undefined => {
  const everybody = admins(catalogue, partner)
    .map((person) => ({ person, due: reminderPlan(catalogue, partner, person, now).due }))
    .filter(({ due }) => due.length > 0);
  if (everybody.length === 0) return undefined;
  const told = everybody.map(({ person, due }) =>
    withTold(
      choicesOf(partner, person),
      due.map(({ reminder }) => reminder),
    ),
  );
  return {
    partner: withChoices(catalogue, partner, told, now),
    events: together(everybody, ({ reminder }) => reminder).map(({ reminder, to }) => ({
      type: 'reminded',
      reminder,
      to,
    })),
    tell: together(everybody, (due) => due).map(({ reminder, goes, to }) => ({
      to,
      about: { kind: 'reminder', reminder },
      at: goes,
    })),
  };
};
