import type { Language } from '../membership/rules/catalogue.ts';
import { isOpen, received } from '../membership/rules/order.ts';
import {
  buyAgainButton,
  canBeCancelled,
  cancelButton,
  offersButton,
  purchasedButton,
  receiptButton,
  refundButton,
  renewButton,
  takesProof,
  uploadProofButton,
} from './buttons.ts';
import { link, note, type Action, type Element } from './elements.ts';
import { paymentButtons } from './order-card-payment.ts';
import type { OrderView } from './order-view.ts';
import { say } from './say.ts';
import { refusalText } from './sentences.ts';

/** A button that is missing says why. */
export const whyNot = (language: Language, { order, mayAct, links }: OrderView): readonly Element[] => {
  if (!mayAct) return [note(say(language, 'readOnly')), link(say(language, 'link.roles'), links.roles)];
  if (!isOpen(order.state) && order.state !== 'active') return [];
  if (canBeCancelled(order)) return [];
  const because =
    order.state === 'active'
      ? 'active'
      : order.state === 'proofUnderReview'
        ? 'proofUnderReview'
        : 'moneyReceived';
  const { number, state } = order;
  return [
    note(
      refusalText(language, {
        kind: 'cannotCancel',
        order: number,
        state,
        because,
        received: received(order),
      }),
    ),
  ];
};

/** What can be done with the order now. */
export const orderActions = (language: Language, view: OrderView): readonly Action[] => {
  const { order, competency, mayAct, urls } = view;
  if (!mayAct) return [];
  const { number, state } = order;
  const ended = state === 'expired' || state === 'cancelled';
  return [
    ...(takesProof(order) ? [uploadProofButton(language, number)] : []),
    ...paymentButtons(language, view),
    ...(canBeCancelled(order) ? [cancelButton(language, number)] : []),
    ...(urls.receipt === undefined ? [] : [receiptButton(language, number, urls.receipt)]),
    ...(view.may?.renew ? [renewButton(language, order.level)] : []),
    ...(view.may?.refund ? [refundButton(language, number)] : []),
    ...(ended ? [buyAgainButton(language, competency)] : []),
    purchasedButton(language),
    ...(state === 'refunded' || state === 'reversed' ? [offersButton(language)] : []),
  ];
};
