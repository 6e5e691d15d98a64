import type { Language, PaymentMethod } from '../membership/rules/catalogue.ts';
import { due, type Order } from '../membership/rules/order.ts';
import { canBeCancelled, changeMethodButton, paymentPageButton } from './buttons.ts';
import { note, subheading, text, type Action, type Element } from './elements.ts';
import { showMoney } from './format.ts';
import type { OrderView } from './order-view.ts';
import { say } from './say.ts';

const payUrl = ({ order, mayAct, urls, held }: OrderView): string | undefined =>
  order.state === 'awaitingCardPayment' && mayAct && !held ? urls.pay : undefined;

/** The other way in which the order could be paid, where it can be changed. */
const otherMethod = ({ order, methods, held }: OrderView): PaymentMethod | undefined =>
  canBeCancelled(order) && !held ? methods.find((method) => method !== order.method) : undefined;

/** How the last try to pay ended; nothing of one that goes on, or of an order that does not wait for a card. */
export const lastAttempt = ({
  state,
  attempts,
}: Order): 'declined' | 'pageEnded' | 'pageFailed' | undefined => {
  const last = state === 'awaitingCardPayment' ? attempts?.at(-1) : undefined;
  if (last?.end === 'expired') return 'pageEnded';
  if (last?.end === 'failed') return 'pageFailed';
  return last?.declinedAt === undefined ? undefined : 'declined';
};

/** What can be done after a try that came to nothing. */
export const retryLines = (language: Language, view: OrderView): readonly Element[] => {
  const ended = lastAttempt(view.order);
  if (!ended || payUrl(view) === undefined) return [];
  const again = say(language, ended === 'declined' ? 'retry.declined' : 'retry.page');
  const transfer = otherMethod(view) === 'transfer' ? ` ${say(language, 'orTransfer')}` : '';
  return [text(`${again}${transfer}`, { spacing: 'small' })];
};

/** How much, and what is to be known before the page opens. */
export const cardPaymentLines = (language: Language, view: OrderView): readonly Element[] => {
  if (view.order.state !== 'awaitingCardPayment' || view.held) return [];
  const amount = showMoney(language, due(view.order));
  return [
    subheading(say(language, 'amountDue')),
    text(amount, { size: 'large', weight: 'bolder', spacing: 'none' }),
    text(say(language, 'paidOutside')),
    text(say(language, 'cardAddress')),
    ...(view.mayAct && view.urls.pay === undefined
      ? [note(say(language, 'methodOff.notYet', { method: say(language, 'method.card') }))]
      : []),
  ];
};

/** To the page, and to the other way of paying. */
export const paymentButtons = (language: Language, view: OrderView): readonly Action[] => {
  const url = payUrl(view);
  const other = otherMethod(view);
  return [
    ...(url === undefined ? [] : [paymentPageButton(language, url)]),
    ...(other ? [changeMethodButton(language, view.order.number, other)] : []),
  ];
};
