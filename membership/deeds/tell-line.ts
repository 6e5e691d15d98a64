import type { BankLedger, BankLine, Match, Matcher } from '../ports.ts';
import { then, unchanged, type Change } from '../rules/change.ts';
import type { Instant } from '../rules/calendar.ts';
import type { CommandId, MpnId } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import { receiveTransfer } from '../rules/payment.ts';
import { admins } from '../rules/roles.ts';
import { operatorDoing } from './desk.ts';
import { newsOf, tellOf } from './news.ts';
import { perform, type Decision, type DeedPorts, type Doing, type Outcome } from './perform.ts';

export interface BankPorts extends DeedPorts {
  readonly ledger: BankLedger;
  readonly match: Matcher;
}

export type Accepted = Extract<Outcome, { kind: 'accepted' }>;

/** Who brings a line to a partner: the bank, or the operator who marked or placed it. */
export const doingOf = (line: BankLine, partner: MpnId): Doing =>
  line.byHand
    ? operatorDoing(line.byHand.by, partner, line.byHand.command)
    : // The line's id is the command's: run again after a crash, it has no second effect.
      { partner, by: { kind: 'bank' }, through: 'statement', command: `bank:${line.id}` as CommandId };

/** Tells a partner of a line; that is never refused. */
export const tell = async (
  ports: BankPorts,
  doing: Doing,
  decide: (partner: Partner, now: Instant) => Decision,
): Promise<Accepted> => {
  const outcome = await perform(ports, doing, decide);
  if (outcome.kind !== 'accepted') throw new Error(`a bank line can't be ${outcome.kind}`);
  return outcome;
};

/** A command is forgotten after a week, a line that could not be marked may run again later still. */
const hasHad = ({ history }: Partner, { id, byHand }: BankLine): boolean =>
  history.some(
    ({ event }) =>
      (event.type === 'paymentReceived' || (event.type === 'moneyHeld' && !byHand)) && event.payment === id,
  );

/** The partner has it, and only the ledger does not know: what it was taken for then stands. */
export const wasTold = async ({ partners }: BankPorts, line: BankLine): Promise<boolean> => {
  const id = await partners.ofPayment(line.id);
  const partner = id && (await partners.read(id));
  return partner ? hasHad(partner, line) : false;
};

/** What an operator puts on an order is held no more; what they marked says so, with the bank's reference. */
const begun = (partner: Partner, { id: payment, byHand }: BankLine): Change => {
  if (!byHand) return unchanged(partner);
  const free = { ...partner, held: partner.held.filter((held) => held.id !== payment) };
  const { order, reference = '' } = byHand;
  return byHand.as === 'placed'
    ? unchanged(free)
    : { partner: free, events: [{ type: 'markedByHand', order, payment, reference }] };
};

/** The order gets the line's money, once. */
export const receive = (
  ports: BankPorts,
  line: BankLine,
  { order, partner: id }: Extract<Match, { kind: 'order' }>,
): Promise<Accepted> =>
  tell(ports, doingOf(line, id), (before, now) => {
    if (hasHad(before, line)) return { kind: 'accepted', change: unchanged(before), order, tell: [] };
    const { amount, valueDate } = line;
    const payment = { id: line.id, source: 'transfer', amount, valueDate } as const;
    const start = begun(before, line);
    const received = receiveTransfer(start.partner, order, payment, { catalogue: ports.catalogue, now });
    const effect = { to: admins(ports.catalogue, before), order, news: newsOf(received.effect) };
    const change = then(start, () => received);
    return { kind: 'accepted', change, order, tell: tellOf(before, change.partner, effect) };
  });
