import { daysBetween } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { due, isOpen, placedOn, received, type Order } from '../../membership/rules/order.ts';
import { pendingRequest } from '../../membership/rules/refunding.ts';
import {
  banner,
  card,
  facts,
  heading,
  note,
  subheading,
  text,
  type Action,
  type Card,
  type Element,
} from '../elements.ts';
import { showDay, showMoney } from '../format.ts';
import { paidBackFacts } from '../order-refund.ts';
import { say } from '../say.ts';
import { deskButton, documentButton, formButtons, historyButton, nextProofButton } from './buttons.ts';
import { happenedText } from './events.ts';
import { moneyRow } from './money.ts';
import { deskProofLines } from './proof.ts';
import type { DeskOrderView } from './view.ts';

const marks = { good: '✔', attention: '✖' } as const;

/** What was just done, or why not; else what somebody else did meanwhile. */
const saidLines = (language: Language, { said, last, nameOf }: DeskOrderView): readonly Element[] => [
  ...(said ? [banner(said.style, text(`${marks[said.style]} ${said.words}`, { weight: 'bolder' }))] : []),
  ...(last && !said
    ? [banner('warning', text(happenedText(language, last, nameOf), { weight: 'bolder' }))]
    : []),
];

const requestText = (language: Language, order: Order): string | undefined => {
  const request = pendingRequest(order);
  if (!request) return undefined;
  const day = showDay(language, placedOn({ ...order, placedAt: request.at }));
  const why = request.approvedAt ? say(language, 'refundUnderWay') : request.reason;
  return why === undefined ? day : say(language, 'because', { what: day, why });
};

const lastDayText = (language: Language, { order, today }: DeskOrderView): string =>
  isOpen(order.state)
    ? say(language, 'payByDays', {
        day: showDay(language, order.lastDay),
        count: Math.max(0, daysBetween(today, order.lastDay)),
      })
    : showDay(language, order.lastDay);

const orderFacts = (language: Language, view: DeskOrderView): Element => {
  const { order, organisation, mpnId, competency, nameOf } = view;
  const paid = received(order);
  const request = requestText(language, order);
  return facts(
    [say(language, 'status'), say(language, `order.${order.state}`)],
    [say(language, 'organisation'), organisation],
    [say(language, 'mpnId'), mpnId],
    [say(language, 'competency'), `${competency.name}, ${say(language, `level.${order.level}`)}`],
    [say(language, 'total'), showMoney(language, order.quote.total)],
    paid.minor > 0 ? [say(language, 'received'), showMoney(language, paid)] : undefined,
    isOpen(order.state) ? [say(language, 'amountDue'), showMoney(language, due(order))] : undefined,
    [say(language, 'paysWith'), say(language, `method.${order.method}`)],
    [say(language, 'placedOn'), showDay(language, placedOn(order))],
    [say(language, 'placedBy'), nameOf(order.placedBy)],
    isOpen(order.state) || order.state === 'expired'
      ? [say(language, 'lastDay'), lastDayText(language, view)]
      : undefined,
    order.purchaseDate ? [say(language, 'paidOn'), showDay(language, order.purchaseDate)] : undefined,
    request ? [say(language, 'refundRequestFact'), request] : undefined,
    ...paidBackFacts(language, order),
  );
};

const moneyLines = (language: Language, { money }: DeskOrderView): readonly Element[] =>
  money.length === 0
    ? []
    : [subheading(say(language, 'moneyOfPartner')), ...money.map((one) => moneyRow(language, one))];

const ownLine = (language: Language, { own }: DeskOrderView): readonly Element[] =>
  own ? [text(say(language, 'ownOrganisation'), { weight: 'bolder' })] : [];

const actionsOf = (language: Language, view: DeskOrderView): readonly Action[] => [
  ...documentButton(language, view.document),
  ...formButtons(language, view),
];

const summary = (language: Language, { order, organisation }: DeskOrderView): string => {
  const state = say(language, `order.${order.state}`);
  return `${organisation}: ${say(language, 'orderSummary', { number: order.number, state })}`;
};

/** An order as the desk sees it: how it stands, what waits at it, and what can be done. */
export const deskOrderCard = (language: Language, view: DeskOrderView): Card => {
  const { order } = view;
  return card(
    summary(language, view),
    [
      heading(say(language, 'orderHeading', { number: order.number })),
      ...saidLines(language, view),
      ...ownLine(language, view),
      orderFacts(language, view),
      ...deskProofLines(language, view),
      ...moneyLines(language, view),
    ],
    [
      ...actionsOf(language, view),
      historyButton(language, order.number),
      ...(view.queue ? [nextProofButton(language, order.number)] : []),
      deskButton(language),
    ],
  );
};

/** The queue: one proof a card, the document and its fields first, the order beside them. */
export const reviewCard = (language: Language, view: DeskOrderView): Card => {
  const { order, queue } = view;
  const title = say(language, 'queueTitle');
  return card(
    `${title}: ${summary(language, view)}`,
    [
      heading(title),
      ...(queue ? [note(say(language, 'queuePlace', queue))] : []),
      ...saidLines(language, view),
      ...ownLine(language, view),
      ...deskProofLines(language, view),
      subheading(say(language, 'orderHeading', { number: order.number })),
      orderFacts(language, view),
      ...moneyLines(language, view),
    ],
    [
      ...actionsOf(language, view),
      historyButton(language, order.number),
      ...(queue && queue.count > 1 ? [nextProofButton(language, order.number)] : []),
    ],
  );
};
