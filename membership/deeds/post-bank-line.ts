import type { BankLedger, BankLine, Match, Matcher } from '../ports.ts';
import type { Partner } from '../rules/partner.ts';
import { unchanged } from '../rules/change.ts';
import type { CommandId, PaymentId } from '../rules/ids.ts';
import { receiveTransfer } from '../rules/payment.ts';
import { admins } from './authority.ts';
import { newsOf, tellOf } from './news.ts';
import { perform, type DeedPorts, type Outcome } from './perform.ts';

export interface BankPorts extends DeedPorts {
  readonly ledger: BankLedger;
  readonly match: Matcher;
}

/** What came of a line: told to a partner, kept for an operator, or known already. */
export type Posted =
  | {
      readonly kind: 'told';
      readonly outcome: Extract<Outcome, { kind: 'accepted' }>;
      readonly line: BankLine;
    }
  /** With an outcome where the partner is told of it. */
  | {
      readonly kind: 'held';
      readonly line: BankLine;
      readonly outcome?: Extract<Outcome, { kind: 'accepted' }>;
    }
  | { readonly kind: 'known' };

/** A command is forgotten after a week, a line that could not be marked may run again later still. */
const hasHad = ({ history }: Partner, id: PaymentId): boolean =>
  history.some(
    ({ event }) => (event.type === 'paymentReceived' || event.type === 'moneyHeld') && event.payment === id,
  );

const tellPartner = async (
  ports: BankPorts,
  line: BankLine,
  { order, partner: id }: Extract<Match, { kind: 'order' }>,
): Promise<Extract<Outcome, { kind: 'accepted' }>> => {
  // The line's id is the command's: run again after a crash, it has no second effect.
  const command = `bank:${line.id}` as CommandId;
  const doing = { partner: id, by: { kind: 'bank' }, through: 'statement', command } as const;
  const outcome = await perform(ports, doing, (partner, now) => {
    if (hasHad(partner, line.id)) {
      return { kind: 'accepted', change: unchanged(partner), order, tell: [] };
    }
    const payment = {
      id: line.id,
      source: 'transfer',
      amount: line.amount,
      valueDate: line.valueDate,
    } as const;
    const change = receiveTransfer(partner, order, payment, { catalogue: ports.catalogue, now });
    const effect = { to: admins(ports.catalogue, partner), order, news: newsOf(change.effect) };
    return { kind: 'accepted', change, order, tell: tellOf(partner, change.partner, effect) };
  });
  if (outcome.kind !== 'accepted') throw new Error(`a bank line can't be ${outcome.kind}`);
  return outcome;
};

const settle = async (ports: BankPorts, line: BankLine): Promise<Posted> => {
  const match = await ports.match(line);
  if (match.kind === 'held') {
    const held: BankLine = { ...line, status: match };
    await ports.ledger.mark(held);
    return { kind: 'held', line: held };
  }
  const outcome = await tellPartner(ports, line, match);
  const isHeld = outcome.partner.held.some((held) => held.id === line.id);
  const status: BankLine['status'] = isHeld
    ? { kind: 'held', because: 'wrongCurrency', suggestion: match.order }
    : { kind: 'matched', order: match.order };
  const marked = { ...line, status };
  await ports.ledger.mark(marked);
  return { kind: isHeld ? 'held' : 'told', outcome, line: marked };
};

/** A line of the bank's: first recorded, then told to the partner whose order it names, then marked. */
export const postBankLine = async (ports: BankPorts, line: BankLine): Promise<Posted> =>
  (await ports.ledger.record(line)) ? settle(ports, line) : { kind: 'known' };

/**
 * Lines that were recorded and not marked, after a crash: they run again at start.
 * @param failed told of a line that fails once more; the others are not held up by it
 */
export const postUnmarked = async (
  ports: BankPorts,
  failed: (error: unknown) => void,
): Promise<readonly Posted[]> => {
  const posted: Posted[] = [];
  for (const line of await ports.ledger.unmarked()) {
    try {
      posted.push(await settle(ports, line));
    } catch (error) {
      failed(error);
    }
  }
  return posted;
};
