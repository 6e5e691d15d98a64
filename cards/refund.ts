import type { Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import { sum, type Money } from '../membership/rules/money.ts';
import type { Order } from '../membership/rules/order.ts';
import type { Remaining } from '../membership/rules/remaining.ts';
import { card, facts, heading, submit, text, type Card, type Element } from './elements.ts';
import { showDay, showMoney } from './format.ts';
import { textInput } from './inputs.ts';
import { say } from './say.ts';

export interface RefundWish {
  readonly nonce: CommandId;
  readonly order: Order;
  readonly competency: Competency;
  /** The benefits that the partner has once the fee is refunded. */
  readonly remains?: Remaining | undefined;
}

const paid = ({ quote, payments }: Order, byCard: boolean): Money =>
  sum(
    quote.total.currency,
    payments.filter(({ source }) => (source === 'card') === byCard).map(({ amount }) => amount),
  );

/** How much goes back, each part the way it can. */
const waysBack = (language: Language, order: Order): readonly (readonly [string, string])[] => {
  const label = say(language, 'refund.amount');
  const [card, bank] = [paid(order, true), paid(order, false)];
  const toCard = say(language, 'refund.toCard', { amount: showMoney(language, card) });
  const toBank = say(language, 'refund.toBank', { amount: showMoney(language, bank) });
  return [
    ...(card.minor > 0 ? [[label, toCard] as const] : []),
    ...(bank.minor > 0 ? [[label, toBank] as const] : []),
  ];
};

/** What ends, and what the partner has then. */
const endLines = (language: Language, { order, remains }: RefundWish): readonly Element[] => {
  const day = remains ? showDay(language, remains.until) : '';
  if (remains?.level === order.level)
    return [text(say(language, 'refund.yearEnds', { day }), { weight: 'bolder' })];
  const ends = text(say(language, 'refund.ends'), { weight: 'bolder' });
  if (!remains) return [ends];
  const rest =
    remains.level === 'gold'
      ? say(language, 'refund.goldStays')
      : say(language, remains.standing === 'active' ? 'refund.silverBack' : 'refund.silverToRenew', { day });
  return [ends, text(rest, { spacing: 'small' })];
};

/** Really? The amount, where it goes back to, and what ends. */
export const refundCard = (language: Language, wish: RefundWish): Card => {
  const { nonce, order, competency } = wish;
  const title = say(language, 'requestRefund');
  return card(
    `${title}: ${order.number}`,
    [
      heading(title),
      facts(
        ...waysBack(language, order),
        [say(language, `membership.${order.level}`), competency.name],
        [say(language, 'orderNumber'), order.number],
        order.purchaseDate ? [say(language, 'paidOn'), showDay(language, order.purchaseDate)] : undefined,
      ),
      ...endLines(language, wish),
      text(say(language, 'refund.decides'), { spacing: 'small' }),
      textInput({ id: 'reason', label: say(language, 'refund.reason') }),
    ],
    [
      submit(
        title,
        { action: 'confirmRefund', order: order.number, nonce },
        { style: 'destructive', inputs: true },
      ),
      submit(say(language, 'refund.keep'), { action: 'keep', nonce }),
    ],
  );
};
