import type { Competency, Language, LinkName } from '../membership/rules/catalogue.ts';
import { dayOf, daysBetween, type Day } from '../membership/rules/calendar.ts';
import type { Money } from '../membership/rules/money.ts';
import { due, isOpen, placedOn, received, type Order } from '../membership/rules/order.ts';
import type { News } from '../membership/rules/partner.ts';
import { buyAgainButton, canBeCancelled, offersButton, orderButtons, purchasedButton } from './buttons.ts';
import {
  banner,
  card,
  copyable,
  facts,
  heading,
  link,
  note,
  text,
  type Action,
  type Card,
  type Element,
} from './elements.ts';
import { showDay, showMoney } from './format.ts';
import { proofLines, rejectionLines } from './order-proof.ts';
import { priceFacts } from './price.ts';
import { say } from './say.ts';
import { refusalText } from './sentences.ts';
import { wireInstructions } from './wire.ts';

export interface OrderView {
  readonly order: Order;
  readonly competency: Competency;
  readonly mpnId: string;
  readonly today: Day;
  /** What the partner has to its credit in the order's currency. */
  readonly credit?: Money | undefined;
  /** What has just happened; shown on top. */
  readonly news?: News | undefined;
  /** Whether the reader has a role that may act on the order. */
  readonly mayAct: boolean;
  readonly links: Readonly<Record<LinkName, string>>;
  /** Of an active order: until when its membership is paid. */
  readonly anniversary?: Day | undefined;
  readonly renewal?: { readonly opens: Day; readonly closes: Day } | undefined;
}

const bannerStyle = {
  placed: 'good',
  proofReceived: 'good',
  active: 'good',
  cancelled: 'good',
  refunded: 'good',
  credited: 'warning',
  short: 'warning',
  held: 'warning',
  pageEnded: 'warning',
  proofRejected: 'attention',
  declined: 'attention',
  reversed: 'attention',
} as const satisfies Record<News, 'good' | 'warning' | 'attention'>;

const mark = { good: '✔', warning: '!', attention: '✖' } as const;

/** What happens next, and when. */
const nextText = (language: Language, { order, anniversary, renewal }: OrderView): string => {
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
    case 'refunded':
    case 'reversed':
      return say(language, `next.${order.state}`);
  }
};

/** The last proof, where it was sent back and nothing has come of the order since. */
const rejection = ({ proofs, state }: Order): string | undefined =>
  state === 'awaitingTransfer' ? proofs.at(-1)?.rejected?.reason : undefined;

const top = (language: Language, view: OrderView): readonly Element[] => {
  const reason = rejection(view.order);
  const news = view.news ?? (reason === undefined ? undefined : 'proofRejected');
  const next = text(nextText(language, view));
  if (news === undefined) return [next];
  const style = bannerStyle[news];
  const said = text(`${mark[style]} ${say(language, `news.${news}`)}`, { weight: 'bolder' });
  const why = news === 'proofRejected' && reason !== undefined ? rejectionLines(language, reason) : [];
  return [banner(style, said, ...why), next];
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

const payBy = (language: Language, { order, today }: OrderView): string =>
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
    open ? [say(language, 'payBy'), payBy(language, view)] : undefined,
    purchaseDate ? [say(language, 'paidOn'), showDay(language, purchaseDate)] : undefined,
    cancelled ? [say(language, 'cancelledOn'), showDay(language, dayOf(cancelled.at))] : undefined,
  );
};

/** What a transfer that is still awaited needs. */
const transferLines = (language: Language, view: OrderView): readonly Element[] => {
  const { order } = view;
  const open = order.state === 'awaitingTransfer' || order.state === 'proofUnderReview';
  if (!open || !order.account || due(order).minor === 0) return [];
  return [...references(language, view), ...wireInstructions(language, order.account, due(order))];
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

/** A button that is missing says why. */
const whyNot = (language: Language, { order, mayAct, links }: OrderView): readonly Element[] => {
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

const actions = (language: Language, { order, competency, mayAct }: OrderView): readonly Action[] => {
  if (!mayAct) return [];
  const ended = order.state === 'expired' || order.state === 'cancelled';
  return [
    ...orderButtons(language, order),
    ...(ended ? [buyAgainButton(language, competency)] : []),
    purchasedButton(language),
    ...(order.state === 'refunded' || order.state === 'reversed' ? [offersButton(language)] : []),
  ];
};

const summary = (language: Language, { order, news }: OrderView): string => {
  const state = say(language, 'orderSummary', {
    number: order.number,
    state: say(language, `order.${order.state}`),
  });
  return news ? `${say(language, `news.${news}`)} ${state}` : state;
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
      ...transferLines(language, view),
      stateFacts(language, view),
      ...(proof ? proofLines(language, proof) : []),
      ...notes(language, view),
      ...whyNot(language, view),
    ],
    actions(language, view),
  );
};
