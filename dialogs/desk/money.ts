import type { DeskMoney } from '../../cards/desk/view.ts';
import { ledgerObstacle } from '../../membership/deeds/withdraw-mark.ts';
import type { BankLine } from '../../membership/ports.ts';
import type { OrderNumber, PaymentId } from '../../membership/rules/ids.ts';
import type { Credit, HeldMoney, Partner } from '../../membership/rules/partner.ts';
import { orderOf } from '../../membership/rules/partner.ts';
import { bare } from '../../membership/rules/same-money.ts';
import { withdrawObstacle } from '../../membership/rules/withdrawing.ts';
import { orderNow, partnerNow, type FoundOrder } from './look.ts';
import type { DeskReader } from './turn.ts';

const ofCredit = ({ name }: Partner, { id, left, from, since }: Credit): DeskMoney => ({
  kind: 'credit',
  payment: id,
  amount: left,
  since,
  order: from,
  organisation: name,
  may: ['payBack'],
});

const ofLine = (line: BankLine): DeskMoney => {
  const { id, amount, valueDate, account, text, status } = line;
  const because = status.kind === 'held' ? status.because : undefined;
  const order = status.kind === 'held' ? status.suggestion : undefined;
  return {
    kind: 'line',
    payment: id,
    amount,
    since: valueDate,
    account,
    text,
    because,
    order,
    may: ['place'],
  };
};

/** What is held at a partner; where a bank line brought it, with what the bank says, and it may go to another order. */
const ofHeld = ({ name }: Partner, held: HeldMoney, line: BankLine | undefined): DeskMoney => ({
  ...(line ? ofLine(line) : {}),
  kind: 'held',
  payment: held.id,
  amount: held.amount,
  since: held.valueDate,
  because: held.because,
  order: held.order,
  organisation: name,
  may: line ? ['place', 'payBack'] : ['payBack'],
});

/** What was marked by hand on this order as of now and can still be withdrawn. */
const ofMark = ({ partner, order }: FoundOrder, line: BankLine): DeskMoney | undefined => {
  const { id, amount, valueDate, account, text, byHand } = line;
  if (byHand?.as !== 'marked' || byHand.order !== order.number) return undefined;
  if (ledgerObstacle(line) ?? withdrawObstacle(partner, { payment: id, order: order.number, amount }))
    return undefined;
  const facts = { payment: id, amount, account, text, order: order.number, organisation: partner.name };
  return { kind: 'marked', since: valueDate, ...facts, may: ['withdraw'] };
};

const marksOn = async ({ desk }: DeskReader, found: FoundOrder): Promise<readonly DeskMoney[]> => {
  const accounts = [found.order.account, ...Object.values(desk.catalogue.bankAccounts)];
  const ours = new Set(accounts.flatMap((one) => (one ? [bare(one.account)] : [])));
  const lines = await Promise.all([...ours].map((account) => desk.ledger.provisional(account)));
  return lines.flat().flatMap((line) => ofMark(found, line) ?? []);
};

const byId = (lines: readonly BankLine[], payment: PaymentId): BankLine | undefined =>
  lines.find(({ id }) => id === payment);

/** A partner's credit and held money. */
export const moneyOf = async ({ desk }: DeskReader, partner: Partner): Promise<readonly DeskMoney[]> => {
  const lines = partner.held.length > 0 ? await desk.ledger.held() : [];
  return [
    ...partner.credits.map((credit) => ofCredit(partner, credit)),
    ...partner.held.map((held) => ofHeld(partner, held, byId(lines, held.id))),
  ];
};

/** What an order's card shows of it: the partner's credit in its currency, and what is held for it. */
export const moneyFor = async (
  reader: DeskReader,
  partner: Partner,
  number: OrderNumber,
): Promise<readonly DeskMoney[]> => {
  const order = orderOf(partner, number);
  const currency = order?.quote.total.currency;
  const own = (await moneyOf(reader, partner)).filter((money) =>
    money.kind === 'credit' ? money.amount.currency === currency : money.order === number,
  );
  const lines = (await reader.desk.ledger.held()).map(ofLine).filter(({ order }) => order === number);
  const marks = order ? await marksOn(reader, { partner, order }) : [];
  return [...own, ...marks, ...lines].filter(
    ({ payment }, place, all) => all.findIndex((money) => money.payment === payment) === place,
  );
};

/** Held lines that are at no partner. */
export const looseLines = async (
  { desk }: Pick<DeskReader, 'desk'>,
  atPartners: readonly PaymentId[],
): Promise<readonly DeskMoney[]> =>
  (await desk.ledger.held()).map(ofLine).filter(({ payment }) => !atPartners.includes(payment));

export interface FoundMoney {
  readonly money: DeskMoney;
  readonly partner?: Partner | undefined;
}

const markNow = async (reader: DeskReader, payment: PaymentId): Promise<FoundMoney | undefined> => {
  const line = await reader.desk.ledger.find(payment);
  const found = line?.byHand && (await orderNow(reader, line.byHand.order));
  const money = line && found && ofMark(found, line);
  return money && { money, partner: found.partner };
};

/** Money by its payment, wherever it is now. */
export const moneyNow = async (reader: DeskReader, payment: PaymentId): Promise<FoundMoney | undefined> => {
  const id = await reader.desk.partners.ofPayment(payment);
  const partner = id && (await partnerNow(reader, id));
  const money = partner && (await moneyOf(reader, partner)).find((one) => one.payment === payment);
  // Where the order has expired, what was marked for it is credit.
  const mark = await markNow(reader, payment);
  if (money) return { money: mark ? { ...money, may: [...money.may, 'withdraw'] } : money, partner };
  if (mark) return mark;
  const line = byId(await reader.desk.ledger.held(), payment);
  if (!line) return undefined;
  const loose = ofLine(line);
  const suggested = loose.order && (await orderNow(reader, loose.order));
  return { money: { ...loose, organisation: suggested?.partner.name } };
};
