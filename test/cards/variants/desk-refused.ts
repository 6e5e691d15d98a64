import type { Decided, DeskRefusal } from '../../../membership/rules/desk-refusals.ts';
import type { Currency } from '../../../membership/rules/money.ts';
import { day, euro, instant, orderNumber } from '../fixtures.ts';

const order = orderNumber();
const at = instant('2026-11-21T10:00:00.000Z');
const by = 'Olga Lind';
const currencies = ['EUR', 'USD'] as readonly string[] as readonly [Currency, Currency];
const decisions: readonly Decided[] = [
  'refunded',
  'refundApproved',
  'refundDeclined',
  'paid',
  'proofRejected',
  'proofHeld',
];
const because = ['notActive', 'benefitsUsed', 'silverAfterUpgrade', 'alreadyRequested'] as const;

export const deskRefusals: readonly DeskRefusal[] = [
  { kind: 'unknownOrder', order },
  { kind: 'ownOrganisation' },
  { kind: 'takesNoTransfer', order, method: 'card', state: 'awaitingCardPayment' },
  { kind: 'dayInFuture', day: day('2026-11-22') },
  { kind: 'dayTooEarly', day: day('2026-11-01'), earliest: day('2026-11-19') },
  { kind: 'amountNotPositive' },
  { kind: 'currencyDiffers', order, currency: currencies[0], given: currencies[1] },
  { kind: 'accountUnknown', account: 'NL91ABNA0417164300' },
  ...(['reference', 'reason', 'note'] as const).map((field) => ({ kind: 'leftEmpty' as const, field })),
  { kind: 'moneyKnown', order, day: day('2026-11-20') },
  { kind: 'moneyKnown', order, day: day('2026-11-20'), by },
  { kind: 'unknownLine' },
  { kind: 'alreadyPlaced', order },
  { kind: 'alreadyPlaced', order, placed: { by, at } },
  { kind: 'heldForOther', order },
  { kind: 'differsFromHand', order, marked: euro(5000) },
  ...because.map((why) => ({ kind: 'refundNotPossible' as const, order, because: why })),
  { kind: 'refundTooLate', order, lastDay: day('2026-11-20') },
  { kind: 'noRefundRequest', order },
  { kind: 'refundDiffers', order, toPay: euro(5000) },
  { kind: 'gatewayRefused', order, code: 'charge_already_refunded' },
  ...decisions.map((as) => ({ kind: 'alreadyDecided' as const, order, as, at, by })),
  { kind: 'alreadyDecided', order, as: 'paid', at },
  { kind: 'nothingToPayBack' },
  { kind: 'moreThanThere', left: euro(5000) },
  { kind: 'alreadyPaidBack', amount: euro(5000), on: day('2026-11-20') },
  { kind: 'alreadyPaidBack', amount: euro(5000), on: day('2026-11-20'), by },
  ...(['confirmed', 'withdrawn', 'counted'] as const).map((why) => ({
    kind: 'cannotWithdraw' as const,
    order,
    because: why,
  })),
  { kind: 'proofReplaced', order },
];
