import { beginAttempt, currentAttempt, isUsable } from '../rules/card.ts';
import { unchanged } from '../rules/change.ts';
import type { Language } from '../rules/catalogue.ts';
import type { AadObjectId, OrderNumber } from '../rules/ids.ts';
import type { CardAttempt } from '../rules/order.ts';
import type { Refusal } from '../rules/refusals.ts';
import { actOn } from './authority.ts';
import { recordEnd, recordOpened } from './card-attempt.ts';
import { wishOf, type CardPorts } from './card-ports.ts';
import { closeCardPage } from './close-card-page.ts';
import { mustHave } from '../rules/change.ts';
import { perform, type Doing } from './perform.ts';
import type { Accepted } from './settle-charge.ts';

/** Who wants to pay which order, and in which language the page should be. */
export interface OpenCardPage {
  readonly person: AadObjectId;
  readonly order: OrderNumber;
  readonly language: Language;
}

export type OpenedCardPage =
  { readonly kind: 'page'; readonly url: string } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The attempt that goes on, or a new one: recorded before the gateway hears of it. */
const reserve = (ports: CardPorts, doing: Doing, wish: OpenCardPage) =>
  perform(ports, doing, (partner, now) => {
    const found = actOn(ports.catalogue, partner, wish.person, wish.order);
    if (found.kind === 'refused') return found;
    const { order } = found;
    if (order.state !== 'awaitingCardPayment') {
      return {
        kind: 'refused',
        refusal: { kind: 'notPayableByCard', order: order.number, state: order.state },
      };
    }
    const going = currentAttempt(order);
    const change = going ? unchanged(partner) : beginAttempt(partner, order.number, wish.language, now);
    return { kind: 'accepted', change, order: order.number, tell: [] };
  });

const unsure = (order: OrderNumber): OpenedCardPage => ({
  kind: 'refused',
  refusal: { kind: 'gatewayUnsure', order },
});

const ask = async (
  ports: CardPorts,
  { partner, order: number }: Accepted,
  attempt: CardAttempt,
): Promise<OpenedCardPage> => {
  const wish = wishOf(ports, partner, mustHave(partner, number), attempt);
  // A first call whose outcome nobody knows is repeated with its key: it can't open a second page.
  const first = await ports.gateway.open(wish);
  const opened = first.kind === 'unknown' ? await ports.gateway.open(wish) : first;
  const about = {
    partner: partner.mpnId,
    order: number,
    key: attempt.key,
    command: ports.chance.commandId(),
  };
  switch (opened.kind) {
    case 'open':
      await recordOpened(ports, about, opened);
      return { kind: 'page', url: opened.url };
    case 'refused':
      await recordEnd(ports, about, 'failed');
      return unsure(number);
    case 'unknown':
      return unsure(number);
  }
};

/**
 * Opens the gateway's page for an order, or hands out the one that is open: two devices and two admins meet on the
 * same page, so that an order can't be charged twice.
 */
export const openCardPage = async (
  ports: CardPorts,
  doing: Doing,
  wish: OpenCardPage,
): Promise<OpenedCardPage> => {
  const reserved = await reserve(ports, doing, wish);
  if (reserved.kind === 'refused') return reserved;
  if (reserved.kind !== 'accepted') return unsure(wish.order);
  const attempt = currentAttempt(mustHave(reserved.partner, wish.order));
  if (!attempt) return unsure(wish.order);
  if (!isUsable(attempt, ports.clock.now())) {
    const closed = await closeCardPage(ports, reserved.partner, wish.order);
    if (closed === 'unsure') return unsure(wish.order);
    return openCardPage(ports, { ...doing, command: ports.chance.commandId() }, wish);
  }
  return attempt.state === 'open' && attempt.url !== undefined
    ? { kind: 'page', url: attempt.url }
    : ask(ports, reserved, attempt);
};
