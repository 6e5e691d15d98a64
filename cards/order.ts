import type { Language } from '../membership/rules/catalogue.ts';
import { dayOf, daysBetween } from '../membership/rules/calendar.ts';
import { due, isOpen, placedOn, received, type Order } from '../membership/rules/order.ts';
import type { News } from '../membership/rules/message.ts';
import { banner, card, copyable, facts, heading, note, text, type Card, type Element } from './elements.ts';
import { showDay, showMoney } from './format.ts';
import { orderActions, whyNot } from './order-actions.ts';
import { cardPaymentLines, lastAttempt, retryLines } from './order-card-payment.ts';
import { proofLines, rejectionLines } from './order-proof.ts';
import { endedText, paidBackFacts, refundLines } from './order-refund.ts';
import type { OrderView } from './order-view.ts';
import { priceFacts } from './price.ts';
import { deadline } from './purchased.ts';
import { say } from './say.ts';
import { wireInstructions } from './wire.ts';

/** What has happened, told or seen from the order itself. */
type Happening = News | NonNullable<ReturnType<typeof lastAttempt>>;

const bannerStyle = {
  placed: 'good',
  proofReceived: 'good',
  active: 'good',
  cancelled: 'good',
  refundRequested: 'good',
  refunded: 'good',
  paidBack: 'good',
  credited: 'warning',
  short: 'warning',
  held: 'warning',
  pageEnded: 'warning',
  pageFailed: 'warning',
  proofRejected: 'attention',
  declined: 'attention',
  refundDeclined: 'attention',
  reversed: 'attention',
} as const satisfies Record<Happening, 'good' | 'warning' | 'attention'>;

const mark = { good: '✔', warning: '!', attention: '✖' } as const;

const happeningText = (language: Language, happening: Happening, { state }: Order): string => {
  if (happening !== 'credited') return say(language, `news.${happening}`);
  if (state === 'active') return say(language, 'news.creditedPaid');
  return say(language, isOpen(state) ? 'news.creditedLate' : 'news.credited');
};

/** What happens next, and when. */
const nextText = (language: Language, view: OrderView): string => {
  const { order, anniversary, renewal } = view;
  const lastDay = showDay(language, order.lastDay);
  switch (order.state) {
    case 'awaitingTransfer':
      return say(language, 'next.awaitingTransfer', { due: showMoney(language, due(order)), lastDay });
    case 'awaitingCardPayment':
    case 'proofUnderReview':
    case 'expired':
      return say(language, `next.${order.state}`, { lastDay });
    case 'active':
      return anniversary && renewal
        ? say(language, 'next.activeUntil', {
            anniversary: showDay(language, anniversary),
            opens: showDay(language, renewal.opens),
            closes: showDay(language, renewal.closes),
          })
        : say(language, 'next.active');
    case 'cancelled':
      return say(language, 'next.cancelled');
    case 'refunded':
    case 'reversed':
      return endedText(language, order.state, view);
  }
};

/** The last proof, where it was sent back and nothing has come of the order since. */
const rejection = ({ proofs, state }: Order): string | undefined =>
  state === 'awaitingTransfer' ? proofs.at(-1)?.rejected?.reason : undefined;

/** What the order itself shows to have happened last. */
const seen = ({ order, held }: OrderView): Happening | undefined => {
  if (held) return 'held';
  return rejection(order) === undefined ? lastAttempt(order) : 'proofRejected';
};

const top = (language: Language, view: OrderView): readonly Element[] => {
  const reason = rejection(view.order);
  const happening = view.news ?? seen(view);
  // What an operator has to place first leaves nothing to be done on the page.
  const settled = view.held && view.order.state === 'awaitingCardPayment';
  const next = settled ? [] : [text(nextText(language, view))];
  if (happening === undefined) return next;
  const style = bannerStyle[happening];
  const what = happeningText(language, happening, view.order);
  const said = text(`${mark[style]} ${what}`, { weight: 'bolder' });
  const why = happening === 'proofRejected' && reason !== undefined ? rejectionLines(language, reason) : [];
  return [banner(style, said, ...why, ...retryLines(language, view)), ...next];
};

