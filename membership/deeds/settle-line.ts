import type { BankLedger, BankLine, Match, Matcher, Provisional } from '../ports.ts';
import { then, unchanged, type Change } from '../rules/change.ts';
import type { CommandId, MpnId, OrderNumber, PaymentId } from '../rules/ids.ts';
import { daysBetween, type Instant } from '../rules/calendar.ts';
import type { PartnerEvent } from '../rules/history.ts';
import type { Partner } from '../rules/partner.ts';
import { receiveTransfer } from '../rules/payment.ts';
import { differsFromMarked, likeness, sameAccount, type MarkedMoney } from '../rules/same-money.ts';
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

/** What a crash kept from being told comes first: it may be what is to be confirmed. */
const settleMarked = async (ports: BankPorts, account: string): Promise<void> => {
  for (const line of await ports.ledger.unmarked())
    if (line.byHand?.as === 'marked' && sameAccount(line.account, account)) await settleLine(ports, line);
};

interface Mark {
  readonly marked: MarkedMoney;
  /** The line that was taken for it, which is not sure. */
  readonly takenFor: PaymentId | undefined;
}

/** What was marked by hand and not surely confirmed, nor about to be by a line that a crash has interrupted. */
const marksOf = async (ports: BankPorts, account: string): Promise<readonly Mark[]> => {
  await settleMarked(ports, account);
  const { ledger } = ports;
  const claimed = (await ledger.unmarked()).flatMap(({ status }) =>
    status.kind === 'recorded' && status.confirming ? [status.confirming.provisional] : [],
  );
  return (await ledger.provisional(account)).flatMap((line) => {
    const marked = claimed.includes(line.id) ? undefined : markedOf(line);
    const takenFor = line.status.kind === 'provisional' ? line.status.confirmedBy : undefined;
    return marked ? [{ marked, takenFor }] : [];
  });
};

/** What was marked by hand with this line's reference for this order, but with another amount. */
export const differingMark = async (
  ports: BankPorts,
  line: BankLine,
  named: readonly OrderNumber[],
): Promise<MarkedMoney | undefined> => {
  const marks = await marksOf(ports, line.account);
  return marks.find(({ marked }) => differsFromMarked(marked, line, named))?.marked;
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

/**
 * The money that an operator had marked: by its reference, else by its order, the nearest day first. What was taken
 * for another line by its day alone is still to be had; and by its day alone, only what is free.
 */
const provisionalOf = async (
  ports: BankPorts,
  line: BankLine,
  named: readonly OrderNumber[],
): Promise<Provisional | undefined> => {
  const marks = await marksOf(ports, line.account);
  const by = (sign: ReturnType<typeof likeness>): readonly Mark[] =>
    marks
      .filter(({ marked }) => likeness(marked, line, named) === sign)
      .toSorted((a, b) => apart(a.marked, line) - apart(b.marked, line));
  const isFree = ({ takenFor }: Mark): boolean => takenFor === undefined || takenFor === line.id;
  const byOrder = by('order');
  const best = by('reference')[0] ?? byOrder.find(isFree) ?? byOrder[0] ?? by('day').find(isFree);
  return best && { provisional: best.marked.id, order: best.marked.order };
};

const apart = (marked: MarkedMoney, line: BankLine): number =>
  Math.abs(daysBetween(marked.valueDate, line.valueDate));

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

/** The line that had been taken for what another one surely is has to find its own place. */
const released = async (
  { ledger }: BankPorts,
  marked: BankLine | undefined,
  by: PaymentId,
): Promise<BankLine | undefined> => {
  const { status } = marked ?? {};
  const id = status?.kind === 'provisional' ? status.confirmedBy : undefined;
  const line = id === undefined || id === by ? undefined : await ledger.find(id);
  if (line?.status.kind === 'recorded') return line;
  if (line?.status.kind !== 'confirms' || line.status.provisional !== marked?.id) return undefined;
  const free: BankLine = { ...line, status: { kind: 'recorded' } };
  await ledger.mark(free);
  return free;
};

const tellConfirmed = async (
  ports: BankPorts,
  line: BankLine,
  { provisional: payment, order }: Provisional,
): Promise<Accepted> => {
  const partner = await ports.partners.ofOrder(order);
  if (!partner) throw new RangeError('what was marked by hand names its order');
  const doing = doingOf(line, partner);
  // A line can confirm one thing after the other, where a surer one takes its place.
  const command = line.byHand ? doing.command : (`confirm:${line.id}:${payment}` as CommandId);
  const event = { type: 'lineConfirmed', order, payment, line: line.id } as const;
  return tell(ports, { ...doing, command }, (before) => {
    const isTold = before.history.some(({ event: told }) => isSameConfirmation(told, event));
    return { kind: 'accepted', change: { partner: before, events: isTold ? [] : [event] }, order, tell: [] };
  });
};

const isSameConfirmation = (
  told: PartnerEvent,
  event: Extract<PartnerEvent, { type: 'lineConfirmed' }>,
): boolean => told.type === 'lineConfirmed' && told.line === event.line && told.payment === event.payment;

/**
 * A statement's line is money that was marked by hand: nothing is added. Which it is stands in the ledger before the
 * partner is told, so that after a crash it is still the same, and no other line's.
 */
const confirm = async (
  ports: BankPorts,
  line: BankLine,
  confirming: Provisional,
  named: readonly OrderNumber[],
): Promise<Settled> => {
  const { ledger } = ports;
  const { provisional, order } = confirming;
  await ledger.mark({ ...line, status: { kind: 'recorded', confirming } });
  const before = await ledger.find(provisional);
  const free = await released(ports, before, line.id);
  const outcome = await tellConfirmed(ports, line, confirming);
  const marked = before && markedOf(before);
  const isSure = !marked || likeness(marked, line, named) !== 'day';
  if (before)
    await ledger.mark({
      ...before,
      status: { kind: isSure ? 'matched' : 'provisional', order, confirmedBy: line.id },
    });
  const confirms: BankLine = { ...line, status: { kind: 'confirms', ...confirming } };
  await ledger.mark(confirms);
  if (free) await settleLine(ports, free);
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
  const named = namedIn(match);
  const confirming = begunWith ?? (await provisionalOf(ports, line, named));
  if (confirming) return confirm(ports, line, confirming, named);
  const differing = await differingMark(ports, line, named);
  if (!differing) return settled(ports, line, match);
  const suggestion = differing.order;
  return settled(ports, line, { kind: 'held', because: 'differsFromHand', suggestion, named: [suggestion] });
};
