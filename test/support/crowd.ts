import type { ChatRecord } from '../../membership/ports.ts';
import { instant, type Instant } from '../../membership/rules/calendar.ts';
import type { AadObjectId, MessageId, MpnId, OrderNumber, TenantId } from '../../membership/rules/ids.ts';
import { drawOrderNumber } from '../../membership/rules/order-number.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Store } from '../../store/contract.ts';
import { testBot, type TestBot } from './bot.ts';
import type { Misbehaviour } from './connector.ts';
import { order, partner, person } from './partner.ts';
import type { Order } from '../../membership/rules/order.ts';
import type { OutboxMessage } from '../../membership/rules/message.ts';

/** All messages of these tests wait for this moment: a Wednesday, as work begins in Amsterdam. */
export const due = instant(new Date('2026-03-04T08:00:00Z'));
export const after = (ms: number): Instant => instant(new Date(Date.parse(due) + ms));
export const minute = 60_000;

/** An organisation whose people all have the bot, each with messages that wait. */
export interface Group {
  readonly nth: number;
  readonly people: number;
  readonly messagesEach: number;
  /** News are in the outbox; of an unpaid order its buyer is reminded for the first time. */
  readonly waits: 'news' | 'reminders';
}

export const groups = (count: number, waits: Group['waits'] = 'news'): readonly Group[] =>
  Array.from({ length: count }, (_, nth) => ({ nth, people: 1, messagesEach: 1, waits }));

const tenantOf = ({ nth }: Group): TenantId => `tenant-${nth}` as TenantId;
const personIn = ({ nth }: Group, which: number): AadObjectId => `person-${nth}-${which}` as AadObjectId;
export const conversationOf = (group: Group, which = 0): string => `a:${personIn(group, which)}`;
export const whoIs = (group: Group) => ({
  tenantId: tenantOf(group),
  aadObjectId: personIn(group, 0),
  name: 'Ada',
});

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, nth) => nth);

/** Day 23 of an order that was placed then is the day of {@link due}. */
const placedAt = instant(new Date('2026-02-09T12:00:00Z'));

const newsOf = (orders: readonly Order[], to: AadObjectId, at: Instant): readonly OutboxMessage[] =>
  orders.map(({ number }) => ({
    id: `${to} ${number}` as MessageId,
    to,
    about: { kind: 'order', order: number, news: 'cancelled' },
    at,
    status: 'pending',
    attempts: 0,
  }));

const numberOf = ({ nth }: Group, n: number): OrderNumber =>
  drawOrderNumber(() => (nth * 100 + n + 0.5) / 9e8);
const mpnIdOf = ({ nth }: Group): MpnId => String(6_000_000 + nth) as MpnId;

/** All that is a group's own where it is one person with one message, its MPN ID first. */
export const idsOf = (group: Group): readonly string[] => [
  mpnIdOf(group),
  tenantOf(group),
  personIn(group, 0),
  numberOf(group, 0),
];

const partnerWith = (group: Group, at: Instant): Partner => {
  const { messagesEach, waits } = group;
  const people = upTo(group.people).map((which) => personIn(group, which));
  const [buyer = personIn(group, 0)] = people;
  const state = waits === 'news' ? 'cancelled' : 'awaitingTransfer';
  const orders = upTo(messagesEach).map((n) =>
    order({ number: numberOf(group, n), state, placedAt, placedBy: buyer }),
  );
  return partner({
    mpnId: mpnIdOf(group),
    locationIds: [],
    tenantId: tenantOf(group),
    people: people.map((id) => person(id, 'globalAdmin')),
    orders,
    outbox: waits === 'news' ? people.flatMap((to) => newsOf(orders, to, at)) : [],
  });
};

const chatOf = (serviceUrl: string, group: Group, which: number): ChatRecord => {
  const aadObjectId = personIn(group, which);
  const tenantId = tenantOf(group);
  const conversation = { id: conversationOf(group, which), conversationType: 'personal', tenantId };
  const reference = {
    channelId: 'msteams',
    serviceUrl,
    conversation,
    user: { id: `29:${aadObjectId}`, aadObjectId },
    bot: { id: '28:bot', name: 'Membership' },
  };
  return { person: { tenantId, aadObjectId }, name: 'Ada', installed: true, reference, cards: [] };
};

/** Many at once, and not so many that one file confirms too much. */
const atOnce = 500;

/**
 * Puts them into a store, in the place of what it has of them.
 * @param serviceUrl of the connector that their chats are on
 * @param at when their news are due
 */
export const seed = async (
  { bulk, chats }: Pick<Store, 'bulk' | 'chats'>,
  all: readonly Group[],
  { serviceUrl, at }: { readonly serviceUrl: string; readonly at: Instant },
): Promise<void> => {
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    const partners = some.map((group) => partnerWith(group, at));
    const keys = {
      partners: partners.map(({ mpnId }) => mpnId),
      tenants: partners.map(({ tenantId }) => tenantId),
      mpnIds: [],
      orders: partners.flatMap(({ orders }) => orders.map(({ number }) => number)),
    };
    await bulk.replace(keys, () => partners);
    const records = some.flatMap((group) =>
      upTo(group.people).map((which) => chatOf(serviceUrl, group, which)),
    );
    await Promise.all(records.map((record) => chats.write(record)));
  }
};

/** A bot with these organisations, an hour before their messages are due. */
export const withCrowd = async (
  all: readonly Group[],
  work: (bot: TestBot) => Promise<void>,
): Promise<void> => {
  const bot = await testBot({ partners: { partners: [] }, now: after(-60 * minute) });
  try {
    await seed(bot.app.store, all, { serviceUrl: bot.connector.serviceUrl, at: due });
    await work(bot);
  } finally {
    bot.connector.treat(() => undefined);
    await bot.stop();
  }
};

/** The clock stands at a moment, and all that is due then is done. */
export const sweepAt = async (bot: TestBot, moment: Instant): Promise<void> => {
  bot.clock.set(moment);
  await bot.app.runDue(moment, () => undefined);
};

/** How often each conversation was told something. */
export const told = (bot: TestBot): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { conversation, activity } of bot.connector.recorded)
    if (activity.type === 'message') counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
  return counts;
};

/** How often the bot called, by conversation; refused calls too. */
export const called = (bot: TestBot): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { conversation } of bot.connector.arrivals)
    counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
  return counts;
};

/** Resolves as soon as so many conversations were told something. */
export const untilTold = async (bot: TestBot, conversations: ReadonlySet<string>): Promise<void> => {
  const waited = [...conversations].map((wanted) =>
    bot.connector.waitFor(({ conversation }) => conversation === wanted),
  );
  await Promise.all(waited);
};

export const status = (code: number, retryAfterSeconds?: number): Misbehaviour => ({
  kind: 'status',
  status: code,
  ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
});

/** Whether every conversation of these was told exactly so often. */
export const eachTold = (bot: TestBot, all: readonly Group[], times: number): boolean => {
  const counts = told(bot);
  return all.every((group) => (counts.get(conversationOf(group)) ?? 0) === times);
};

/** How many messages still wait, at all organisations. */
export const waiting = async (bot: TestBot): Promise<number> => {
  let count = 0;
  for await (const { outbox } of bot.app.store.partners.all())
    count += outbox.filter((message) => message.status === 'pending').length;
  return count;
};
