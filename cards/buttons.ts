import type { Competency, Language, Level, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import { isOpen, received, type Order } from '../membership/rules/order.ts';
import { openPage, submit, type Action, type SubmitAction } from './elements.ts';
import { say } from './say.ts';

/** The buttons that stand on more than one card. */
export const offersButton = (language: Language): SubmitAction =>
  submit(say(language, 'membershipOffers'), { action: 'offers' });
export const purchasedButton = (language: Language): SubmitAction =>
  submit(say(language, 'purchasedOffers'), { action: 'orders' });
export const feeButton = (language: Language): SubmitAction =>
  submit(say(language, 'checkFee'), { action: 'fee' });
export const helpButton = (language: Language): SubmitAction =>
  submit(say(language, 'help'), { action: 'help' });
export const rolesButton = (language: Language): SubmitAction =>
  submit(say(language, 'roles'), { action: 'roles' });
export const languageButton = (language: Language): SubmitAction =>
  submit(say(language, 'language'), { action: 'language' });
export const stopButton = (language: Language): SubmitAction =>
  submit(say(language, 'stop'), { action: 'stop' });
export const showOrderButton = (language: Language, order: OrderNumber): SubmitAction =>
  submit(say(language, 'showOrder'), { action: 'order', order }, { tooltip: order });
export const uploadProofButton = (language: Language, order: OrderNumber): SubmitAction =>
  submit(say(language, 'uploadProof'), { action: 'proof', order }, { tooltip: order });
export const cancelButton = (language: Language, order: OrderNumber): SubmitAction =>
  submit(say(language, 'cancelOrder'), { action: 'cancel', order }, { tooltip: order });
export const buyAgainButton = (language: Language, competency: Competency): SubmitAction =>
  submit(say(language, 'buyAgain'), { action: 'competency', purpose: 'offers', competency: competency.id });

/** To the tiles of a competency, from where it is not being bought again. */
export const seeOffersButton = (language: Language, competency: Competency): SubmitAction =>
  submit(say(language, 'seeOffers'), { action: 'competency', purpose: 'offers', competency: competency.id });
export const renewButton = (language: Language, level: Level): SubmitAction =>
  submit(
    say(language, 'renew'),
    { action: 'renew', level },
    { tooltip: say(language, `membership.${level}`), style: 'positive' },
  );
export const refundButton = (language: Language, order: OrderNumber): SubmitAction =>
  submit(say(language, 'requestRefund'), { action: 'refund', order }, { tooltip: order });

export const changeMethodButton = (language: Language, order: OrderNumber, to: PaymentMethod): SubmitAction =>
  submit(say(language, `change.${to}`), { action: 'changeMethod', order, to }, { tooltip: order });
/** Both leave Teams for the browser; the titles say so with their arrow. */
export const paymentPageButton = (language: Language, url: string): Action =>
  openPage(say(language, 'openPaymentPage'), url);
export const receiptButton = (language: Language, order: OrderNumber, url: string): Action =>
  openPage(say(language, 'openReceipt'), url, order);

/** A transfer order that waits takes a proof, a first or a further one. */
export const takesProof = (order: Order): boolean =>
  order.state === 'awaitingTransfer' || order.state === 'proofUnderReview';

/** Unactioned: no proof under review, no money received. */
export const canBeCancelled = (order: Order): boolean =>
  isOpen(order.state) && order.state !== 'proofUnderReview' && received(order).minor === 0;

/** What an open order allows wherever it is listed; its own card has more. */
export const orderButtons = (language: Language, order: Order): readonly Action[] => [
  ...(takesProof(order) ? [uploadProofButton(language, order.number)] : []),
  ...(canBeCancelled(order) ? [cancelButton(language, order.number)] : []),
];
