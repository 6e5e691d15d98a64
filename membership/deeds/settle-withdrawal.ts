import type { BankLine } from '../ports.ts';
import { unchanged } from '../rules/change.ts';
import type { Refusal } from '../rules/refusals.ts';
import { isWithdrawn, withdrawMark, withdrawObstacle, type ByHandMoney } from '../rules/withdrawing.ts';
import { perform, type Decision } from './perform.ts';
import { doingOf, type Accepted, type BankPorts } from './tell-line.ts';

/** What came of a counter line: the money was taken away again, or something had come of it meanwhile. */
export type SettledWithdrawal =
  | { readonly kind: 'told'; readonly outcome: Accepted; readonly line: BankLine }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      readonly line: BankLine;
      readonly outcome?: undefined;
    };

const decide =
  (mark: ByHandMoney) =>
  (before: Parameters<typeof withdrawMark>[0]): Decision => {
    const { order } = mark;
    // A command is forgotten after a week, a line that could not be marked may run again later still.
    if (isWithdrawn(before, mark.payment))
      return { kind: 'accepted', change: unchanged(before), order, tell: [] };
    const because = withdrawObstacle(before, mark);
    return because
      ? { kind: 'refused', refusal: { kind: 'cannotWithdraw', order, because } }
      : { kind: 'accepted', change: withdrawMark(before, mark), order, tell: [] };
  };

/**
 * Brings a counter line to its end: the partner's money first, then the mark, then the line itself, so that after a
 * crash it runs again and does what is left. Called in the ledger's turn.
 */
export const settleWithdrawal = async (ports: BankPorts, line: BankLine): Promise<SettledWithdrawal> => {
  const { ledger } = ports;
  const { order, withdraws } = line.byHand ?? {};
  const marked = withdraws && (await ledger.find(withdraws));
  const partner = order && (await ports.partners.ofOrder(order));
  if (!marked || !partner) throw new RangeError('a withdrawal names a mark that is there');
  const money = { payment: marked.id, order, amount: marked.amount };
  const outcome = await perform(ports, doingOf(line, partner), decide(money));
  if (outcome.kind === 'orderNumberTaken') throw new RangeError('nothing here brings an order');
  if (outcome.kind === 'refused') {
    const vain: BankLine = { ...line, status: { kind: 'matched', order, vain: true } };
    await ledger.mark(vain);
    return { kind: 'refused', refusal: outcome.refusal, line: vain };
  }
  await ledger.mark({ ...marked, status: { kind: 'matched', order, withdrawnBy: line.id } });
  const told: BankLine = { ...line, status: { kind: 'matched', order } };
  await ledger.mark(told);
  return { kind: 'told', outcome, line: told };
};
