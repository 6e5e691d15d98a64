import { currentAttempt, isGivenUp } from '../rules/card.ts';
import { mustHave } from '../rules/change.ts';
import type { CardSession, OrderNumber } from '../rules/ids.ts';
import type { CardAttempt } from '../rules/order.ts';
import type { Partner } from '../rules/partner.ts';
import { recordEnd, type AboutAttempt } from './card-attempt.ts';
import { wishOf, type CardPorts } from './card-ports.ts';
import { settleFound } from './settle-charge.ts';

/** Nothing is open any more; or it turned out paid; or the gateway does not say. */
export type ClosedCardPage = 'closed' | 'paid' | 'unsure';

/** The page's id; where the gateway's first answer was lost, the same key brings it. */
const sessionOf = async (
  ports: CardPorts,
  partner: Partner,
  order: OrderNumber,
  attempt: CardAttempt,
): Promise<CardSession | 'none' | 'unsure'> => {
  if (attempt.session) return attempt.session;
  const opened = await ports.gateway.open(wishOf(ports, partner, mustHave(partner, order), attempt));
  switch (opened.kind) {
    case 'open':
      return opened.session;
    case 'refused':
      return 'none';
    case 'unknown':
      return 'unsure';
  }
};

/**
 * Closes the page of an order at the gateway before anything is done that its payment would contradict. What turns
 * out paid is settled.
 */
export const closeCardPage = async (
  ports: CardPorts,
  partner: Partner,
  order: OrderNumber,
): Promise<ClosedCardPage> => {
  const attempt = currentAttempt(mustHave(partner, order));
  if (!attempt) return 'closed';
  const about: AboutAttempt = {
    partner: partner.mpnId,
    order,
    key: attempt.key,
    command: ports.chance.commandId(),
  };
  const session = await sessionOf(ports, partner, order, attempt);
  if (session === 'unsure') return 'unsure';
  if (session === 'none') {
    await recordEnd(ports, about, 'failed');
    return 'closed';
  }
  const closed = await ports.gateway.close(session);
  switch (closed.kind) {
    case 'paid':
      await settleFound(ports, partner.mpnId, closed.charge);
      return 'paid';
    case 'expired':
      await recordEnd(ports, about, 'closed');
      return 'closed';
    case 'refused':
      if (!isGivenUp(attempt, ports.clock.now())) return 'unsure';
      await recordEnd(ports, about, 'expired');
      return 'closed';
    case 'unknown':
      return 'unsure';
  }
};
