import { z } from 'zod';
import { roles } from '../../membership/rules/catalogue.ts';
import { isRequestId } from '../../membership/rules/ids.ts';
import type { RoleAnswer, RoleRequest } from '../../membership/rules/partner.ts';
import {
  reminderSteps,
  type PersonReminders,
  type Reminder,
  type ReminderSubject,
} from '../../membership/rules/reminder.ts';
import { aadObjectId, checked, day, form, instant, level, list, name, opaque, orderNumber } from './forms.ts';

type Subject<Kind extends ReminderSubject['kind']> = Extract<ReminderSubject, { kind: Kind }>;
type Answer<As extends RoleAnswer['as']> = Extract<RoleAnswer, { as: As }>;

const subject = z.discriminatedUnion('kind', [
  form<Subject<'unpaid'>>()({ kind: z.literal('unpaid'), order: orderNumber }),
  form<Subject<'membership'>>()({ kind: z.literal('membership'), level, anniversary: day }),
]);

export const reminder = form<Reminder>()({ subject, step: z.enum(reminderSteps), on: day });

export const personReminders = form<PersonReminders>()({
  person: aadObjectId,
  timeZone: z.string().max(64).optional(),
  told: list(reminder),
  stopped: list(subject),
  later: list(form<PersonReminders['later'][number]>()({ subject, on: day })),
});

export const requestId = checked(isRequestId, opaque);
export const role = z.enum(roles);

const answered = { by: aadObjectId, at: instant };

export const roleRequest = form<RoleRequest>()({
  id: requestId,
  by: aadObjectId,
  name,
  of: aadObjectId,
  at: instant,
  answer: z
    .discriminatedUnion('as', [
      form<Answer<'granted'>>()({ as: z.literal('granted'), role, ...answered }),
      form<Answer<'declined'>>()({ as: z.literal('declined'), ...answered }),
    ])
    .optional(),
});
