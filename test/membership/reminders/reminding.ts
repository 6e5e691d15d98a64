import { keepTime, type TimePorts } from '../../../membership/deeds/keep-time.ts';
import { markMessages } from '../../../membership/deeds/mark-message.ts';
import type { DeedPorts } from '../../../membership/deeds/perform.ts';
import { addDays, instant, type Instant } from '../../../membership/rules/calendar.ts';
import type { Catalogue } from '../../../membership/rules/catalogue.ts';
import type { OutboxMessage } from '../../../membership/rules/message.ts';
import { nextDue } from '../../../membership/rules/next-due.ts';
import type { Order } from '../../../membership/rules/order.ts';
import type { Membership, Partner } from '../../../membership/rules/partner.ts';
import type { PersonReminders } from '../../../membership/rules/reminder.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, day, order, partner } from '../../support/partner.ts';
import { foreseenChance, partnersInMemory } from '../../support/partners.ts';

const { mpnId } = partner();

/** "2026-03-25 Wed 09:00" in a time zone. */
export const localText = (at: Instant, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const {
    year,
    month,
    day: date,
    weekday,
    hour,
    minute,
  } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year}-${month}-${date} ${weekday} ${hour}:${minute}`;
};

/** A transfer order that was placed at noon of a day. */
export const placed = (on: string, given: Partial<Order> = {}): Order =>
  order({ placedAt: `${on}T12:00:00.000Z` as Instant, lastDay: addDays(day(on), 30), ...given });

export const choices = (given: Partial<PersonReminders>): PersonReminders => ({
  person: ada,
  told: [],
  stopped: [],
  later: [],
  ...given,
});

/** Whom it is about, from when to when, and what they are sent, by the clock of the zone. */
export type Row = readonly [
  says: string,
  zone: string,
  owner: Partner,
  from: string,
  until: string,
  sent: readonly string[],
];

/** Someone who works in that zone. */
export const at = (timeZone: string | undefined, given: Partial<Partner> = {}): Partner =>
  partner({ reminders: [choices({ timeZone })], ...given });

export const paidUntil = (anniversary: string, given: Partial<Membership> = {}): Membership => ({
  level: 'silver',
  competency: order().competency,
  paidOn: day(`${Number(anniversary.slice(0, 4)) - 1}${anniversary.slice(4)}`),
  anniversary: day(anniversary),
  benefitsUsed: false,
  ...given,
});

/** A partner's bot with a clock that is set by hand; messages are sent the moment that they may be. */
export const reminding = (owner: Partner, start: string, sold: Catalogue = catalogue) => {
  let now = instant(new Date(start));
  const store = partnersInMemory(owner);
  const ports: TimePorts & DeedPorts = {
    partners: store,
    clock: { now: () => now },
    chance: foreseenChance(),
    catalogue: sold,
    methods: ['transfer'],
  };
  const read = async (): Promise<Partner> => (await store.read(mpnId))!;
  const send = async (): Promise<readonly OutboxMessage[]> => {
    const due = (await read()).outbox.filter(({ status, at: when }) => status === 'pending' && when <= now);
    const ids = due.map(({ id }) => id);
    if (ids.length > 0) await markMessages(store, mpnId, ids, (one) => ({ ...one, status: 'sent' }));
    return due;
  };
  const set = (moment: string): void => void (now = instant(new Date(moment)));
  return {
    ports,
    store,
    read,
    set,
    now: () => now,
    keep: () => keepTime(ports, mpnId),
    send,
    change: (edit: (stored: Partner) => Partner) =>
      store.change(mpnId, (stored) => ({ kind: 'commit', partner: edit(stored), answer: undefined })),
    /** Does all that falls due up to a moment, as the scheduler would; answers with what was sent, and when. */
    until: async (moment: string): Promise<readonly (OutboxMessage & { readonly sentAt: Instant })[]> => {
      const end = instant(new Date(moment));
      const sent: (OutboxMessage & { readonly sentAt: Instant })[] = [];
      for (let turns = 0; ; turns += 1) {
        if (turns > 200) throw new Error('it never ends');
        const due = nextDue(sold, await read());
        if (due === undefined || due > end) break;
        if (due > now) now = due;
        await keepTime(ports, mpnId);
        sent.push(...(await send()).map((message) => ({ ...message, sentAt: now })));
      }
      now = end;
      return sent;
    },
  };
};

export const shownIn =
  (timeZone: string) =>
  ({ about, sentAt }: OutboxMessage & { readonly sentAt: Instant }): string =>
    about.kind === 'reminder' ? `${localText(sentAt, timeZone)} ${about.reminder.step}` : about.kind;
