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

/** The gateway is asked for the attempt's page. @returns the partner with it, or nothing where nobody knows */
const ask = async (
  ports: CardPorts,
  { partner, order: number }: Accepted,
  attempt: CardAttempt,
): Promise<Accepted | undefined> => {
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
      return recordOpened(ports, about, opened);
    case 'refused':
      await recordEnd(ports, about, 'failed');
      return undefined;
    case 'unknown':
      return undefined;
  }
};

/** Only a page that is recorded as open is handed out: what else the gateway may have opened nobody can pay on. */
const handOut = (ports: CardPorts, { partner, order: number }: Accepted): OpenedCardPage | undefined => {
  const order = mustHave(partner, number);
  const attempt = currentAttempt(order);
  return attempt?.url !== undefined && isUsable(order, attempt, ports.clock.now())
    ? { kind: 'page', url: attempt.url }
    : undefined;
};

/** The attempt is brought to where its page can be handed out, or is over. @returns false where nobody knows */
const advance = async (ports: CardPorts, reserved: Accepted): Promise<Accepted | boolean> => {
  const order = mustHave(reserved.partner, reserved.order);
  const attempt = currentAttempt(order);
  if (!attempt) return false;
  if (attempt.state === 'opening' && isUsable(order, attempt, ports.clock.now())) {
    return (await ask(ports, reserved, attempt)) ?? false;
  }
  return (await closeCardPage(ports, reserved.partner, order.number)) !== 'unsure';
};

/** How often the order may change while the gateway answers before the person is told to try again. */
const mostRounds = 3;

/**
 * Opens the gateway's page for an order, or hands out the one that is open: two devices and two admins meet on the
 * same page, so that an order can't be charged twice. At most one attempt goes on however often it is asked for, so
 * the command's id is not needed, and an old press meets the order as it is now.
 */
export const openCardPage = async (
  ports: CardPorts,
  doing: Omit<Doing, 'command'>,
  wish: OpenCardPage,
  rounds = mostRounds,
): Promise<OpenedCardPage> => {
  if (rounds === 0) return unsure(wish.order);
  const reserved = await reserve(ports, { ...doing, command: ports.chance.commandId() }, wish);
  if (reserved.kind === 'refused') return { kind: 'refused', refusal: reserved.refusal };
  if (reserved.kind !== 'accepted') return unsure(wish.order);
  const page = handOut(ports, reserved);
  if (page) return page;
  const advanced = await advance(ports, reserved);
  if (advanced === false) return unsure(wish.order);
  // It may have been closed, or paid, while the gateway answered: then the order says what to do.
  return (advanced !== true && handOut(ports, advanced)) || openCardPage(ports, doing, wish, rounds - 1);
};
