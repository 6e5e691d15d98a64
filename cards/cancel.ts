import type { Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import { placedOn, type Order } from '../membership/rules/order.ts';
import { card, facts, heading, submit, text, type Card } from './elements.ts';
import { showDay, showMoney } from './format.ts';
import { say } from './say.ts';

export interface Cancellation {
  readonly nonce: CommandId;
  readonly order: Order;
  readonly competency: Competency;
}

/** Really cancel? */
export const cancelCard = (language: Language, { nonce, order, competency }: Cancellation): Card =>
  card(
    `${say(language, 'cancelOrder')}: ${order.number}`,
    [
      heading(say(language, 'cancelOrder')),
      facts(
        [say(language, 'orderNumber'), order.number],
        [say(language, `membership.${order.level}`), competency.name],
        [say(language, 'total'), showMoney(language, order.quote.total)],
        [say(language, 'orderedOn'), showDay(language, placedOn(order))],
      ),
      text(say(language, 'reallyCancel')),
    ],
    [
      submit(
        say(language, 'cancelOrder'),
        { action: 'confirmCancel', order: order.number, nonce },
        { style: 'destructive' },
      ),
      submit(say(language, 'keepOrder'), { action: 'keep', nonce }),
    ],
  );
