import type { BankLine, Match, Provisional } from '../ports.ts';
import { daysBetween } from '../rules/calendar.ts';
import type { PartnerEvent } from '../rules/history.ts';
import type { CommandId, MpnId, OrderNumber, PaymentId } from '../rules/ids.ts';
import { bare, likeness, mayBeMarked, sameAccount, type MarkedMoney } from '../rules/same-money.ts';
import { settleWithdrawal, type SettledWithdrawal } from './settle-withdrawal.ts';
import { doingOf, receive, tell, wasTold, type Accepted, type BankPorts } from './tell-line.ts';

export type { BankPorts } from './tell-line.ts';

/** What came of a line: told to a partner, money that was marked by hand before, kept for an operator, or refused. */
export type Settled =
  | SettledWithdrawal
  | { readonly kind: 'told' | 'confirmed'; readonly outcome: Accepted; readonly line: BankLine }
  /** With an outcome where the partner is told of it. */
  | { readonly kind: 'held'; readonly line: BankLine; readonly outcome?: Accepted };

/** The line as what an operator marked, if one did. */
export const markedOf = (line: BankLine): MarkedMoney | undefined =>
  line.byHand?.as === 'marked'
    ? { ...line, order: line.byHand.order, reference: line.byHand.reference ?? '' }
    : undefined;

/** Brings lines that were interrupted to their end; one by one, since the end of one may be another's. */
export const settleWaiting = async (
  ports: BankPorts,
  isMeant: (line: BankLine) => boolean,
): Promise<readonly Settled[]> => {
  const ended: Settled[] = [];
  for (const { id } of (await ports.ledger.unmarked()).filter(isMeant)) {
    const line = (await ports.ledger.unmarked()).find((waiting) => waiting.id === id);
    if (line) ended.push(await settleLine(ports, line));
  }
  return ended;
};

/** It was marked by hand, or is about to confirm what was, or to withdraw it. */
const concernsMarks = ({ status, byHand }: BankLine): boolean =>
  byHand?.as === 'marked' ||
  byHand?.as === 'withdrawn' ||
  (status.kind === 'recorded' && status.confirming !== undefined);

interface Mark {
  readonly marked: MarkedMoney;
  readonly partner: MpnId | undefined;
  /** The line that was taken for it, which is not sure. */
  readonly takenFor: PaymentId | undefined;
}

/** What was marked by hand and not surely confirmed; what a crash interrupted there comes to its end first. */
const marksOf = async (ports: BankPorts, account: string): Promise<readonly Mark[]> => {
  await settleWaiting(ports, (line) => concernsMarks(line) && sameAccount(line.account, account));
  const marks: Mark[] = [];
  for (const line of await ports.ledger.provisional(account)) {
    const marked = markedOf(line);
    const takenFor = line.status.kind === 'provisional' ? line.status.confirmedBy : undefined;
    if (marked) marks.push({ marked, takenFor, partner: await ports.partners.ofOrder(marked.order) });
  }
  return marks;
};

/** An operator may have marked money under another account of ours than the one that the bank tells. */
const allMarks = async (ports: BankPorts, { account }: BankLine): Promise<readonly Mark[]> => {
  const ours = [account, ...Object.values(ports.catalogue.bankAccounts).map((one) => one.account)];
  const marks: Mark[] = [];
  for (const one of new Set(ours.map(bare))) marks.push(...(await marksOf(ports, one)));
  return marks;
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
 * for another line by its day alone is still to be had; and by its day alone, only what is free. That a line is of an
 * order on a far day takes an operator's word.
 */
const provisionalOf = (
  marks: readonly Mark[],
  line: BankLine,
  named: readonly OrderNumber[],
): Provisional | undefined => {
  const by = (sign: ReturnType<typeof likeness>): readonly Mark[] =>
    marks
      .filter(({ marked }) => likeness(marked, line, named) === sign)
      .toSorted((a, b) => apart(a.marked, line) - apart(b.marked, line));
  const isFree = ({ takenFor }: Mark): boolean => takenFor === undefined || takenFor === line.id;
  const byOrder = [...by('order'), ...(line.byHand ? by('far') : [])];
  const best = by('reference')[0] ?? byOrder.find(isFree) ?? byOrder[0] ?? by('day').find(isFree);
  return best && { provisional: best.marked.id, order: best.marked.order };
};

/** Whether the text has MPN IDs of others than the partner: then the line is an operator's to judge. */
export const namesOther = (match: Match, partner: MpnId | undefined): boolean =>
  match.kind === 'held' && match.partners.some((one) => one !== partner);

/** What a line is to what was marked by hand: surely that money, or money that would perhaps count twice. */
type Likeness =
  | { readonly kind: 'same'; readonly confirming: Provisional }
  | { readonly kind: 'perhapsSame'; readonly marked: MarkedMoney }
  | { readonly kind: 'other' };

const likenessToMarks = async (ports: BankPorts, line: BankLine, match: Match): Promise<Likeness> => {
  const marks = await allMarks(ports, line);
  const possible = marks.filter(({ partner }) => !namesOther(match, partner));
  const confirming = provisionalOf(possible, line, namedIn(match));
  if (confirming) return { kind: 'same', confirming };
  if (match.kind === 'held' || line.byHand?.anyway) return { kind: 'other' };
  const perhaps = marks.find(({ marked }) => mayBeMarked(marked, line, match.order));
  return perhaps ? { kind: 'perhapsSame', marked: perhaps.marked } : { kind: 'other' };
};

/** What was marked by hand and would perhaps count twice, if the line were put where an operator says. */
export const markBeside = async (ports: BankPorts, placed: BankLine): Promise<MarkedMoney | undefined> => {
  const found = await likenessToMarks(ports, placed, await matchOf(ports, placed));
  return found.kind === 'perhapsSame' ? found.marked : undefined;
};

const apart = (marked: MarkedMoney, line: BankLine): number =>
  Math.abs(daysBetween(marked.valueDate, line.valueDate));

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

const hold = async (
  ports: BankPorts,
  line: BankLine,
  { because, suggestion }: Pick<Extract<Match, { kind: 'held' }>, 'because' | 'suggestion'>,
): Promise<Settled> => {
  const held: BankLine = { ...line, status: { kind: 'held', because, suggestion } };
  await ports.ledger.mark(held);
  return { kind: 'held', line: held };
};

const settled = async (ports: BankPorts, line: BankLine, match: Match): Promise<Settled> => {
  if (match.kind === 'held') return hold(ports, line, match);
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
 * waits for an operator, as it does where it would perhaps count a second time. Run again after a crash, it does what is left. Called in the ledger's turn.
 */
export const settleLine = async (ports: BankPorts, line: BankLine): Promise<Settled> => {
  if (line.byHand?.as === 'withdrawn') return settleWithdrawal(ports, line);
  const match = await matchOf(ports, line);
  if (line.byHand?.as === 'marked' || (await wasTold(ports, line))) return settled(ports, line, match);
  const begunWith = line.status.kind === 'recorded' ? line.status.confirming : undefined;
  const found: Likeness = begunWith
    ? { kind: 'same', confirming: begunWith }
    : await likenessToMarks(ports, line, match);
  switch (found.kind) {
    case 'same':
      return confirm(ports, line, found.confirming, namedIn(match));
    case 'perhapsSame':
      return hold(ports, line, { because: 'differsFromHand', suggestion: found.marked.order });
    case 'other':
      return settled(ports, line, match);
  }
};
