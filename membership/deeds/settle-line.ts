import type { BankLedger, BankLine, Match, Matcher, Provisional } from '../ports.ts';
import { then, unchanged, type Change } from '../rules/change.ts';
import type { CommandId, MpnId, OrderNumber } from '../rules/ids.ts';
import type { Instant } from '../rules/calendar.ts';
import type { Partner } from '../rules/partner.ts';
import { receiveTransfer } from '../rules/payment.ts';
import { differsFromMarked, hasReference, isSameMoney, type MarkedMoney } from '../rules/same-money.ts';
import { admins } from '../rules/roles.ts';
import { operatorDoing } from './desk.ts';
import { newsOf, tellOf } from './news.ts';
import { perform, type Decision, type DeedPorts, type Doing, type Outcome } from './perform.ts';

export interface BankPorts extends DeedPorts {
  readonly ledger: BankLedger;
  readonly match: Matcher;
}

type Accepted = Extract<Outcome, { kind: 'accepted' }>;

/** What came of a line: told to a partner, money that was marked by hand before, or kept for an operator. */
export type Settled =
  | { readonly kind: 'told' | 'confirmed'; readonly outcome: Accepted; readonly line: BankLine }
  /** With an outcome where the partner is told of it. */
  | { readonly kind: 'held'; readonly line: BankLine; readonly outcome?: Accepted };

/** The line as what an operator marked, if one did. */
export const markedOf = (line: BankLine): MarkedMoney | undefined =>
  line.byHand?.as === 'marked'
    ? { ...line, order: line.byHand.order, reference: line.byHand.reference ?? '' }
    : undefined;

/** Unconfirmed lines of the account that no other line, interrupted by a crash, is about to confirm. */
export const unconfirmed = async (
  { ledger }: BankPorts,
  account: string,
): Promise<readonly MarkedMoney[]> => {
  const claimed = (await ledger.unmarked()).flatMap(({ status }) =>
    status.kind === 'recorded' && status.confirming ? [status.confirming.provisional] : [],
  );
  const lines = (await ledger.provisional(account)).filter(({ id }) => !claimed.includes(id));
  return lines.flatMap((line) => markedOf(line) ?? []);
};

/** An order that an operator named counts as the line's own reference does. */
const matchOf = async (ports: BankPorts, line: BankLine): Promise<Match> => {
  if (!line.byHand) return ports.match(line);
  const partner = await ports.partners.ofOrder(line.byHand.order);
  if (!partner) throw new RangeError('an operator names orders that are there');
  return { kind: 'order', order: line.byHand.order, partner };
};

export const namedIn = (match: Match): readonly OrderNumber[] =>
  match.kind === 'order' ? [match.order] : match.named;

/** The money that an operator had marked; where several would do, the one whose reference the line has. */
const provisionalOf = async (
  ports: BankPorts,
  line: BankLine,
  named: readonly OrderNumber[],
): Promise<Provisional | undefined> => {
  const same = (await unconfirmed(ports, line.account)).filter((marked) => isSameMoney(marked, line, named));
  const best = same.find((marked) => hasReference(marked, line)) ?? same[0];
  return best && { provisional: best.id, order: best.order };
};

const doingOf = (line: BankLine, partner: MpnId): Doing =>
  line.byHand
    ? operatorDoing(line.byHand.by, partner, line.byHand.command)
    : // The line's id is the command's: run again after a crash, it has no second effect.
      { partner, by: { kind: 'bank' }, through: 'statement', command: `bank:${line.id}` as CommandId };

const tell = async (
  ports: BankPorts,
  doing: Doing,
  decide: (partner: Partner, now: Instant) => Decision,
): Promise<Accepted> => {
  const outcome = await perform(ports, doing, decide);
  if (outcome.kind !== 'accepted') throw new Error(`a bank line can't be ${outcome.kind}`);
  return outcome;
};

