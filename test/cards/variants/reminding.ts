import {
  reminderCard,
  whatOf,
  type MembershipReminder,
  type UnpaidReminder,
} from '../../../cards/reminder.ts';
import { remindLaterCard, type LaterProblem } from '../../../cards/reminder-later.ts';
import { remindersCard, type ReminderLine } from '../../../cards/reminder-list.ts';
import { settledCard } from '../../../cards/reminder-settled.ts';
import type { Language, Level } from '../../../membership/rules/catalogue.ts';
import type { ReminderSubject } from '../../../membership/rules/reminder.ts';
import type { Settlement } from '../../../membership/rules/settlement.ts';
import { analytics, buyer, competency, day, euro, nonce, order, orderNumber, payment } from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const calendar = 'https://bot.example/calendar/calendar-token';
const ofOrder: ReminderSubject = { kind: 'unpaid', order: orderNumber() };
const anniversary = day('2026-11-18');
const ofMembership: ReminderSubject = { kind: 'membership', level: 'gold', anniversary };

const unpaid = (changes: Partial<UnpaidReminder> = {}): UnpaidReminder => ({
  subject: ofOrder,
  step: 'unpaid',
  competency: analytics,
  level: 'gold',
  today: day('2026-12-14'),
  calendar,
  order: order(),
  mpnId: buyer.mpnId,
  credit: euro(0),
  price: euro(459800),
  held: false,
  methods: ['card', 'transfer'],
  ...changes,
});
const expired = (credit: number): UnpaidReminder =>
  unpaid({
    step: 'expired',
    today: day('2026-12-21'),
    order: order({ state: 'expired' }),
    credit: euro(credit),
    calendar: undefined,
  });
const membership = (changes: Partial<MembershipReminder> = {}): MembershipReminder => ({
  subject: ofMembership,
  step: 'opens',
  competency: competency('Small and Midmarket Cloud Solutions'),
  level: 'gold',
  today: day('2026-11-19'),
  calendar,
  anniversary,
  window: { opens: day('2026-11-19'), closes: day('2026-12-18') },
  price: euro(459800),
  ...changes,
});

const unpaidCards: readonly (readonly [name: string, view: UnpaidReminder])[] = [
  ['unpaid', unpaid()],
  ['unpaid, last day', unpaid({ today: day('2026-12-19') })],
  ['unpaid, proof under review', unpaid({ order: order({ state: 'proofUnderReview' }) })],
  ['unpaid, in part', unpaid({ order: order({ payments: [payment(100000)] }) })],
  ['unpaid, money held', unpaid({ held: true })],
  ['unpaid, no card here', unpaid({ methods: ['transfer'] })],
  ['expired', expired(0)],
  ['expired, some credit', expired(5000)],
  ['expired, all received', expired(459800)],
];
const membershipCards: readonly (readonly [name: string, view: MembershipReminder])[] = [
  ['before', membership({ step: 'before', today: day('2026-11-03'), paidWith: orderNumber(0.4) })],
  ['opens', membership()],
  ['closing', membership({ step: 'closing', today: day('2026-12-11') })],
  ['lapsed', membership({ step: 'lapsed', today: day('2026-12-21'), calendar: undefined })],
  ['unmet', membership({ step: 'opens', unmet: 'https://partner.example/competencies' })],
  ['lapsed and unmet', membership({ step: 'lapsed', unmet: 'https://partner.example/competencies' })],
];

const ways = [
  'paid',
  'cancelled',
  'orderedAgain',
  'renewed',
  'renewalOrdered',
  'upgraded',
  'ended',
] as const satisfies readonly Settlement['as'][];
const settlements: readonly Settlement[] = ways.flatMap((as) => [
  { as, on: day('2026-12-15'), by: 'Anna de Vries', order: orderNumber() },
  { as, on: day('2026-12-15') },
]);

const problems: readonly (LaterProblem | undefined)[] = [
  undefined,
  { kind: 'missing' },
  { kind: 'unreadable', typed: '31 februari' },
  { kind: 'refused', refusal: { kind: 'reminderDayPast' } },
  { kind: 'refused', refusal: { kind: 'reminderDayTooLate', last: day('2026-12-18') } },
];

const what = (language: Language, level: Level, name: string): string =>
  whatOf(language, { level, competency: competency(name) });

const lines = (language: Language): readonly ReminderLine[] => [
  {
    about: ofOrder,
    what: what(language, 'gold', 'Data Analytics'),
    until: { kind: 'payBy', day: day('2026-12-19') },
    stopped: false,
    next: day('2026-12-14'),
    calendar,
  },
  {
    about: ofMembership,
    what: what(language, 'silver', 'Security'),
    until: { kind: 'window', opens: day('2026-11-19'), closes: day('2026-12-18') },
    stopped: true,
    calendar,
  },
  {
    about: ofMembership,
    what: what(language, 'silver', 'DevOps'),
    until: { kind: 'window', opens: day('2026-11-19'), closes: day('2026-12-18') },
    stopped: false,
  },
];

/** Reminders, and what can be chosen about them. */
export const remindingCards: readonly Variant[] = [
  ...[...unpaidCards, ...membershipCards].map(([name, view]) =>
    variant(`reminder: ${name}`, (language) => reminderCard(language, view)),
  ),
  ...settlements.map((settlement) =>
    variant(`reminder settled: ${settlement.as}${settlement.by ? ', by somebody' : ''}`, (language) =>
      settledCard(language, { level: 'gold', competency: analytics, settlement }),
    ),
  ),
  ...problems.map((problem) =>
    variant(`remind me later: ${problem?.kind ?? 'asked'}`, (language) =>
      remindLaterCard(language, {
        nonce,
        about: ofOrder,
        what: what(language, 'gold', 'Data Analytics'),
        from: day('2026-12-15'),
        last: day('2026-12-19'),
        problem,
      }),
    ),
  ),
  variant('reminders', (language) => remindersCard(language, lines(language))),
  variant('reminders: none', (language) => remindersCard(language, [])),
];
