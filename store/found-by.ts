import type { PaymentId } from '../membership/rules/ids.ts';
import type { Partner } from '../membership/rules/partner.ts';
import { plainWords } from '../membership/rules/plain-words.ts';

/** What came in, whatever has become of it: spent credit and money that went back have no other trace. */
const receivedIds = (partner: Partner): readonly PaymentId[] =>
  partner.history.flatMap(({ event }) =>
    event.type === 'paymentReceived' || event.type === 'moneyHeld' ? [event.payment] : [],
  );

/** Every payment that a partner can be found by, for ever. */
export const paymentIds = (partner: Partner): readonly PaymentId[] => [
  ...partner.orders.flatMap((order) => order.payments.map((payment) => payment.id)),
  ...partner.credits.map((credit) => credit.id),
  ...partner.held.map((held) => held.id),
  ...receivedIds(partner),
];

/** A name, or a part of one, as it is searched. */
export const searched = (text: string): string => plainWords(text).join(' ');
