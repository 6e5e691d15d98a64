import fc from 'fast-check';
import type { Day, Instant } from '../../../membership/rules/calendar.ts';
import { levels, roles } from '../../../membership/rules/catalogue.ts';
import type { AadObjectId, OrderNumber, RequestId } from '../../../membership/rules/ids.ts';
import { newsKinds, roleNewsKinds, type MessageAbout } from '../../../membership/rules/message.ts';
import type { RoleRequest } from '../../../membership/rules/partner.ts';
import {
  reminderSteps,
  type PersonReminders,
  type Reminder,
  type ReminderSubject,
} from '../../../membership/rules/reminder.ts';

/** What the arbitraries of people are made of. */
interface Given {
  readonly number: fc.Arbitrary<OrderNumber>;
  readonly days: fc.Arbitrary<Day>;
  readonly moments: fc.Arbitrary<Instant>;
  readonly who: fc.Arbitrary<AadObjectId>;
}

const few = { maxLength: 2 };
const request = fc.stringMatching(/^[A-Za-z0-9._:-]{1,12}$/) as fc.Arbitrary<RequestId>;
const is = <Text extends string>(text: Text) => fc.constant(text);

const subject = ({ number, days }: Given): fc.Arbitrary<ReminderSubject> =>
  fc.oneof(
    fc.record({ kind: is('unpaid'), order: number }),
    fc.record({ kind: is('membership'), level: fc.constantFrom(...levels), anniversary: days }),
  );

export const anyReminder = (given: Given): fc.Arbitrary<Reminder> =>
  fc.record({ subject: subject(given), step: fc.constantFrom(...reminderSteps), on: given.days });

export const anyAbout = (given: Given): fc.Arbitrary<MessageAbout> =>
  fc.oneof(
    fc.record({ kind: is('order'), order: given.number, news: fc.constantFrom(...newsKinds) }),
    fc.record({ kind: is('reminder'), reminder: anyReminder(given) }),
    fc.record({ kind: is('role'), request, news: fc.constantFrom(...roleNewsKinds) }),
  );

export const anyReminders = (given: Given): fc.Arbitrary<PersonReminders> =>
  fc.record({
    person: given.who,
    timeZone: fc.constantFrom('Europe/Amsterdam', undefined),
    told: fc.array(anyReminder(given), few),
    stopped: fc.array(subject(given), few),
    later: fc.array(fc.record({ subject: subject(given), on: given.days }), few),
  });

export const anyRequest = ({ moments, who }: Given): fc.Arbitrary<RoleRequest> =>
  fc.record({
    id: request,
    by: who,
    name: is('Grace'),
    of: who,
    at: moments,
    answer: fc.oneof(
      fc.constant(undefined),
      fc.record({ as: is('declined'), by: who, at: moments }),
      fc.record({ as: is('granted'), role: fc.constantFrom(...roles), by: who, at: moments }),
    ),
  });
