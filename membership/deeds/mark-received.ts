import type { BankLine, ByHand } from '../ports.ts';
import { addDays, type Day, type Instant } from '../rules/calendar.ts';
import type { Operator } from '../rules/history.ts';
import type { CommandId, OrderNumber, PaymentId, ProofHash } from '../rules/ids.ts';
import type { Money } from '../rules/money.ts';
import { isOpen, placedOn, type Order } from '../rules/order.ts';
import type { Refusal } from '../rules/refusals.ts';
import {
  bare,
  isKnownMoney,
  isMarkedTwice,
  likeness,
  sameAccount,
  type MarkedMoney,
} from '../rules/same-money.ts';
import { dayRefusal, deskOrder, emptyRefusal, refused, type DeskOutcome } from './desk.ts';
import { putOn, repeated } from './place-held.ts';
import { proofRefusalNow } from './judge-proof.ts';
import { markedOf, namedIn, namesOther, settleLine, settleWaiting } from './settle-line.ts';
import type { BankPorts } from './tell-line.ts';

/** Money that an operator saw at the bank, before any statement. */
export interface MarkReceived {
  readonly order: OrderNumber;
  readonly valueDate: Day;
  readonly amount: Money;
  /** Left out: the order's own. */
  readonly account?: string | undefined;
  /** The bank's. */
  readonly reference: string;
  /** Where it is marked by accepting a proof: which one the operator saw. */
  readonly proof?: ProofHash | undefined;
  readonly command: CommandId;
}

/** An expired order's money may have been in time, and else it is credit. */
const takesTransfer = ({ method, state }: Order): boolean =>
  method === 'transfer' && (isOpen(state) || state === 'expired');

const figuresRefusal = (order: Order, wish: MarkReceived, now: Instant): Refusal | undefined => {
  const { number, quote, method, state } = order;
  const { currency } = quote.total;
  const given = wish.amount.currency;
  if (!takesTransfer(order)) return { kind: 'takesNoTransfer', order: number, method, state };
  if (wish.amount.minor <= 0) return { kind: 'amountNotPositive' };
  if (given !== currency) return { kind: 'currencyDiffers', order: number, currency, given };
  // A reference without a letter or a digit could not be found again.
  return dayRefusal(wish.valueDate, placedOn(order), now) ?? emptyRefusal('reference', bare(wish.reference));
};

/** As the catalogue writes it: money of one account is looked for in one place. */
const accountOf = ({ catalogue }: BankPorts, order: Order, given: string | undefined): string | undefined => {
  const ours = [order.account, ...Object.values(catalogue.bankAccounts)].flatMap((one) => one?.account ?? []);
  return ours.find((account) => given === undefined || sameAccount(account, given));
};

/** A day's line may be booked a month later at most, and be told under either spelling of the account. */
const linesAround = async ({ ledger }: BankPorts, marked: MarkedMoney): Promise<readonly BankLine[]> => {
  const months = [-31, 0, 31].map((days) => addDays(marked.valueDate, days).slice(0, 7));
  const accounts = new Set([marked.account, bare(marked.account)]);
  const all = [...accounts].flatMap((account) => [...new Set(months)].map((month) => ({ account, month })));
  return (await Promise.all(all.map(({ account, month }) => ledger.lines(account, month)))).flat();
};

/** A mark that was withdrawn and its counter line cancel out: what was mistyped may be marked again as it is. */
const isCancelled = ({ status, byHand }: BankLine): boolean =>
  byHand?.as === 'withdrawn' || (status.kind === 'matched' && status.withdrawnBy !== undefined);

const isKnown = (marked: MarkedMoney, line: BankLine): boolean => {
  if (isCancelled(line)) return false;
  const other = markedOf(line);
  if (other) return isMarkedTwice(marked, other);
  return line.status.kind === 'matched' && isKnownMoney(marked, line, [line.status.order]);
};

const knownRefusal = async (ports: BankPorts, marked: MarkedMoney): Promise<Refusal | undefined> => {
  const line = (await linesAround(ports, marked)).find((one) => isKnown(marked, one));
  if (!line || !('order' in line.status)) return undefined;
  return {
    kind: 'moneyKnown',
    order: line.status.order,
    day: line.valueDate,
    ...(line.byHand ? { by: line.byHand.by.name } : {}),
  };
};

