import type { Card } from '../cards/elements.ts';
import { reminderCard, whatOf, type ReminderView } from '../cards/reminder.ts';
import type { ReminderLine } from '../cards/reminder-list.ts';
import { settledCard } from '../cards/reminder-settled.ts';
import { say } from '../cards/say.ts';
import { usedCard } from '../cards/used.ts';
import { methodsFor } from '../membership/deeds/buyer.ts';
import type { Catalogue, Competency, Language, Level } from '../membership/rules/catalogue.ts';
import { creditIn } from '../membership/rules/credit.ts';
import { windowOf } from '../membership/rules/membership.ts';
import { competenciesMet, offerFor } from '../membership/rules/offers.ts';
import { orderOf, personOf, type Partner } from '../membership/rules/partner.ts';
import { quoteFor } from '../membership/rules/pricing.ts';
import type { Reminder, ReminderStep, ReminderSubject } from '../membership/rules/reminder.ts';
import type { Upcoming } from '../membership/rules/reminder-choices.ts';
import { reminderDate } from '../membership/rules/reminder-date.ts';
import { settlementOf } from '../membership/rules/settlement.ts';
import { named, type Reader } from './views.ts';

type Of<Kind extends ReminderSubject['kind']> = Extract<ReminderSubject, { kind: Kind }>;

/** What a reminder says by now: an order may have expired since, a window have opened or closed. */
const stepNow = (
  { catalogue, today }: Reader,
  partner: Partner,
  { subject, step }: Pick<Reminder, 'subject' | 'step'>,
): ReminderStep => {
  if (subject.kind === 'unpaid') {
    return orderOf(partner, subject.order)?.state === 'expired' ? 'expired' : 'unpaid';
  }
  const { opens, closes } = windowOf(catalogue, subject.anniversary);
  if (today > closes) return 'lapsed';
  return step === 'before' && today >= opens ? 'opens' : step;
};

const isOrderStep = (step: ReminderStep): step is 'unpaid' | 'expired' =>
  step === 'unpaid' || step === 'expired';

const membershipOf = (partner: Partner, { level, anniversary }: Of<'membership'>) =>
  partner.memberships.find((held) => held.level === level && held.anniversary === anniversary);

/** What a reminder is about; undefined for what the partner does not have. */
export const bought = (
  catalogue: Catalogue,
  partner: Partner,
  subject: ReminderSubject,
): { readonly level: Level; readonly competency: Competency } | undefined => {
  const found = subject.kind === 'unpaid' ? orderOf(partner, subject.order) : membershipOf(partner, subject);
  return found && { level: found.level, competency: named(catalogue, found.competency) };
};

/** In a few words: "order 1234567890", "Gold membership, Data Analytics". */
export const subjectText = (
  language: Language,
  catalogue: Catalogue,
  partner: Partner,
  subject: ReminderSubject,
): string | undefined => {
  const about = bought(catalogue, partner, subject);
  return about && whatOf(language, about);
};

type Common = Pick<ReminderView, 'subject' | 'level' | 'competency' | 'today' | 'calendar'>;

const orderReminder = (
  { catalogue, methods, person, today }: Reader,
  partner: Partner,
  common: Common,
  step: 'unpaid' | 'expired',
): ReminderView | undefined => {
  const order = common.subject.kind === 'unpaid' ? orderOf(partner, common.subject.order) : undefined;
  if (!order) return undefined;
  const context = { catalogue, partner, person: personOf(partner, person), today };
  return {
    ...common,
    step,
    order,
    mpnId: partner.mpnId,
    credit: creditIn(partner, order.quote.total.currency),
    price: offerFor(context, order.competency, order.level).quote.total,
    held: partner.held.some((money) => money.order === order.number),
    methods: methodsFor({ catalogue, methods }, partner.country),
  };
};

const membershipReminder = (
  { catalogue }: Reader,
  partner: Partner,
  common: Common,
  step: Exclude<ReminderStep, 'unpaid' | 'expired'>,
): ReminderView | undefined => {
  const held = common.subject.kind === 'membership' ? membershipOf(partner, common.subject) : undefined;
  return (
    held && {
      ...common,
      step,
      anniversary: held.anniversary,
      window: windowOf(catalogue, held.anniversary),
      price: quoteFor(catalogue, partner, held.level, false).total,
      unmet:
        competenciesMet(catalogue, partner, held.level).length === 0
          ? catalogue.links.competencies
          : undefined,
      paidWith: held.order,
    }
  );
};

const expiredSince = (
  language: Language,
  subject: ReminderSubject,
  about: Parameters<typeof whatOf>[1],
): Card =>
  usedCard(language, {
    title: say(language, 'reminder.expired', { what: whatOf(language, about) }),
    ...(subject.kind === 'unpaid' ? { facts: [[say(language, 'orderNumber'), subject.order]] } : {}),
  });

/** A reminder as this reader sees it now; once the matter is settled, who settled it. `partner` is taken as of now. */
export const viewReminder = (
  reader: Reader,
  partner: Partner,
  reminder: Pick<Reminder, 'subject' | 'step'>,
): Card | undefined => {
  const { language, catalogue, today, urls } = reader;
  const { subject } = reminder;
  const step = stepNow(reader, partner, reminder);
  const about = bought(catalogue, partner, subject);
  if (!about) return undefined;
  const settlement = settlementOf(partner, subject);
  if (settlement) return settledCard(language, { ...about, settlement });
  // The expiry is told by a reminder of its own: those before it need not all say it, and offer the same.
  if (reminder.step === 'unpaid' && step === 'expired') return expiredSince(language, subject, about);
  const dated = reminderDate(catalogue, partner, subject, today);
  const common = { ...about, subject, today, calendar: dated && urls.calendar(subject) };
  const view = isOrderStep(step)
    ? orderReminder(reader, partner, common, step)
    : membershipReminder(reader, partner, common, step);
  return view && reminderCard(language, view);
};

/** A matter's line on the list of reminders. */
export const reminderLine = (
  { language, catalogue, today, urls }: Reader,
  partner: Partner,
  { subject, stopped, next, last }: Upcoming,
): ReminderLine => ({
  about: subject,
  what: subjectText(language, catalogue, partner, subject) ?? '',
  until:
    subject.kind === 'membership'
      ? { kind: 'window', ...windowOf(catalogue, subject.anniversary) }
      : { kind: 'payBy', day: last },
  stopped,
  next,
  calendar: reminderDate(catalogue, partner, subject, today) && urls.calendar(subject),
});
