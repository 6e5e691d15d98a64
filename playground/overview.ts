import { asOf } from '../membership/rules/as-of.ts';
import type { Instant } from '../membership/rules/calendar.ts';
import type { Catalogue } from '../membership/rules/catalogue.ts';
import { money, toDecimal, type Money } from '../membership/rules/money.ts';
import { due, type Order } from '../membership/rules/order.ts';
import type { Partner } from '../membership/rules/partner.ts';
import type { LocalBot } from './local-bot.ts';

export interface AmountShown {
  readonly amount: string;
  readonly currency: string;
}

/** An order as the bank's form offers it, with the amounts that are of interest. */
export interface OrderShown {
  readonly number: string;
  readonly mpnId: string;
  readonly organisation: string;
  readonly competency: string;
  readonly level: string;
  readonly state: string;
  readonly account: string;
  readonly right: AmountShown;
  readonly short: AmountShown;
  readonly over: AmountShown;
  readonly otherCurrency: AmountShown;
}

const shown = (amount: Money): AmountShown => ({ amount: toDecimal(amount), currency: amount.currency });

const otherThan = (currency: string): AmountShown =>
  currency === 'USD' ? { amount: '100.00', currency: 'EUR' } : { amount: '100.00', currency: 'USD' };

const orderShown = (catalogue: Catalogue, partner: Partner, order: Order): OrderShown => {
  // What has ended is paid again as a whole: one sees what becomes of late money.
  const right = due(order).minor > 0 ? due(order) : order.quote.total;
  const part = Math.max(1, Math.floor(right.minor / 10));
  return {
    number: order.number,
    mpnId: partner.mpnId,
    organisation: partner.name,
    competency: catalogue.competencies.find(({ id }) => id === order.competency)?.name ?? order.competency,
    level: order.level,
    state: order.state,
    account: order.account?.account ?? '',
    right: shown(right),
    short: shown(money(right.currency, Math.max(1, right.minor - part))),
    over: shown(money(right.currency, right.minor + part)),
    otherCurrency: otherThan(right.currency),
  };
};

/** Newest orders first, as they stand now; enough of them to choose from. */
export const ordersShown = async (
  bot: Pick<LocalBot, 'partners' | 'catalogue'>,
  now: Instant,
): Promise<readonly OrderShown[]> => {
  const found: { readonly order: Order; readonly partner: Partner }[] = [];
  for await (const stored of bot.partners.all()) {
    const { partner } = asOf(stored, now);
    for (const order of partner.orders) {
      if (order.method === 'transfer') found.push({ order, partner });
    }
  }
  return found
    .sort((a, b) => (a.order.placedAt < b.order.placedAt ? 1 : -1))
    .slice(0, 50)
    .map(({ order, partner }) => orderShown(bot.catalogue, partner, order));
};
