import type { Language } from '../membership/rules/catalogue.ts';
import type { CommandId, OrderNumber } from '../membership/rules/ids.ts';
import type { ButtonData } from './actions.ts';
import { stopButton } from './buttons.ts';
import { buttonRows, card, heading, submit, text, tile, type Action, type Card } from './elements.ts';
import { orderFacts, orderTitle, shownOrders, type OrderLine } from './purchased.ts';
import { say } from './say.ts';

/** What an order is chosen for. */
export type OrderPurpose = 'proof' | 'cancel' | 'payByCard' | 'payByTransfer' | 'refund';

export interface OrderChoice {
  readonly purpose: OrderPurpose;
  readonly nonce: CommandId;
  readonly orders: readonly OrderLine[];
}

/** What is asked, and the title of the buttons that answer it. */
const wording = {
  proof: { title: 'uploadProof', question: 'chooseForProof' },
  cancel: { title: 'cancelOrder', question: 'chooseForCancel' },
  payByCard: { title: 'change.card', question: 'chooseToPayBy.card' },
  payByTransfer: { title: 'change.transfer', question: 'chooseToPayBy.transfer' },
  refund: { title: 'requestRefund', question: 'chooseForRefund' },
} as const satisfies Record<OrderPurpose, object>;

const chosen = ({ purpose, nonce }: OrderChoice, order: OrderNumber): ButtonData => {
  switch (purpose) {
    case 'proof':
    case 'cancel':
    case 'refund':
      return { action: purpose, order, nonce };
    case 'payByCard':
      return { action: 'changeMethod', order, to: 'card', nonce };
    case 'payByTransfer':
      return { action: 'changeMethod', order, to: 'transfer', nonce };
  }
};

const chooseButton = (language: Language, choice: OrderChoice, order: OrderNumber): Action =>
  submit(say(language, wording[choice.purpose].title), chosen(choice, order), { tooltip: order });

/** Which order? */
export const chooseOrderCard = (language: Language, choice: OrderChoice): Card => {
  const { title, question } = wording[choice.purpose];
  return card(
    say(language, question),
    [
      heading(say(language, title)),
      text(say(language, question)),
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
