import type { BankLine, Match, Matcher, Partners } from '../../membership/ports.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import type { MpnId, OrderNumber } from '../../membership/rules/ids.ts';
import { isOpen } from '../../membership/rules/order.ts';
import { mpnIdsIn, orderNumbersIn } from './references.ts';

interface Named {
  readonly order: OrderNumber;
  readonly partner: MpnId;
}

const present = <Item>(items: readonly (Item | undefined)[]): readonly Item[] =>
  items.filter((item): item is Item => item !== undefined);

const ordersNamed = async (partners: Partners, text: string): Promise<readonly Named[]> =>
  present(
    await Promise.all(
      orderNumbersIn(text).map(async (order): Promise<Named | undefined> => {
        const partner = await partners.ofOrder(order);
        return partner && { order, partner };
      }),
    ),
  );

const partnersNamed = async (partners: Partners, text: string): Promise<ReadonlySet<MpnId>> =>
  new Set(present(await Promise.all(mpnIdsIn(text).map((id) => partners.ofMpnId(id)))));

const openOrder = async (partners: Partners, id: MpnId): Promise<OrderNumber | undefined> =>
  (await partners.read(id))?.orders.find((order) => isOpen(order.state) && order.method === 'transfer')
    ?.number;

const isOurs = (catalogue: Catalogue, line: BankLine): boolean =>
  Object.values(catalogue.bankAccounts).some(({ account }) => bare(account) === bare(line.account));

const bare = (account: string): string => account.toUpperCase().replace(/[^A-Z0-9]/g, '');

/**
 * Matches by reference only. An order number and no other partner's MPN ID: matched. Only an MPN ID, or the two
 * of different partners: a suggestion for an operator, never automatic.
 */
export const matcher =
  (partners: Partners, catalogue: Catalogue): Matcher =>
  async (line): Promise<Match> => {
    if (!isOurs(catalogue, line)) return { kind: 'held', because: 'otherAccount' };
    const [orders, ids] = await Promise.all([
      ordersNamed(partners, line.text),
      partnersNamed(partners, line.text),
    ]);
    const [only, second] = orders;
    if (only && !second) {
      const contradicted = [...ids].some((id) => id !== only.partner) && !ids.has(only.partner);
      return contradicted
        ? { kind: 'held', because: 'otherPartner', suggestion: only.order }
        : { kind: 'order', ...only };
    }
    if (only) return { kind: 'held', because: 'unknownOrder', suggestion: only.order };
    const [partner] = ids;
    const suggestion = partner && (await openOrder(partners, partner));
    return { kind: 'held', because: 'noReference', suggestion };
  };
