import type { Language } from '../../membership/rules/catalogue.ts';
import { dayOf, isDay, type Day, type Instant } from '../../membership/rules/calendar.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { MatterKind } from '../../membership/rules/matters.ts';
import { due, isOpen, placedOn, type Order } from '../../membership/rules/order.ts';
import { card, heading, note, text, type Card, type Element } from '../elements.ts';
import { showDay, showMoney } from '../format.ts';
import { say } from '../say.ts';
import type { DeskButtonData } from './actions.ts';
import { deskButton, deskRow } from './buttons.ts';
import { moneyRow } from './money.ts';
import { pageButtons, pageNote, type Page } from './page.ts';
import type { DeskMoney } from './view.ts';

/** One row of a list: an order, or money. */
export type DeskLine =
  | {
      readonly kind: 'order';
      readonly order: Order;
      readonly organisation: string;
      readonly since: Day | Instant;
      readonly aside?: boolean | undefined;
    }
  | { readonly kind: 'money'; readonly money: DeskMoney };

const dayIn = (moment: Day | Instant): Day => (isDay(moment) ? moment : dayOf(moment));

/** "handed in 2 March 2026". */
export const sinceText = (language: Language, list: MatterKind, since: Day | Instant): string =>
  say(language, `since.${list}`, { day: showDay(language, dayIn(since)) });

const orderRow = (
  language: Language,
  list: MatterKind,
  { order, organisation, since, aside }: Extract<DeskLine, { kind: 'order' }>,
): Element =>
  deskRow(
    `${order.number} · ${organisation}`,
    [
      showMoney(language, isOpen(order.state) ? due(order) : order.quote.total),
      sinceText(language, list, since),
      ...(list === 'open' || list === 'expiring' ? [say(language, `order.${order.state}`)] : []),
      ...(aside ? [say(language, 'putAside')] : []),
    ].join(' · '),
    { action: 'desk', desk: 'order', order: order.number },
  );

export interface DeskList {
  readonly list: MatterKind;
  readonly lines: Page<DeskLine>;
}

const empty = (language: Language): readonly Element[] => [text(say(language, 'listEmpty'))];

/** What waits for operators, oldest first; each row opens what it is about. */
export const listCard = (language: Language, { list, lines }: DeskList): Card => {
  const title = say(language, `list.${list}`);
  return card(
    say(language, 'counted', { title, count: lines.count }),
    [
      heading(title),
      ...(lines.count === 0 ? empty(language) : [note(pageNote(language, lines, 'oldest'))]),
      ...lines.shown.map((line) =>
        line.kind === 'order' ? orderRow(language, list, line) : moneyRow(language, line.money),
      ),
    ],
    [
      ...pageButtons(language, lines, (page) => ({
        action: 'desk',
        desk: 'list',
        list,
        page,
        instead: true,
      })),
      deskButton(language),
    ],
  );
};

export interface PartnerList {
  readonly partner: MpnId;
  readonly organisation: string;
  /** Newest first. */
  readonly orders: Page<Order>;
  readonly money: readonly DeskMoney[];
}

const stateRow = (language: Language, order: Order): Element =>
  deskRow(
    order.number,
    [
      say(language, `order.${order.state}`),
      showMoney(language, order.quote.total),
      say(language, 'since.open', { day: showDay(language, placedOn(order)) }),
    ].join(' · '),
    { action: 'desk', desk: 'order', order: order.number },
  );

/** One partner's orders and money. */
export const partnerCard = (language: Language, view: PartnerList): Card => {
  const { partner, organisation, orders, money } = view;
  const to = (page: number): DeskButtonData => ({
    action: 'desk',
    desk: 'partner',
    partner,
    page,
    instead: true,
  });
  return card(
    `${organisation}, ${partner}`,
    [
      heading(organisation),
      text(`${say(language, 'mpnId')}: ${partner}`, { spacing: 'none' }),
      ...(orders.count === 0
        ? [text(say(language, 'partnerNothing'))]
        : [note(pageNote(language, orders, 'newest'))]),
      ...orders.shown.map((order) => stateRow(language, order)),
      ...money.map((one) => moneyRow(language, one)),
    ],
    [...pageButtons(language, orders, to), deskButton(language)],
  );
};

/** Several organisations have the name that was typed. */
export const partnersCard = (
  language: Language,
  found: readonly { readonly partner: MpnId; readonly organisation: string }[],
  more: boolean,
): Card => {
  const title = say(language, more ? 'partnersFoundMore' : 'partnersFound', { count: found.length });
  return card(
    title,
    [
      text(title, { weight: 'bolder' }),
      ...found.map(({ partner, organisation }) =>
        deskRow(organisation, `${say(language, 'mpnId')}: ${partner}`, {
          action: 'desk',
          desk: 'partner',
          partner,
        }),
      ),
    ],
    [deskButton(language)],
  );
};
