import type { BankLine, ByHand } from '../ports.ts';
import { dayOf } from '../rules/calendar.ts';
import type { WithdrawObstacle } from '../rules/desk-refusals.ts';
import type { Operator } from '../rules/history.ts';
import type { CommandId, OrderNumber, PaymentId } from '../rules/ids.ts';
import { minus, zero } from '../rules/money.ts';
import { sameAccount } from '../rules/same-money.ts';
import { withdrawObstacle } from '../rules/withdrawing.ts';
import { deskOrder, refused, type DeskOrder, type DeskOutcome } from './desk.ts';
import { repeated } from './place-held.ts';
import { settleLine, settleWaiting } from './settle-line.ts';
import type { BankPorts } from './tell-line.ts';

/** Money that an operator marked as received by mistake. */
export interface WithdrawMark {
  readonly order: OrderNumber;
  readonly mark: PaymentId;
  readonly command: CommandId;
}

/** How the ledger says that a mark stands: only what no statement has confirmed can be withdrawn. */
export const ledgerObstacle = ({ status }: BankLine): WithdrawObstacle | undefined => {
  if (status.kind === 'provisional') return status.confirmedBy === undefined ? undefined : 'confirmed';
  return status.kind === 'matched' && status.withdrawnBy !== undefined ? 'withdrawn' : 'confirmed';
};

const obstacle = (
  { partner }: DeskOrder,
  marked: BankLine,
  order: OrderNumber,
): WithdrawObstacle | undefined =>
  ledgerObstacle(marked) ?? withdrawObstacle(partner, { payment: marked.id, order, amount: marked.amount });

/** The ledger forgets nothing: the mark stays, and a line of the same amount, negative, stands against it. */
const counterLine = ({ id, account, valueDate, amount, text }: BankLine, byHand: ByHand): BankLine => ({
  ...{ account, valueDate, text },
  id: `undo:${byHand.command}` as PaymentId,
  bookedOn: dayOf(byHand.at),
  amount: minus(zero(amount.currency), amount),
  byHand: { ...byHand, as: 'withdrawn', withdraws: id },
  status: { kind: 'recorded' },
});

const withdraw = async (ports: BankPorts, operator: Operator, wish: WithdrawMark): Promise<DeskOutcome> => {
  const { order, command } = wish;
  const found = await deskOrder(ports, operator, order);
  if (found.kind === 'refused') return found;
  const marked = await ports.ledger.find(wish.mark);
  if (marked?.byHand?.as !== 'marked' || marked.byHand.order !== order)
    return refused({ kind: 'unknownLine' });
  const because = obstacle(found, marked, order);
  if (because) return refused({ kind: 'cannotWithdraw', order, because });
  const at = ports.clock.now();
  const counter = counterLine(marked, { as: 'withdrawn', order, by: operator, at, command });
  await ports.ledger.record(counter);
  const settled = await settleLine(ports, counter);
  if (settled.kind === 'refused') return refused(settled.refusal);
  if (!settled.outcome) throw new RangeError('a withdrawal names its order');
  return settled.outcome;
};

/**
 * Takes a mistaken mark back while no statement has confirmed it and nothing has come of it: the ledger gets a counter
 * line, the order is as before, and the statement's line, when it comes, counts by itself.
 */
export const withdrawMark = (
  ports: BankPorts,
  operator: Operator,
  wish: WithdrawMark,
): Promise<DeskOutcome> =>
  ports.ledger.inTurn(async () => {
    const marked = await ports.ledger.find(wish.mark);
    // What a crash left between the ledger and a partner is settled first.
    if (marked) await settleWaiting(ports, (line) => sameAccount(line.account, marked.account));
    return (await repeated(ports, operator, wish)) ?? withdraw(ports, operator, wish);
  });
