import type { BankLine, ByHand } from '../ports.ts';
import type { Operator } from '../rules/history.ts';
import type { CommandId, OrderNumber, PaymentId } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import type { Refusal } from '../rules/refusals.ts';
import { deskOrder, refused, type DeskOutcome } from './desk.ts';
import { markBeside, settleLine } from './settle-line.ts';
import type { BankPorts } from './tell-line.ts';

/** A line that waits for an operator, and the order that it pays. */
export interface PlaceHeld {
  readonly line: PaymentId;
  readonly order: OrderNumber;
  /** The operator was shown what is marked by hand there, and says that this is further money. */
  readonly anyway?: boolean | undefined;
  readonly command: CommandId;
}

/** The same command again: answered as the first time. */
export const repeated = async (
  ports: BankPorts,
  operator: Operator,
  { order, command }: { readonly order: OrderNumber; readonly command: CommandId },
): Promise<DeskOutcome | undefined> => {
  const found = await deskOrder(ports, operator, order);
  if (found.kind === 'refused') return found;
  const { partner } = found;
  return partner.handled.some(({ id }) => id === command)
    ? { kind: 'accepted', partner, order, again: true }
    : undefined;
};

const paidBackRefusal = ({ history }: Partner, { id }: BankLine): Refusal | undefined => {
  for (const { event } of history)
    if (event.type === 'moneyPaidBack' && event.payment === id)
      return { kind: 'alreadyPaidBack', amount: event.amount, on: event.on };
  return undefined;
};

/** What was held at a partner, since it named their order, is not another's; and may have been paid back. */
const heldElsewhere = async (
  ports: BankPorts,
  line: BankLine,
  order: OrderNumber,
): Promise<Refusal | undefined> => {
  const holder = await ports.partners.ofPayment(line.id);
  const partner = holder && (await ports.partners.read(holder));
  if (!partner) return undefined;
  const held = partner.held.find(({ id }) => id === line.id);
  return held && holder !== (await ports.partners.ofOrder(order))
    ? { kind: 'heldForOther', order: held.order }
    : paidBackRefusal(partner, line);
};

/** Beside what was marked by hand and no statement has confirmed, it would perhaps count twice. */
const besideRefusal = async (ports: BankPorts, placed: BankLine): Promise<Refusal | undefined> => {
  const marked = await markBeside(ports, placed);
  return marked && { kind: 'differsFromHand', order: marked.order, marked: marked.amount };
};

/** Puts a held line on the order that an operator says; kept before the partner is told. In the ledger's turn. */
export const putOn = async (ports: BankPorts, line: BankLine, byHand: ByHand): Promise<DeskOutcome> => {
  const { order } = byHand;
  const placed: BankLine = { ...line, status: { kind: 'recorded' }, byHand };
  const refusal = (await heldElsewhere(ports, line, order)) ?? (await besideRefusal(ports, placed));
  if (refusal) return refused(refusal);
  await ports.ledger.mark(placed);
  const { outcome } = await settleLine(ports, placed);
  if (!outcome) throw new RangeError('a line that an operator placed names its order');
  return outcome;
};

/** Why a line does not wait for an operator: with who placed it, where somebody did. */
const notHeld = (line: BankLine | undefined): Refusal => {
  if (!line || !('order' in line.status)) return { kind: 'unknownLine' };
  const { by, at } = line.byHand ?? {};
  const placed = by && at ? { by: by.name, at } : undefined;
  return { kind: 'alreadyPlaced', order: line.status.order, placed };
};

const place = async (ports: BankPorts, operator: Operator, wish: PlaceHeld): Promise<DeskOutcome> => {
  const { order: number, command } = wish;
  const found = await deskOrder(ports, operator, number);
  if (found.kind === 'refused') return found;
  const kept = await ports.ledger.find(wish.line);
  // A crash left it between the ledger and a partner.
  const line = kept?.status.kind === 'recorded' ? (await settleLine(ports, kept)).line : kept;
  if (line?.status.kind !== 'held') return refused(notHeld(line));
  const { currency } = found.order.quote.total;
  const given = line.amount.currency;
  if (given !== currency) return refused({ kind: 'currencyDiffers', order: number, currency, given });
  const at = ports.clock.now();
  const anyway = wish.anyway ? ({ anyway: true } as const) : {};
  return putOn(ports, line, { as: 'placed', order: number, by: operator, at, command, ...anyway });
};

/**
 * A held line is put on an order as if it had named it: once, however many operators do it at once. Where it may be
 * what was marked by hand, it takes a second word, `anyway`; where it surely is, it confirms that all the same.
 */
export const placeHeld = (ports: BankPorts, operator: Operator, wish: PlaceHeld): Promise<DeskOutcome> =>
  ports.ledger.inTurn(async () => (await repeated(ports, operator, wish)) ?? place(ports, operator, wish));
