import { asOf } from '../rules/as-of.ts';
import { asksWhatIsDue, currentAttempt, isGivenUp } from '../rules/card.ts';
import { mustHave } from '../rules/change.ts';
import type { MpnId } from '../rules/ids.ts';
import type { CardAttempt, Order } from '../rules/order.ts';
import type { Partner } from '../rules/partner.ts';
import { recordEnd, recordLook, recordOpened, type AboutAttempt } from './card-attempt.ts';
import { wishOf, type CardPorts } from './card-ports.ts';
import { closeCardPage } from './close-card-page.ts';
import { settleFound } from './settle-charge.ts';

/** An attempt whose page nobody has seen can't be paid on: without an answer for so long it is over. */
const longestOpeningMs = 3_600_000;

const askForPage = async (
  ports: CardPorts,
  partner: Partner,
  about: AboutAttempt,
  attempt: CardAttempt,
): Promise<unknown> => {
  const opened = await ports.gateway.open(wishOf(ports, partner, mustHave(partner, about.order), attempt));
  if (opened.kind === 'open') return recordOpened(ports, about, opened);
  const age = Date.parse(ports.clock.now()) - Date.parse(attempt.startedAt);
  return opened.kind === 'refused' || age > longestOpeningMs
    ? recordEnd(ports, about, 'failed')
    : recordLook(ports, about);
};

const lookAt = async (
  ports: CardPorts,
  partner: Partner,
  about: AboutAttempt,
  attempt: CardAttempt,
): Promise<unknown> => {
  if (!attempt.session) return askForPage(ports, partner, about, attempt);
  const state = await ports.gateway.look(attempt.session);
  switch (state.kind) {
    case 'paid':
      return settleFound(ports, partner.mpnId, state.charge);
    case 'expired':
      return recordEnd(ports, about, 'expired', 'pageEnded');
    case 'refused':
      return isGivenUp(attempt, ports.clock.now())
        ? recordEnd(ports, about, 'expired', 'pageEnded')
        : recordLook(ports, about);
    case 'open':
    case 'unknown':
      return recordLook(ports, about);
  }
};

/** Nobody should pay any more for an order that ended, or what other money has paid already. */
const isWanted = (order: Order, attempt: CardAttempt): boolean =>
  order.state === 'awaitingCardPayment' && asksWhatIsDue(order, attempt);

const attend = async (
  ports: CardPorts,
  partner: Partner,
  order: Order,
  attempt: CardAttempt,
): Promise<unknown> => {
  const about: AboutAttempt = {
    partner: partner.mpnId,
    order: order.number,
    key: attempt.key,
    command: ports.chance.commandId(),
  };
  if (isWanted(order, attempt)) return lookAt(ports, partner, about, attempt);
  const closed = await closeCardPage(ports, partner, order.number);
  return closed === 'unsure' ? recordLook(ports, about) : closed;
};

/** Asks the gateway about this partner's attempts whose time has come: news may have been lost on their way. */
export const sweepCardPages = async (ports: CardPorts, id: MpnId): Promise<void> => {
  const stored = await ports.partners.read(id);
  if (!stored) return;
  const now = ports.clock.now();
  const { partner } = asOf(stored, now);
  for (const order of partner.orders) {
    const attempt = currentAttempt(order);
    if (attempt && attempt.lookAt <= now) await attend(ports, partner, order, attempt);
  }
};
