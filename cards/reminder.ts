import { daysBetween, oneYearAfter, type Day } from '../membership/rules/calendar.ts';
import type { Competency, Language, Level, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { Money } from '../membership/rules/money.ts';
import { due, type Order } from '../membership/rules/order.ts';
import type { ReminderStep, ReminderSubject } from '../membership/rules/reminder.ts';
import { card, copyable, facts, heading, link, text, type Card, type Element } from './elements.ts';
import { showDay, showMoney } from './format.ts';
import { reminderActions } from './reminder-actions.ts';
import { say } from './say.ts';

interface About {
  readonly subject: ReminderSubject;
  readonly competency: Competency;
  readonly level: Level;
  readonly today: Day;
  /** The calendar entry of the date, while the date is still to come. */
  readonly calendar?: string | undefined;
}

/** A transfer order that is not paid, or was not paid in time. */
export interface UnpaidReminder extends About {
  readonly step: 'unpaid' | 'expired';
  readonly order: Order;
  readonly mpnId: string;
  /** What the partner has to its credit in the order's currency, and what the same would cost now. */
  readonly credit: Money;
  readonly price: Money;
  /** Money came in for it that an operator has to place. */
  readonly held: boolean;
  readonly methods: readonly PaymentMethod[];
}

/** A membership that is to be renewed, or was not. */
export interface MembershipReminder extends About {
  readonly step: Exclude<ReminderStep, 'unpaid' | 'expired'>;
  readonly anniversary: Day;
  readonly window: { readonly opens: Day; readonly closes: Day };
  /** What a renewal costs now. */
  readonly price: Money;
  /** Where the requirements are written, while they are met for no competency. */
  readonly unmet?: string | undefined;
  /** The order that paid for it, where there is one. */
  readonly paidWith?: Order['number'] | undefined;
}

export type ReminderView = UnpaidReminder | MembershipReminder;

/** "Gold membership, Data Analytics". */
export const whatOf = (
  language: Language,
  { level, competency }: Pick<About, 'level' | 'competency'>,
): string => `${say(language, `membership.${level}`)}, ${competency.name}`;

const large = (words: string): Element => text(words, { size: 'large', weight: 'bolder', spacing: 'small' });
const bold = (words: string): Element => text(words, { weight: 'bolder', spacing: 'none' });

const deadlineLine = (
  language: Language,
  key: 'reminder.payBy' | 'reminder.renewBy',
  today: Day,
  day: Day,
): Element =>
  bold(say(language, key, { day: showDay(language, day), count: Math.max(0, daysBetween(today, day)) }));

const unpaidNext = ({ held, order }: UnpaidReminder) => {
  if (held) return 'reminder.heldNext';
  return order.state === 'proofUnderReview' ? 'reminder.reviewNext' : 'reminder.transferNext';
};

const unpaidLines = (language: Language, view: UnpaidReminder): readonly Element[] => {
  const { order, mpnId, today } = view;
  const next = unpaidNext(view);
  return [
    large(showMoney(language, due(order))),
    deadlineLine(language, 'reminder.payBy', today, order.lastDay),
    text(say(language, next)),
    ...(next === 'reminder.transferNext'
      ? [text(say(language, 'wireReference'), { isSubtle: true }), copyable(`${order.number} ${mpnId}`)]
      : [facts([say(language, 'orderNumber'), order.number])]),
  ];
};

/** What the partner's money does for a new order. */
const creditLines = (language: Language, { credit, price }: UnpaidReminder): readonly Element[] => {
  const amount = showMoney(language, credit);
  if (credit.minor === 0) return [text(say(language, 'reminder.moneyOnItsWay'))];
  return credit.minor < price.minor
    ? [text(say(language, 'reminder.creditPart', { credit: amount }), { weight: 'bolder' })]
    : [
        text(say(language, 'nothingToPay', { credit: amount }), { weight: 'bolder' }),
        text(say(language, 'reminder.creditCovers'), { spacing: 'small' }),
      ];
};

const expiredLines = (language: Language, view: UnpaidReminder): readonly Element[] => [
  large(showMoney(language, view.order.quote.total)),
  bold(say(language, 'reminder.notPaidBy', { day: showDay(language, view.order.lastDay) })),
  ...creditLines(language, view),
  facts([say(language, 'orderNumber'), view.order.number]),
];

const beforeLines = (language: Language, { window, anniversary }: MembershipReminder): readonly Element[] => [
  large(say(language, 'reminder.opensOn', { day: showDay(language, window.opens) })),
  text(
    say(language, 'next.activeUntil', {
      anniversary: showDay(language, anniversary),
      opens: showDay(language, window.opens),
      closes: showDay(language, window.closes),
    }),
  ),
];

const requirements = (language: Language, url: string): Element => link(say(language, 'requirements'), url);

const unmetLines = (
  language: Language,
  { level, window }: MembershipReminder,
  url: string,
): readonly Element[] => [
  text(
    `✖ ${say(language, 'renew.noneMet', {
      membership: say(language, `membership.${level}`),
      level: say(language, `level.${level}`),
    })}`,
    { weight: 'bolder' },
  ),
  text(say(language, 'reminder.unmetNext', { closes: showDay(language, window.closes) })),
  requirements(language, url),
];

const lapsedLines = (language: Language, { window, unmet }: MembershipReminder): readonly Element[] => {
  const day = showDay(language, window.closes);
  return unmet === undefined
    ? [text(say(language, 'reminder.lapsedNext', { day }))]
    : [text(say(language, 'reminder.lapsedUnmet', { day })), requirements(language, unmet)];
};

const windowLines = (language: Language, view: MembershipReminder): readonly Element[] => [
  large(showMoney(language, view.price)),
  deadlineLine(language, 'reminder.renewBy', view.today, view.window.closes),
  text(
    say(language, 'reminder.renewNext', {
      closes: showDay(language, view.window.closes),
      from: showDay(language, view.anniversary),
      to: showDay(language, oneYearAfter(view.anniversary)),
    }),
  ),
];

const lines = (language: Language, view: ReminderView): readonly Element[] => {
  switch (view.step) {
    case 'unpaid':
      return unpaidLines(language, view);
    case 'expired':
      return expiredLines(language, view);
    case 'before':
      return beforeLines(language, view);
    case 'opens':
    case 'closing':
      return view.unmet === undefined ? windowLines(language, view) : unmetLines(language, view, view.unmet);
    case 'lapsed':
      return lapsedLines(language, view);
  }
};

/** What can't be renewed as things are is not called for. */
const titleOf = (view: ReminderView): ReminderStep | 'unmet' => {
  const { step } = view;
  return (step === 'opens' || step === 'closing') && view.unmet !== undefined ? 'unmet' : step;
};

/** A reminder: what it is about, amount and date, the next step, then nothing. */
export const reminderCard = (language: Language, view: ReminderView): Card => {
  const title = say(language, `reminder.${titleOf(view)}`, { what: whatOf(language, view) });
  return card(title, [heading(title), ...lines(language, view)], reminderActions(language, view));
};
