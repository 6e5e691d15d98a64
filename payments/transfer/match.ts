import type { BankLine, Match, Matcher, Partners } from '../../membership/ports.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { MpnId, OrderNumber } from '../../membership/rules/ids.ts';
import { isOpen, type Order } from '../../membership/rules/order.ts';
import { orderOf } from '../../membership/rules/partner.ts';
import { sameAccount } from '../../membership/rules/same-money.ts';
import { mpnIdsIn, orderNumbersIn } from './references.ts';

interface Named {
  readonly order: Order;
  readonly partner: MpnId;
}

const present = <Item>(items: readonly (Item | undefined)[]): readonly Item[] =>
  items.filter((item): item is Item => item !== undefined);

const named = async (partners: Partners, number: OrderNumber): Promise<Named | undefined> => {
  const id = await partners.ofOrder(number);
  const partner = id && (await partners.read(id));
  const order = partner && orderOf(partner, number);
  return order && { order, partner: partner.mpnId };
};

const partnersNamed = async (partners: Partners, text: string): Promise<ReadonlySet<MpnId>> =>
  new Set(present(await Promise.all(mpnIdsIn(text).map((id) => partners.ofMpnId(id)))));

const openOrder = async (partners: Partners, id: MpnId): Promise<OrderNumber | undefined> =>
  (await partners.read(id))?.orders.find((order) => isOpen(order.state) && order.method === 'transfer')
    ?.number;

/** An account of the catalogue, or the one that a named order was given before the catalogue changed. */
const isOurs = (catalogue: Catalogue, orders: readonly Named[], line: BankLine): boolean =>
  present([...Object.values(catalogue.bankAccounts), ...orders.map(({ order }) => order.account)]).some(
    ({ account }) => sameAccount(account, line.account),
  );

const judged = (only: Named, ids: ReadonlySet<MpnId>): Match => {
  const order = only.order.number;
  return ids.size > 0 && !ids.has(only.partner)
    ? { kind: 'held', because: 'otherPartner', suggestion: order, named: [order], partners: [...ids] }
    : { kind: 'order', order, partner: only.partner };
};

/**
 * Matches by reference only. An order number and no other partner's MPN ID: matched. Several orders, only an MPN
 * ID, or the two of different partners: a suggestion for an operator, never automatic.
 */
export const matcher =
  (partners: Partners, catalogue: Catalogue): Matcher =>
  async (line): Promise<Match> => {
    const numbers = orderNumbersIn(line.text);
    const [found, ids] = await Promise.all([
      Promise.all(numbers.map((number) => named(partners, number))),
      partnersNamed(partners, line.text),
    ]);
    const orders = present(found);
    const names = orders.map(({ order }) => order.number);
    const says = { kind: 'held', named: names, partners: [...ids] } as const;
    if (!isOurs(catalogue, orders, line)) return { ...says, because: 'otherAccount' };
    const [only, second] = orders;
    if (only && !second) return judged(only, ids);
    if (only) return { ...says, because: 'unknownOrder', suggestion: only.order.number };
    const [partner] = ids;
    const suggestion = partner && (await openOrder(partners, partner));
    const because = numbers.length > 0 ? 'unknownOrder' : 'noReference';
    return { ...says, because, suggestion };
  };