/** What the wire must carry, each on a line of its own, ready to copy. */
const references = (language: Language, { order, mpnId }: OrderView): readonly Element[] => [
  text(say(language, 'wireReference'), { isSubtle: true, spacing: 'medium' }),
  copyable(`${order.number} ${mpnId}`),
];

const ids = (language: Language, { order, mpnId }: OrderView): readonly Element[] => [
  text(say(language, 'orderNumber'), { isSubtle: true, spacing: 'medium' }),
  copyable(order.number),
  text(say(language, 'mpnId'), { isSubtle: true, spacing: 'small' }),
  copyable(mpnId),
];

const daysLeft = (language: Language, { order, today }: OrderView): string =>
  say(language, 'payByDays', {
    day: showDay(language, order.lastDay),
    count: Math.max(0, daysBetween(today, order.lastDay)),
  });

const stateFacts = (language: Language, view: OrderView): Element => {
  const { order } = view;
  const open = isOpen(order.state);
  const paid = received(order);
  const { cancelled, purchaseDate } = order;
  return facts(
    [say(language, 'status'), say(language, `order.${order.state}`)],
    [say(language, 'orderedOn'), showDay(language, placedOn(order))],
    ...priceFacts(language, order.quote),
    paid.minor > 0 ? [say(language, 'received'), showMoney(language, paid)] : undefined,
    open && paid.minor > 0 ? [say(language, 'amountDue'), showMoney(language, due(order))] : undefined,
    open ? [deadline(language, order), daysLeft(language, view)] : undefined,
    purchaseDate ? [say(language, 'paidOn'), showDay(language, purchaseDate)] : undefined,
    cancelled ? [say(language, 'cancelledOn'), showDay(language, dayOf(cancelled.at))] : undefined,
    ...paidBackFacts(language, order),
  );
};

/** What a transfer that is still awaited needs. Once a proof is there, where to pay matters only if money came short. */
const transferLines = (language: Language, view: OrderView): readonly Element[] => {
  const { order } = view;
  const open = order.state === 'awaitingTransfer' || order.state === 'proofUnderReview';
  if (!open || !order.account || due(order).minor === 0) return [];
  const isToPay = order.state === 'awaitingTransfer' || received(order).minor > 0;
  return [
    ...references(language, view),
    ...(isToPay ? wireInstructions(language, order.account, due(order)) : []),
  ];
};

const notes = (language: Language, { order, credit }: OrderView): readonly Element[] => {
  const waits = order.state === 'awaitingTransfer' || order.state === 'proofUnderReview';
  const begun = order.state === 'proofUnderReview' || received(order).minor > 0;
  return [
    ...(waits ? [note(say(language, 'whenActive'))] : []),
    ...(waits && begun ? [note(say(language, 'nothingIsLost'))] : []),
    ...(credit && credit.minor > 0
      ? [text(say(language, 'creditKept', { credit: showMoney(language, credit) }), { weight: 'bolder' })]
      : []),
  ];
};

const summary = (language: Language, { order, news }: OrderView): string => {
  const state = say(language, 'orderSummary', {
    number: order.number,
    state: say(language, `order.${order.state}`),
  });
  return news ? `${happeningText(language, news, order)} ${state}` : state;
};

/** An order, whatever its state: what was bought, what is due, what happens next, and what can be done now. */
export const orderCard = (language: Language, view: OrderView): Card => {
  const { order, competency } = view;
  const proof = order.proofs.at(-1);
  return card(
    summary(language, view),
    [
      heading(`${say(language, `membership.${order.level}`)}, ${competency.name}`),
      ...top(language, view),
      ...ids(language, view),
      ...refundLines(language, view),
      ...transferLines(language, view),
      ...cardPaymentLines(language, view),
      stateFacts(language, view),
      ...(proof ? proofLines(language, proof, view.sharedProof === true) : []),
      ...notes(language, view),
      ...whyNot(language, view),
    ],
    orderActions(language, view),
  );
};
