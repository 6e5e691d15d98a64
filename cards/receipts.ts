import type { Language } from '../membership/rules/catalogue.ts';
import { buttonRows, card, facts, heading, tile, type Card, type Element } from './elements.ts';
import { receiptButton } from './buttons.ts';
import { showDay, showMoney } from './format.ts';
import { orderTitle, shownOrders, type OrderLine } from './purchased.ts';
import { say } from './say.ts';

const receiptTile = (language: Language, line: OrderLine): Element => {
  const { order, receipt } = line;
  return tile(
    orderTitle(language, line),
    facts(
      [say(language, 'orderNumber'), order.number],
      [say(language, 'status'), say(language, `order.${order.state}`)],
      [say(language, 'total'), showMoney(language, order.quote.total)],
      order.purchaseDate ? [say(language, 'paidOn'), showDay(language, order.purchaseDate)] : undefined,
    ),
    ...(receipt === undefined ? [] : buttonRows(receiptButton(language, order.number, receipt))),
  );
};

/** The orders that have a receipt, newest first, each with the button that opens it. */
export const receiptsCard = (language: Language, lines: readonly OrderLine[]): Card =>
  card(say(language, 'receiptsSummary', { count: lines.length }), [
    heading(say(language, 'receipts')),
    ...shownOrders(language, lines, (line) => receiptTile(language, line)),
  ]);
