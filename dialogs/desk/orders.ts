import { historyCard } from '../../cards/desk/history.ts';
import { moneyCard } from '../../cards/desk/money.ts';
import { deskOrderCard, reviewCard } from '../../cards/desk/order.ts';
import { pageOf } from '../../cards/desk/page.ts';
import type { DeskOrderView } from '../../cards/desk/view.ts';
import { say } from '../../cards/say.ts';
import { refusalText } from '../../cards/sentences.ts';
import type { OrderNumber, PaymentId } from '../../membership/rules/ids.ts';
import { historyOf, isOwn, nameIn, orderNow } from './look.ts';
import { waiting } from './lists.ts';
import { moneyNow } from './money.ts';
import type { DeskTurn } from './turn.ts';
import { deskView } from './view.ts';

/** One order, by its number. */
export const showOrder = async (
  turn: DeskTurn,
  number: OrderNumber,
  besides: Pick<DeskOrderView, 'said' | 'queue'> = {},
): Promise<void> => {
  const found = await orderNow(turn, number);
  if (!found) return turn.say(refusalText(turn.language, { kind: 'unknownOrder', order: number }));
  await turn.show(deskOrderCard(turn.language, await deskView(turn, found, besides)), number);
};

export const showHistory = async (turn: DeskTurn, number: OrderNumber, page?: number): Promise<void> => {
  const found = await orderNow(turn, number);
  if (!found) return turn.say(refusalText(turn.language, { kind: 'unknownOrder', order: number }));
  const entries = pageOf(historyOf(found.partner, number), page);
  await turn.show(historyCard(turn.language, { order: number, entries, nameOf: nameIn(found.partner) }));
};

export const showMoneyItem = async (turn: DeskTurn, payment: PaymentId): Promise<void> => {
  const found = await moneyNow(turn, payment);
  if (!found) return turn.say(say(turn.language, 'moneyGone'));
  const own = found.partner !== undefined && isOwn(turn, found.partner);
  await turn.show(moneyCard(turn.language, { ...found.money, own }));
};

/** The oldest proof to be reviewed, or the one that comes after another. */
export const showQueue = async (turn: DeskTurn, after?: OrderNumber): Promise<void> => {
  const matters = await waiting(turn, 'proof');
  const start = matters.findIndex(({ order }) => order === after) + 1;
  const places = matters.map((_, index) => (start + index) % matters.length);
  for (const place of places) {
    const number = matters[place]?.order;
    const found = number && (await orderNow(turn, number));
    // Decided since the list was made.
    if (found?.order.state !== 'proofUnderReview') continue;
    const queue = { place: place + 1, count: matters.length };
    const view = await deskView(turn, found, { queue });
    return turn.show(reviewCard(turn.language, view), found.order.number);
  }
  await turn.say(say(turn.language, 'queueEmpty'));
};

/** Whether there is another proof to go on with; its button stands below what was decided. */
export const queueBehind = async (turn: DeskTurn): Promise<DeskOrderView['queue']> => {
  const { length: count } = await waiting(turn, 'proof');
  return count > 0 ? { place: 1, count } : undefined;
};
