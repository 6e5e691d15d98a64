import { currentAttempt } from '../rules/card.ts';
import { mustHave } from '../rules/change.ts';
import type { MpnId } from '../rules/ids.ts';
import type { CardAttempt, Order } from '../rules/order.ts';
import type { Partner } from '../rules/partner.ts';
import { recordEnd, recordLook, recordOpened, type AboutAttempt } from './card-attempt.ts';
import { wishOf, type CardPorts } from './card-ports.ts';
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
  order: Order,
  attempt: CardAttempt,
): Promise<unknown> => {
  const about: AboutAttempt = {
    partner: partner.mpnId,
    order: order.number,
    key: attempt.key,
    command: ports.chance.commandId(),
  };
  if (!attempt.session) return askForPage(ports, partner, about, attempt);
  const state = await ports.gateway.look(attempt.session);
  switch (state.kind) {
    case 'paid':
      return settleFound(ports, partner.mpnId, state.charge);
    case 'expired':
      return recordEnd(ports, about, 'expired', 'pageEnded');
    case 'open':
    case 'refused':
    case 'unknown':
      return recordLook(ports, about);
  }
};

/** Asks the gateway about this partner's attempts whose time has come: news may have been lost on their way. */
export const sweepCardPages = async (ports: CardPorts, id: MpnId): Promise<void> => {
  const partner = await ports.partners.read(id);
  for (const order of partner?.orders ?? []) {
    const attempt = currentAttempt(order);
    if (partner && attempt && attempt.lookAt <= ports.clock.now())
      await lookAt(ports, partner, order, attempt);
  }
};
