import { cardPaymentWords } from './card-payment.ts';
import { deskWords } from './desk.ts';
import { deskFormWords } from './desk-forms.ts';
import { deskHistoryWords } from './desk-history.ts';
import { deskRefusalWords } from './desk-refusals.ts';
import { digestWords } from './digest.ts';
import type { Entries } from './entry.ts';
import { fileWords } from './files.ts';
import { offerWords } from './offers.ts';
import { orderWords } from './orders.ts';
import { proofWords } from './proof.ts';
import { purchaseWords } from './purchase.ts';
import { receiptWords } from './receipt.ts';
import { refundWords } from './refund.ts';
import { refusalWords } from './refusals.ts';
import { reminderWords } from './reminders.ts';
import { renewalWords } from './renewal.ts';
import { roleWords } from './roles.ts';
import { startWords } from './start.ts';
import { stateWords } from './states.ts';
import { talkWords } from './talk.ts';
import { termWords } from './terms.ts';

/** By subject; that no key stands in two of them is tested. */
export const subjects = [
  termWords,
  stateWords,
  startWords,
  offerWords,
  purchaseWords,
  orderWords,
  cardPaymentWords,
  proofWords,
  receiptWords,
  reminderWords,
  renewalWords,
  refundWords,
  roleWords,
  refusalWords,
  deskWords,
  deskFormWords,
  deskHistoryWords,
  deskRefusalWords,
  digestWords,
  fileWords,
  talkWords,
] as const;

/** Every word that a person can read, by key. */
export const words = {
  ...termWords,
  ...stateWords,
  ...startWords,
  ...offerWords,
  ...purchaseWords,
  ...orderWords,
  ...cardPaymentWords,
  ...proofWords,
  ...receiptWords,
  ...reminderWords,
  ...renewalWords,
  ...refundWords,
  ...roleWords,
  ...refusalWords,
  ...deskWords,
  ...deskFormWords,
  ...deskHistoryWords,
  ...deskRefusalWords,
  ...digestWords,
  ...fileWords,
  ...talkWords,
} as const satisfies Entries;
export type WordKey = keyof typeof words;
