import type { BankLedger } from '../ports.ts';
import type { Instant } from '../rules/calendar.ts';
import type { HistoryEntry, Operator } from '../rules/history.ts';
import type { CommandId, MpnId, PaymentId } from '../rules/ids.ts';
import type { PaidBack } from '../rules/order.ts';
import type { Partner } from '../rules/partner.ts';
import { admins } from '../rules/roles.ts';
import { amountRefusal, payBack as paidBack, returnable } from '../rules/paying-back.ts';
import type { Refusal } from '../rules/refusals.ts';
import { bare } from '../rules/same-money.ts';

import {
  dayRefusal,
  deskOutcome,
  emptyRefusal,
  operatorDoing,
  ownRefusal,
  refused,
  type DeskOutcome,
} from './desk.ts';
import { orderNews, perform, type DeedPorts } from './perform.ts';

/** Credit or held money of a partner that the operator's bank has paid back. */
export interface PayBack extends PaidBack {
  readonly partner: MpnId;
  readonly payment: PaymentId;
  readonly command: CommandId;
}

type PaidBackEntry = HistoryEntry & {
  readonly event: Extract<HistoryEntry['event'], { type: 'moneyPaidBack' }>;
};
const isPaidBack = (entry: HistoryEntry): entry is PaidBackEntry => entry.event.type === 'moneyPaidBack';

/** The same payment of the bank, noted by somebody else before. */
const notedBefore = ({ history }: Partner, wish: PayBack): Refusal | undefined => {
  const entry = history
    .filter(isPaidBack)
    .findLast(
      ({ event }) => event.payment === wish.payment && bare(event.reference) === bare(wish.reference),
    );
  if (!entry) return undefined;
  const { amount, on } = entry.event;
  return { kind: 'alreadyPaidBack', amount, on, ...('name' in entry.by ? { by: entry.by.name } : {}) };
};

const refusalOf = (partner: Partner, wish: PayBack, now: Instant): Refusal | undefined => {
  const noted = emptyRefusal('reference', wish.reference) ?? notedBefore(partner, wish);
  if (noted) return noted;
  const money = returnable(partner, wish.payment);
  if (!money) return { kind: 'nothingToPayBack' };
  return amountRefusal(money, wish.amount) ?? dayRefusal(wish.on, money.since, now);
};

/** Held money that was paid back waits for no operator any more. */
const settle = async (ledger: BankLedger, partner: Partner, { payment, on }: PayBack): Promise<void> => {
  if (returnable(partner, payment)) return;
  const line = await ledger.find(payment);
  if (line?.status.kind === 'held' || line?.status.kind === 'recorded')
    await ledger.mark({ ...line, status: { kind: 'paidBack', on } });
};

/** The operator's bank has paid credit, or money that was held, back to the partner. */
export const payBack = (
  ports: DeedPorts & { readonly ledger: BankLedger },
  operator: Operator,
  wish: PayBack,
): Promise<DeskOutcome> =>
  ports.ledger.inTurn(async () => {
    const doing = operatorDoing(operator, wish.partner, wish.command);
    const outcome = deskOutcome(
      await perform(ports, doing, (partner, now) => {
        const refusal = ownRefusal(partner, operator) ?? refusalOf(partner, wish, now);
        const money = returnable(partner, wish.payment);
        if (refusal || !money) return refused(refusal ?? { kind: 'nothingToPayBack' });
        const { on, amount, reference } = wish;
        const change = paidBack(partner, money, { on, amount, reference: reference.trim() });
        const tell = [orderNews(admins(ports.catalogue, partner), money.order, 'paidBack')];
        return { kind: 'accepted', change, order: money.order, tell };
      }),
    );
    if (outcome.kind === 'accepted') await settle(ports.ledger, outcome.partner, wish);
    return outcome;
  });
