import assert from 'node:assert/strict';
import type { BankLine, HeldBecause, Match } from '../../../membership/ports.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { MpnId, OrderNumber, PaymentId, TenantId } from '../../../membership/rules/ids.ts';
import { matcher } from '../../../payments/transfer/match.ts';
import { catalogue } from '../../support/catalogue.ts';
import { day, eur, order, orderNumber, partner } from '../../support/partner.ts';
import { partnersInMemory } from '../../support/partners.ts';

const own = orderNumber(1);
const ended = orderNumber(2);
const oldAccount = orderNumber(3);
const others = orderNumber(4);
const nobodys = orderNumber(5);

const fabrikam = partner({
  orders: [
    order({ number: ended, state: 'expired' }),
    order({ number: own }),
    order({ number: oldAccount, level: 'gold', account: { ...order().account!, account: 'NL 01 OLD' } }),
  ],
});
const contoso = partner({
  mpnId: '7000001' as MpnId,
  locationIds: ['7000009' as MpnId],
  tenantId: 'contoso' as TenantId,
  orders: [order({ number: others })],
});
const northwind = partner({
  mpnId: '8000001' as MpnId,
  locationIds: [],
  tenantId: 'northwind' as TenantId,
  orders: [order({ number: orderNumber(6), method: 'card', state: 'awaitingCardPayment' })],
});
const match = matcher(partnersInMemory(fabrikam, contoso, northwind), catalogue);

const line = (text: string, account = 'IE29AIBK93115212345678'): BankLine => ({
  id: 'line-1' as PaymentId,
  account,
  bookedOn: day('2026-03-12'),
  valueDate: day('2026-03-12'),
  amount: eur(100_000),
  text,
  status: { kind: 'recorded' },
});
const matched = (number: OrderNumber, to = fabrikam): Match => ({
  kind: 'order',
  order: number,
  partner: to.mpnId,
});
type Held = Extract<Match, { kind: 'held' }>;
/** @param named what the line names; a line that names one order suggests it */
const held = (because: HeldBecause, suggestion?: OrderNumber, named: readonly OrderNumber[] = []): Held => ({
  kind: 'held',
  because,
  suggestion,
  named,
  partners: [],
});
const withIdOf = ({ mpnId }: Partner, match: Held): Held => ({ ...match, partners: [mpnId] });

describe('matching a bank line', () => {
  const rows: readonly [says: string, BankLine, Match][] = [
    ['order number alone', line(`order ${own}`), matched(own)],
    ['order number and MPN ID', line(`${own} 6234461`), matched(own)],
    ['order number and a location’s MPN ID', line(`${own} 6234470`), matched(own)],
    ['the dash between them missing', line(`${own}6234461`), matched(own)],
    [
      'small letters, line breaks, O for 0',
      line(`ref\n${own.replaceAll('0', 'o')}\nmpn 6234461`),
      matched(own),
    ],
    ['an order that ended', line(`order ${ended}`), matched(ended)],
    ['an MPN ID that nobody has', line(`${own} 5555555`), matched(own)],
    ['its own MPN ID and another’s', line(`${own} 6234461 7000001`), matched(own)],
    [
      'another partner’s order number',
      line(`${others} 6234461`),
      withIdOf(fabrikam, held('otherPartner', others, [others])),
    ],
    [
      'the same without a dash',
      line(`${others}6234461`),
      withIdOf(fabrikam, held('otherPartner', others, [others])),
    ],
    [
      'the same by a location’s MPN ID',
      line(`${own} 7000009`),
      withIdOf(contoso, held('otherPartner', own, [own])),
    ],
    ['only an MPN ID', line('MPN 6234461'), withIdOf(fabrikam, held('noReference', own))],
    ['only a location’s MPN ID', line('MPN 6234470'), withIdOf(fabrikam, held('noReference', own))],
    ['only an MPN ID, no transfer order open', line('MPN 8000001'), withIdOf(northwind, held('noReference'))],
    ['an order number of nobody', line(`order ${nobodys}`), held('unknownOrder')],
    [
      'an order number of nobody and an MPN ID',
      line(`${nobodys} 6234461`),
      withIdOf(fabrikam, held('unknownOrder', own)),
    ],
    ['two orders', line(`${own} and ${others}`), held('unknownOrder', own, [own, others])],
    ['nothing', line(''), held('noReference')],
    [
      'another account',
      line(`order ${own}`, 'DE00 1234'),
      { kind: 'held', because: 'otherAccount', named: [own], partners: [] },
    ],
    ['the account written otherwise', line(`order ${own}`, 'ie29 aibk 9311 5212 3456 78'), matched(own)],
    [
      'the account that this order was given once',
      line(`order ${oldAccount}`, 'NL01OLD'),
      matched(oldAccount),
    ],
    [
      'that account, and an order that was given another',
      line(`order ${own}`, 'NL01OLD'),
      { kind: 'held', because: 'otherAccount', named: [own], partners: [] },
    ],
  ];
  for (const [says, given, expected] of rows)
    it(says, async () => {
      assert.deepEqual(await match(given), expected);
    });

  it('never looks at the amount', async () => {
    const odd = { ...line('thank you'), amount: fabrikam.orders[1]!.quote.total };
    assert.deepEqual(await match(odd), held('noReference'));
  });
});
