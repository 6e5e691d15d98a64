import type { OpenPage } from '../gateway-ports.ts';
import { cardDeclined, endAttempt, lookedAt, pageOpened } from '../rules/card.ts';
import type { Change } from '../rules/change.ts';
import { unchanged } from '../rules/change.ts';
import type { AttemptKey, CommandId, MpnId, OrderNumber } from '../rules/ids.ts';
import type { AttemptEnd } from '../rules/order.ts';
import type { News } from '../rules/message.ts';
import { orderOf, type Partner } from '../rules/partner.ts';
import type { Instant } from '../rules/calendar.ts';
import { admins } from '../rules/roles.ts';
import type { CardPorts } from './card-ports.ts';
import { orderNews, perform } from './perform.ts';
import { accepted, type Accepted } from './settle-charge.ts';

/** Which attempt of which order, and the command that tells of it. */
export interface AboutAttempt {
  readonly partner: MpnId;
  readonly order: OrderNumber;
  readonly key: AttemptKey;
  readonly command: CommandId;
}

/** Tells the people who wait for it, where anything changed that they should know. */
const record = async (
  ports: CardPorts,
  about: AboutAttempt,
  change: (partner: Partner, now: Instant) => Change,
  news?: News,
): Promise<Accepted> => {
  const { partner, order, command } = about;
  const doing = { partner, by: { kind: 'gateway' }, through: 'webhook', command } as const;
  const outcome = await perform(ports, doing, (before, now) => {
    if (!orderOf(before, order)) return { kind: 'accepted', change: unchanged(before), order, tell: [] };
    const changed = change(before, now);
    const waits = orderOf(changed.partner, order)?.state === 'awaitingCardPayment';
    const tell =
      news && waits && changed.events.length > 0
        ? [orderNews(admins(ports.catalogue, before), order, news)]
        : [];
    return { kind: 'accepted', change: changed, order, tell };
  });
  return accepted(outcome);
};

export const recordOpened = (ports: CardPorts, about: AboutAttempt, page: OpenPage): Promise<Accepted> =>
  record(ports, about, (partner) => pageOpened(partner, about.order, about.key, page));

/** @param news what people are told; nothing where they ended it themselves */
export const recordEnd = (
  ports: CardPorts,
  about: AboutAttempt,
  end: AttemptEnd,
  news?: News,
): Promise<Accepted> =>
  record(ports, about, (partner) => endAttempt(partner, about.order, about.key, end), news);

export const recordDeclined = (ports: CardPorts, about: AboutAttempt, at: Instant): Promise<Accepted> =>
  record(ports, about, (partner) => cardDeclined(partner, about.order, about.key, at), 'declined');

export const recordLook = (ports: CardPorts, about: AboutAttempt): Promise<Accepted> =>
  record(ports, about, (partner, now) => lookedAt(partner, about.order, about.key, now));