/**
 * A statement's line is money that was marked by hand: nothing is added. Which it is stands in the ledger before the
 * partner is told, so that after a crash it is still the same, and no other line's.
 */
const confirm = async (ports: BankPorts, line: BankLine, confirming: Provisional): Promise<Settled> => {
  const { provisional: payment, order } = confirming;
  const partner = await ports.partners.ofOrder(order);
  if (!partner) throw new RangeError('what was marked by hand names its order');
  await ports.ledger.mark({ ...line, status: { kind: 'recorded', confirming } });
  const outcome = await tell(ports, doingOf(line, partner), (before) => {
    const isTold = before.history.some(
      ({ event }) => event.type === 'lineConfirmed' && event.line === line.id,
    );
    const event = { type: 'lineConfirmed', order, payment, line: line.id } as const;
    const change = { partner: before, events: isTold ? [] : [event] };
    return { kind: 'accepted', change, order, tell: [] };
  });
  const marked = await ports.ledger.find(payment);
  if (marked)
    await ports.ledger.mark({ ...marked, status: { kind: 'matched', order, confirmedBy: line.id } });
  const confirms: BankLine = { ...line, status: { kind: 'confirms', ...confirming } };
  await ports.ledger.mark(confirms);
  return { kind: 'confirmed', outcome, line: confirms };
};

/** A command is forgotten after a week, a line that could not be marked may run again later still. */
const hasHad = ({ history }: Partner, { id, byHand }: BankLine): boolean =>
  history.some(
    ({ event }) =>
      (event.type === 'paymentReceived' || (event.type === 'moneyHeld' && !byHand)) && event.payment === id,
  );

/** What an operator puts on an order is held no more; what they marked says so, with the bank's reference. */
const begun = (partner: Partner, { id: payment, byHand }: BankLine): Change => {
  if (!byHand) return unchanged(partner);
  const free = { ...partner, held: partner.held.filter((held) => held.id !== payment) };
  const { order, reference = '' } = byHand;
  return byHand.as === 'placed'
    ? unchanged(free)
    : { partner: free, events: [{ type: 'markedByHand', order, payment, reference }] };
};

const receive = (
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

const settled = async (ports: BankPorts, line: BankLine, match: Match): Promise<Settled> => {
  if (match.kind === 'held') {
    const { because, suggestion } = match;
    const held: BankLine = { ...line, status: { kind: 'held', because, suggestion } };
    await ports.ledger.mark(held);
    return { kind: 'held', line: held };
  }
  const { order } = match;
  const outcome = await receive(ports, line, match);
  const isHeld = outcome.partner.held.some((held) => held.id === line.id);
  const told: BankLine['status'] =
    line.byHand?.as === 'marked' ? { kind: 'provisional', order } : { kind: 'matched', order };
  const status: BankLine['status'] = isHeld
    ? { kind: 'held', because: 'wrongCurrency', suggestion: order }
    : told;
  const after = { ...line, status };
  await ports.ledger.mark(after);
  return { kind: isHeld ? 'held' : 'told', outcome, line: after };
};

/**
 * Brings a recorded line to its end: it confirms what an operator had marked, or reaches the order that it names, or
 * waits for an operator. Run again after a crash, it does what is left. Called in the ledger's turn.
 */
export const settleLine = async (ports: BankPorts, line: BankLine): Promise<Settled> => {
  const match = await matchOf(ports, line);
  if (line.byHand?.as === 'marked') return settled(ports, line, match);
  const begunWith = line.status.kind === 'recorded' ? line.status.confirming : undefined;
  const confirming = begunWith ?? (await provisionalOf(ports, line, namedIn(match)));
  if (confirming) return confirm(ports, line, confirming);
  const marked = await unconfirmed(ports, line.account);
  const differing = marked.find((one) => differsFromMarked(one, line, namedIn(match)));
  if (!differing) return settled(ports, line, match);
  const suggestion = differing.order;
  return settled(ports, line, { kind: 'held', because: 'differsFromHand', suggestion, named: [suggestion] });
};
