import type { CardCharge } from '../gateway-ports.ts';
import { receiveCharge } from '../rules/card.ts';
import type { CommandId, MpnId } from '../rules/ids.ts';
import { admins } from '../rules/roles.ts';
import type { CardPorts } from './card-ports.ts';
import { newsOf, tellOf } from './news.ts';
import { perform, type Outcome } from './perform.ts';

export type Accepted = Extract<Outcome, { kind: 'accepted' }>;

/** What the gateway or the clock does never meets a refusal, nor draws an order number. */
export const accepted = (outcome: Outcome): Accepted => {
  if (outcome.kind === 'accepted') return outcome;
  throw new RangeError(`what the gateway tells can't be ${outcome.kind}`);
};

/**
 * The gateway has taken money: the order is active, or the money is credit, or held for an operator.
 * However often it is told, by whichever way, it counts once.
 */
export const settleCharge = async (
  ports: CardPorts,
  partner: MpnId,
  charge: CardCharge,
  command: CommandId,
): Promise<Accepted> => {
  const doing = { partner, by: { kind: 'gateway' }, through: 'webhook', command } as const;
  const outcome = await perform(ports, doing, (before, now) => {
    const { catalogue, live } = ports;
    const { order } = charge;
    const received = receiveCharge(before, order, charge, { catalogue, now, live });
    if (received.effect === 'known') return { kind: 'accepted', change: received, order, tell: [] };
    const effect = { to: admins(catalogue, before), order, news: newsOf(received.effect) };
    return { kind: 'accepted', change: received, order, tell: tellOf(before, received.partner, effect) };
  });
  return accepted(outcome);
};

/** A charge that a look at the gateway found: the charge itself names the command. */
export const settleFound = (ports: CardPorts, partner: MpnId, charge: CardCharge): Promise<Accepted> =>
  settleCharge(ports, partner, charge, `charge:${charge.id}` as CommandId);
