import { showMoney } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { subjectText } from '../../dialogs/reminders-view.ts';
import type { DeedPorts } from '../../membership/deeds/perform.ts';
import { authorityRefusal } from '../../membership/deeds/authority.ts';
import type { ChatRecords } from '../../membership/ports.ts';
import { asOf } from '../../membership/rules/as-of.ts';
import { dayOf } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import { due } from '../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../membership/rules/partner.ts';
import { reminderDate, type ReminderDate } from '../../membership/rules/reminder-date.ts';
import type { ReminderSubject } from '../../membership/rules/reminder.ts';
import type { CalendarClaim } from '../links/claims.ts';
import { languageFor } from '../turns/chat.ts';
import type { CalendarEntry } from './entry.ts';

const uidOf = (mpnId: MpnId, subject: ReminderSubject, { kind }: ReminderDate): string =>
  subject.kind === 'unpaid'
    ? `order-${subject.order}@membership-bot`
    : `${mpnId}-${subject.level}-${subject.anniversary}-${kind}@membership-bot`;

/** What is to be done by then, in a line or two. */
const descriptionOf = (language: Language, partner: Partner, subject: ReminderSubject): string => {
  const order = subject.kind === 'unpaid' ? orderOf(partner, subject.order) : undefined;
  if (!order) return partner.name;
  return [
    partner.name,
    `${say(language, 'amountDue')}: ${showMoney(language, due(order))}`,
    `${say(language, 'wireReference')}: ${order.number} ${partner.mpnId}`,
  ].join('\n');
};

/**
 * The date of a reminder for whoever may still act on it.
 * @returns undefined where the person has no role any more, the matter is settled or the date is over
 */
export const reminderEntry = async (
  { partners, clock, catalogue }: Pick<DeedPorts, 'partners' | 'clock' | 'catalogue'>,
  chats: ChatRecords,
  { partner: id, person, subject }: CalendarClaim,
): Promise<CalendarEntry | undefined> => {
  const now = clock.now();
  const stored = await partners.read(id);
  const partner = stored && asOf(stored, now).partner;
  if (!partner || authorityRefusal(catalogue, partner, person)) return undefined;
  const date = reminderDate(catalogue, partner, subject, dayOf(now));
  const record = await chats.read({ tenantId: partner.tenantId, aadObjectId: person });
  const language = record ? languageFor(record) : 'en';
  const what = subjectText(language, catalogue, partner, subject);
  if (!date || what === undefined) return undefined;
  return {
    uid: uidOf(partner.mpnId, subject, date),
    day: date.day,
    title: say(language, `calendar.${date.kind}`, { what }),
    description: descriptionOf(language, partner, subject),
    language,
    at: now,
  };
};
