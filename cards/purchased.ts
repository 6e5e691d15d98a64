import type { Competency, Language, Level } from '../membership/rules/catalogue.ts';
import type { Day } from '../membership/rules/calendar.ts';
import type { Standing } from '../membership/rules/membership.ts';
import type { Money } from '../membership/rules/money.ts';
import { isOpen, placedOn, type Order } from '../membership/rules/order.ts';
import type { MembershipEnd } from '../membership/rules/partner.ts';
import {
  feeButton,
  offersButton,
  orderButtons,
  receiptButton,
  renewButton,
  showOrderButton,
} from './buttons.ts';
import {
  buttonRows,
  card,
  facts,
  heading,
  note,
  subheading,
  text,
  tile,
  type Card,
  type Element,
} from './elements.ts';
import { showDay, showMoney } from './format.ts';
import { say } from './say.ts';

export interface OrderLine {
  readonly order: Order;
  readonly competency: Competency;
  readonly due: Money;
  /** The page with its receipt, where it has one. */
  readonly receipt?: string | undefined;
}

export interface MembershipLine {
  readonly level: Level;
  readonly competency: Competency;
  readonly standing: Standing;
  readonly anniversary: Day;
  readonly paidOn: Day;
  readonly ended?: MembershipEnd | undefined;
  readonly window: { readonly opens: Day; readonly closes: Day };
  /** It can be renewed now, by this reader. */
  readonly canRenew: boolean;
}

export interface Purchased {
  readonly entries: readonly OrderLine[];
  readonly memberships: readonly MembershipLine[];
  readonly credits: readonly Money[];
  readonly mayAct: boolean;
}

/** As many as stay readable on a phone, and far within what a message may weigh. */
const mostShown = 8;

const standingText = (language: Language, { standing, ended }: MembershipLine): string =>
  standing === 'ended' && ended
    ? say(language, `ended.${ended.as}`, { day: showDay(language, ended.on) })
    : say(language, `standing.${standing === 'ended' ? 'lapsed' : standing}`);

const membershipTile = (language: Language, line: MembershipLine): Element => {
  const { standing, window } = line;
  const renewable = standing === 'active' || standing === 'inWindow';
  const from = showDay(language, window.opens);
  const to = showDay(language, window.closes);
  return tile(
    text(`${say(language, `membership.${line.level}`)}, ${line.competency.name}`, { weight: 'bolder' }),
    facts(
      [say(language, 'status'), standingText(language, line)],
      [say(language, 'paidOn'), showDay(language, line.paidOn)],
      standing === 'ended' ? undefined : [say(language, 'anniversary'), showDay(language, line.anniversary)],
      renewable ? [say(language, 'renewalWindow'), say(language, 'fromTo', { from, to })] : undefined,
    ),
    ...(line.canRenew ? buttonRows(renewButton(language, line.level)) : []),
  );
};

/** The title of the day until which an order waits; one to be paid on a page is not urged. */
export const deadline = (language: Language, { method }: Order): string =>
  say(language, method === 'card' ? 'openUntil' : 'payBy');

/** What is due of an order and by when; the same wherever orders are listed. */
export const orderFacts = (language: Language, { order, due }: OrderLine): Element => {
  const open = isOpen(order.state);
  return facts(
    [say(language, 'orderNumber'), order.number],
    [say(language, 'status'), say(language, `order.${order.state}`)],
    [say(language, 'orderedOn'), showDay(language, placedOn(order))],
    open
      ? [say(language, 'amountDue'), showMoney(language, due)]
      : [say(language, 'total'), showMoney(language, order.quote.total)],
    open ? [deadline(language, order), showDay(language, order.lastDay)] : undefined,
  );
};

/** What an order is for, as the title of its line. */
export const orderTitle = (language: Language, { order, competency }: OrderLine): Element =>
  text(`${say(language, `membership.${order.level}`)}, ${competency.name}`, { weight: 'bolder' });

const orderTile = (language: Language, line: OrderLine, mayAct: boolean): Element => {
  const { order, receipt } = line;
  return tile(
    orderTitle(language, line),
    orderFacts(language, line),
    ...(mayAct
      ? buttonRows(
          showOrderButton(language, order.number),
          ...orderButtons(language, order),
          ...(receipt === undefined ? [] : [receiptButton(language, order.number, receipt)]),
        )
      : []),
  );
};

/** Newest first. */
export const newestFirst = (lines: readonly OrderLine[]): readonly OrderLine[] =>
  lines.toSorted((a, b) => b.order.placedAt.localeCompare(a.order.placedAt));

/** The newest, and how many more there are. */
export const shownOrders = (
  language: Language,
  lines: readonly OrderLine[],
  show: (line: OrderLine) => Element,
): readonly Element[] => {
  const more = lines.length - mostShown;
  return [
    ...newestFirst(lines).slice(0, mostShown).map(show),
    ...(more > 0 ? [note(say(language, 'moreOrders', { count: more }))] : []),
  ];
};

const section = (title: string, items: readonly Element[]): readonly Element[] =>
  items.length === 0 ? [] : [subheading(title), ...items];

const creditLines = (language: Language, credits: readonly Money[]): readonly Element[] =>
  credits
    .filter((credit) => credit.minor > 0)
    .map((credit) =>
      text(say(language, 'creditKept', { credit: showMoney(language, credit) }), { weight: 'bolder' }),
    );

/** "Purchased offers": every membership and order, newest first, with what is due and what can be done. */
export const purchasedCard = (language: Language, purchased: Purchased): Card => {
  const { entries, memberships, credits, mayAct } = purchased;
  const title = say(language, 'purchasedOffers');
  const count = say(language, 'purchasedSummary', {
    memberships: memberships.length,
    orders: entries.length,
  });
  const nothing = entries.length === 0 && memberships.length === 0;
  const newestMemberships = memberships
    .toSorted((a, b) => b.anniversary.localeCompare(a.anniversary))
    .slice(0, mostShown);
  return card(
    `${title}: ${count}`,
    [
      heading(title),
      ...(nothing ? [text(say(language, 'nothingBought'))] : []),
      ...creditLines(language, credits),
      ...section(
        say(language, 'memberships'),
        newestMemberships.map((line) => membershipTile(language, line)),
      ),
      ...section(
        say(language, 'orders'),
        shownOrders(language, entries, (line) => orderTile(language, line, mayAct)),
      ),
      ...(mayAct ? [] : [note(say(language, 'needsRole'))]),
    ],
    mayAct ? [offersButton(language), feeButton(language)] : [],
  );
};
