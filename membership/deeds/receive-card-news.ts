import type { CardNews, ParkedCardNews } from '../gateway-ports.ts';
import { receiptOf } from '../rules/card.ts';
import { unchanged, type Change } from '../rules/change.ts';
import type { CommandId, MpnId } from '../rules/ids.ts';
import type { Money } from '../rules/money.ts';
import type { Partner } from '../rules/partner.ts';
import { takeBack } from '../rules/taking-back.ts';
import type { Instant } from '../rules/calendar.ts';
import { recordDeclined, recordEnd } from './card-attempt.ts';
import { admins } from '../rules/roles.ts';
import type { CardPorts } from './card-ports.ts';
import { newsOfGone } from './news.ts';
import { perform } from './perform.ts';
import { accepted, settleCharge, type Accepted } from './settle-charge.ts';

/** `later`: about an order or a charge that nobody here knows yet. */
export type NewsOutcome = { readonly kind: 'done'; readonly outcome: Accepted } | { readonly kind: 'later' };

type Gone = Extract<CardNews, { kind: 'refunded' | 'reversed' }>;

/** A part that was paid back changes no state. */
const takenAway = (partner: Partner, whole: Money, news: Gone, now: Instant): Change =>
  news.kind === 'refunded' && news.amount.minor < whole.minor
    ? unchanged(partner)
    : takeBack(partner, { charge: news.charge, as: news.kind }, now);

const followTakenAway = async (
  ports: CardPorts,
  partner: MpnId,
  command: CommandId,
  news: Gone,
): Promise<NewsOutcome> => {
  const known = await ports.partners.read(partner);
  const receipt = known && receiptOf(known, news.charge);
  if (!receipt) return { kind: 'later' };
  const doing = { partner, by: { kind: 'gateway' }, through: 'webhook', command } as const;
  const outcome = await perform(ports, doing, (before, now) => {
    const change = takenAway(before, receipt.amount, news, now);
    const tell = newsOfGone(change, admins(ports.catalogue, before), news.kind);
    return { kind: 'accepted', change, order: receipt.order, tell };
  });
  return { kind: 'done', outcome: accepted(outcome) };
};

const follow = async (
  ports: CardPorts,
  partner: MpnId,
  command: CommandId,
  news: CardNews,
): Promise<NewsOutcome> => {
  switch (news.kind) {
    case 'paid':
      return { kind: 'done', outcome: await settleCharge(ports, partner, news.charge, command) };
    case 'declined': {
      const about = { partner, order: news.order, key: news.attempt, command };
      return { kind: 'done', outcome: await recordDeclined(ports, about, news.at) };
    }
    case 'pageExpired': {
      const about = { partner, order: news.order, key: news.attempt, command };
      return { kind: 'done', outcome: await recordEnd(ports, about, 'expired', 'pageEnded') };
    }
    case 'refunded':
    case 'reversed':
      return followTakenAway(ports, partner, command, news);
  }
};

const partnerOf = (ports: CardPorts, news: CardNews): Promise<MpnId | undefined> => {
  switch (news.kind) {
    case 'paid':
      return ports.partners.ofOrder(news.charge.order);
    case 'declined':
    case 'pageExpired':
      return ports.partners.ofOrder(news.order);
    case 'refunded':
    case 'reversed':
      return ports.partners.ofPayment(news.charge);
  }
};

/** What the gateway tells has its effect, once; what can't be placed comes back as `later`. */
export const receiveCardNews = async (
  ports: CardPorts,
  id: CommandId,
  news: CardNews,
): Promise<NewsOutcome> => {
  const partner = await partnerOf(ports, news);
  return partner ? follow(ports, partner, id, news) : { kind: 'later' };
};

export interface ParkingPorts extends CardPorts {
  readonly parked: ParkedCardNews;
}

/** The same for news as they come in: what can't be placed is kept before it is acknowledged. */
export const receiveOrPark = async (
  ports: ParkingPorts,
  id: CommandId,
  news: CardNews,
): Promise<NewsOutcome> => {
  const outcome = await receiveCardNews(ports, id, news);
  if (outcome.kind === 'later') await ports.parked.park({ id, news, at: ports.clock.now() });
  return outcome;
};

/** Tries again what was parked. @returns what found its place */
export const retryParked = async (ports: ParkingPorts): Promise<readonly Accepted[]> => {
  const placed: Accepted[] = [];
  for (const { id, news } of await ports.parked.all()) {
    const outcome = await receiveCardNews(ports, id, news);
    if (outcome.kind === 'later') continue;
    placed.push(outcome.outcome);
    await ports.parked.remove(id);
  }
  return placed;
};
