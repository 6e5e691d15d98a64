import type { Language } from '../membership/rules/catalogue.ts';
import type { CommandId, OrderNumber } from '../membership/rules/ids.ts';
import { stopButton } from './buttons.ts';
import { buttonRows, card, heading, submit, text, tile, type Action, type Card } from './elements.ts';
import { orderFacts, orderTitle, shownOrders, type OrderLine } from './purchased.ts';
import { say } from './say.ts';

export interface OrderChoice {
  readonly purpose: 'proof' | 'cancel';
  readonly nonce: CommandId;
  readonly orders: readonly OrderLine[];
}

const chooseButton = (language: Language, { purpose, nonce }: OrderChoice, order: OrderNumber): Action =>
  submit(
    say(language, purpose === 'proof' ? 'uploadProof' : 'cancelOrder'),
    { action: purpose, order, nonce },
    { tooltip: order },
  );

/** Which order? */
export const chooseOrderCard = (language: Language, choice: OrderChoice): Card => {
  const question = say(language, choice.purpose === 'proof' ? 'chooseForProof' : 'chooseForCancel');
  return card(
    question,
    [
      heading(say(language, choice.purpose === 'proof' ? 'uploadProof' : 'cancelOrder')),
      text(question),
      ...shownOrders(language, choice.orders, (line) =>
        tile(
          orderTitle(language, line),
          orderFacts(language, line),
          ...buttonRows(chooseButton(language, choice, line.order.number)),
        ),
      ),
    ],
    [stopButton(language)],
  );
};
