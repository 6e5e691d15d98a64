import { addDays, dayOf, startOf, type Day, type Instant } from './calendar.ts';
import { levels, type Catalogue } from './catalogue.ts';
import { currentMembership, newestMembership, standingOf, windowOf } from './membership.ts';
import { openOrderFor } from './offers.ts';
import { isOpen, placedOn, type Order } from './order.ts';
import { orderOf, type Membership, type Partner } from './partner.ts';
import type { Reminder, ReminderStep, ReminderSubject } from './reminder.ts';

/** One step of a matter, before it is known who reads it where. */
export interface StepOn {
  readonly step: ReminderStep;
  readonly on: Day;
  /** What it says is not so before: a window that opens, an order that expired. */
  readonly from?: Instant | undefined;
  /** What it says helps nobody from then on. */
  readonly until: Instant;
}

/** Something that people are reminded of, with all its steps, by day. */
export interface Matter {
  readonly subject: ReminderSubject;
  readonly steps: readonly StepOn[];
  /** The last day on which something can be done about it. */
  readonly last: Day;
}

/** `expired` and `lapsed` tell of what has happened: at once in working hours, whoever wanted to hear later. */
export const tellsOfFact = (step: ReminderStep): boolean => step === 'expired' || step === 'lapsed';

/** So long after it happened it is news; after an absence that was longer nobody is told of it any more. */
const daysOfNews = 14;

const endOf = (day: Day): Instant => startOf(addDays(day, 1));
const fact = (step: 'expired' | 'lapsed', on: Day): StepOn => ({
  step,
  on,
  from: startOf(on),
  until: startOf(addDays(on, daysOfNews)),
});

/** Expired; whoever has ordered the level again since, or a higher one, needs not be told. */
const cameToNothing = (partner: Partner, { state, level, placedAt }: Order): boolean =>
  state === 'expired' &&
  !partner.orders.some(
    (other) => other.placedAt > placedAt && (other.level === level || other.level === 'gold'),
  );

const unpaidSteps = ({ reminders }: Catalogue, partner: Partner, order: Order): readonly StepOn[] => {
  if (isOpen(order.state)) {
    const days = reminders.unpaid.map((days) => addDays(placedOn(order), days));
    return days.map((on) => ({ step: 'unpaid', on, until: endOf(order.lastDay) }));
  }
  return cameToNothing(partner, order) ? [fact('expired', addDays(order.lastDay, 1))] : [];
};

const unpaid = (catalogue: Catalogue, partner: Partner): readonly Matter[] =>
  partner.orders
    .filter((order) => order.method === 'transfer')
    .map((order) => ({
      subject: { kind: 'unpaid' as const, order: order.number },
      steps: unpaidSteps(catalogue, partner, order),
      last: order.lastDay,
    }))
    .filter(({ steps }) => steps.length > 0);

/** The day on which an order ended that had held a membership. */
const endedOn = (partner: Partner, order: Order): readonly Day[] => {
  switch (order.state) {
    case 'expired':
      return [addDays(order.lastDay, 1)];
    case 'cancelled':
      return order.cancelled ? [dayOf(order.cancelled.at)] : [];
    case 'refunded':
    case 'reversed':
      return partner.memberships.flatMap((held) =>
        held.order === order.number ? (held.ended?.on ?? []) : [],
      );
    case 'awaitingCardPayment':
    case 'awaitingTransfer':
    case 'proofUnderReview':
    case 'active':
      return [];
  }
};

/** The day after the window, or that on which the last renewal that had held it ended. */
const lapsesOn = (partner: Partner, { level, anniversary }: Membership, closes: Day): Day =>
  partner.orders
    .filter((order) => order.level === level && order.renews === anniversary)
    .flatMap((order) => endedOn(partner, order))
    .reduce((last, day) => (day > last ? day : last), addDays(closes, 1));

const renewal = (catalogue: Catalogue, partner: Partner, held: Membership): Matter => {
  const { level, anniversary } = held;
  const { opens, closes } = windowOf(catalogue, anniversary);
  const { beforeAnniversary, afterAnniversary } = catalogue.reminders;
  return {
    subject: { kind: 'membership', level, anniversary },
    last: closes,
    steps: [
      { step: 'before', on: addDays(anniversary, -beforeAnniversary), until: endOf(anniversary) },
      { step: 'opens', on: opens, from: startOf(opens), until: endOf(closes) },
      { step: 'closing', on: addDays(anniversary, afterAnniversary), until: endOf(closes) },
      fact('lapsed', lapsesOn(partner, held, closes)),
    ],
  };
};

/** What there is to remind a partner's people of, sooner or later; a membership that was renewed or ended is not. */
export const mattersOf = (catalogue: Catalogue, partner: Partner): readonly Matter[] => [
  ...unpaid(catalogue, partner),
  ...levels.flatMap((level) => {
    const held = newestMembership(partner, level);
    return held ? [renewal(catalogue, partner, held)] : [];
  }),
];

/** What a reminder of a matter would say on a day. */
export const stepOn = ({ subject, steps }: Matter, day: Day): ReminderStep => {
  if (subject.kind === 'unpaid') return 'unpaid';
  const begun = steps.filter(({ step, on }) => !tellsOfFact(step) && on <= day);
  return begun.at(-1)?.step ?? 'before';
};

/** What is paid in full is open no more. */
const isUnpaid = (order: Order, day: Day): boolean => isOpen(order.state) && day <= order.lastDay;

const membershipNeeds = (catalogue: Catalogue, partner: Partner, held: Membership, day: Day) => ({
  covered: held.level === 'silver' && currentMembership(catalogue, partner, 'gold', day) !== undefined,
  ordered: openOrderFor(partner, held.level) !== undefined,
  standing: standingOf(catalogue, partner, held, day),
});

/** Whether what a reminder says is so on a day, and still to be done, as far as is known now. */
export const isTrue = (
  catalogue: Catalogue,
  partner: Partner,
  { subject, step }: Pick<Reminder, 'subject' | 'step'>,
  day: Day,
): boolean => {
  if (subject.kind === 'unpaid') {
    const order = orderOf(partner, subject.order);
    return order !== undefined && (step === 'expired' ? cameToNothing(partner, order) : isUnpaid(order, day));
  }
  const held = newestMembership(partner, subject.level);
  if (held?.anniversary !== subject.anniversary) return false;
  const { covered, ordered, standing } = membershipNeeds(catalogue, partner, held, day);
  if (covered) return false;
  if (step === 'before') return standing === 'active';
  return !ordered && standing === (step === 'lapsed' ? 'lapsed' : 'inWindow');
};