/** The line that waits for an operator and is surely this money, or one that may be, by its day. */
const heldMoney = async (
  ports: BankPorts,
  marked: MarkedMoney,
): Promise<{ readonly sure?: BankLine; readonly likely?: BankLine }> => {
  const partner = await ports.partners.ofOrder(marked.order);
  let likely: BankLine | undefined;
  for (const line of await ports.ledger.held()) {
    if (line.amount.minor !== marked.amount.minor || line.amount.currency !== marked.amount.currency)
      continue;
    const match = await ports.match(line);
    const named = namedIn(match);
    if (isKnownMoney(marked, line, named)) return { sure: line };
    if (likeness(marked, line, named) === 'day' && !namesOther(match, partner)) likely ??= line;
  }
  return likely ? { likely } : {};
};

const written = async (ports: BankPorts, marked: MarkedMoney, byHand: ByHand): Promise<DeskOutcome> => {
  const { id, account, valueDate, amount, text } = marked;
  const line: BankLine = {
    ...{ id, account, valueDate, amount, text, byHand },
    bookedOn: valueDate,
    status: { kind: 'recorded' },
  };
  await ports.ledger.record(line);
  const { outcome } = await settleLine(ports, line);
  if (!outcome) throw new RangeError('money that was marked by hand names its order');
  return outcome;
};

const judged = async (
  ports: BankPorts,
  operator: Operator,
  wish: MarkReceived,
): Promise<DeskOutcome | { readonly kind: 'marked'; readonly marked: MarkedMoney }> => {
  const found = await deskOrder(ports, operator, wish.order);
  if (found.kind === 'refused') return found;
  const refusal = wish.proof && proofRefusalNow(found, wish.proof);
  const figures = refusal ?? figuresRefusal(found.order, wish, ports.clock.now());
  if (figures) return refused(figures);
  const account = accountOf(ports, found.order, wish.account);
  if (account === undefined) return refused({ kind: 'accountUnknown', account: wish.account ?? '' });
  const { order, valueDate, amount, reference, command } = wish;
  const id = `hand:${command}` as PaymentId;
  return { kind: 'marked', marked: { id, account, valueDate, amount, text: reference, order, reference } };
};

const mark = async (ports: BankPorts, operator: Operator, wish: MarkReceived): Promise<DeskOutcome> => {
  const judgement = await judged(ports, operator, wish);
  if (judgement.kind !== 'marked') return judgement;
  const { marked } = judgement;
  const known = await knownRefusal(ports, marked);
  if (known) return refused(known);
  const byHand: ByHand = {
    as: 'marked',
    order: wish.order,
    by: operator,
    at: ports.clock.now(),
    command: wish.command,
    reference: wish.reference.trim(),
  };
  const { sure, likely } = await heldMoney(ports, marked);
  if (sure) return putOn(ports, sure, { ...byHand, as: 'placed' });
  const outcome = await written(ports, marked, byHand);
  // It confirms what was marked, until a line comes that does so surely.
  if (likely) await settleLine(ports, likely);
  return outcome;
};

/**
 * An operator saw the money of a transfer at the bank: the order gets it now, and the statement's line, whenever it
 * comes, confirms it and adds nothing. Where a statement's line of the same money is held, that line is put on the
 * order instead.
 */
export const markReceived = (
  ports: BankPorts,
  operator: Operator,
  wish: MarkReceived,
): Promise<DeskOutcome> =>
  ports.ledger.inTurn(async () => {
    const found = await deskOrder(ports, operator, wish.order);
    if (found.kind === 'refused') return found;
    const account = accountOf(ports, found.order, wish.account);
    // What a crash left between the ledger and a partner is settled first: then the ledger tells what is known.
    if (account !== undefined) await settleWaiting(ports, (line) => sameAccount(line.account, account));
    return (await repeated(ports, operator, wish)) ?? mark(ports, operator, wish);
  });
