import type { Competency, Language } from '../membership/rules/catalogue.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import { isOpen, received, type Order } from '../membership/rules/order.ts';
import { submit, type Action } from './elements.ts';
import { say } from './say.ts';

/** The buttons that stand on more than one card. */
export const offersButton = (language: Language): Action =>
  submit(say(language, 'membershipOffers'), { action: 'offers' });
export const purchasedButton = (language: Language): Action =>
  submit(say(language, 'purchasedOffers'), { action: 'orders' });
export const feeButton = (language: Language): Action => submit(say(language, 'checkFee'), { action: 'fee' });
export const helpButton = (language: Language): Action => submit(say(language, 'help'), { action: 'help' });
export const languageButton = (language: Language): Action =>
  submit(say(language, 'language'), { action: 'language' });
export const stopButton = (language: Language): Action => submit(say(language, 'stop'), { action: 'stop' });
export const showOrderButton = (language: Language, order: OrderNumber): Action =>
  submit(say(language, 'showOrder'), { action: 'order', order }, { tooltip: order });
export const uploadProofButton = (language: Language, order: OrderNumber): Action =>
  submit(say(language, 'uploadProof'), { action: 'proof', order }, { tooltip: order });
export const cancelButton = (language: Language, order: OrderNumber): Action =>
  submit(say(language, 'cancelOrder'), { action: 'cancel', order }, { tooltip: order });
export const buyAgainButton = (language: Language, competency: Competency): Action =>
  submit(say(language, 'buyAgain'), { action: 'competency', purpose: 'offers', competency: competency.id });

/** A transfer order that waits takes a proof, a first or a further one. */
const takesProof = (order: Order): boolean =>
  order.state === 'awaitingTransfer' || order.state === 'proofUnderReview';

/** Unactioned: no proof under review, no money received. */
export const canBeCancelled = (order: Order): boolean =>
  isOpen(order.state) && order.state !== 'proofUnderReview' && received(order).minor === 0;

/** What an open order allows now. */
export const orderButtons = (language: Language, order: Order): readonly Action[] => [
  ...(takesProof(order) ? [uploadProofButton(language, order.number)] : []),
  ...(canBeCancelled(order) ? [cancelButton(language, order.number)] : []),
];
