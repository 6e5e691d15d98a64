import assert from 'node:assert/strict';
import { activate } from '../../../membership/rules/activation.ts';
import { refundOrder } from '../../../membership/rules/ending.ts';
import type { Order } from '../../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import { remainingWithout, type Remaining } from '../../../membership/rules/remaining.ts';
import { catalogue } from '../../support/catalogue.ts';
import { at, day, membership, order, orderNumber, partner } from '../../support/partner.ts';

/** Until 1 March 2027; its window is open to 31 March. */
const silver = membership();
const bought = order({ number: orderNumber(2), state: 'awaitingTransfer' });
const renewal = { ...bought, kind: 'renewal', renews: silver.anniversary } as const;
const gold = { ...bought, level: 'gold' } as const;

const activated = (bought: Order, purchased: string, memberships = [silver]): Partner => {
  const before = partner({ memberships, orders: [bought] });
  return activate(before, bought, day(purchased), { catalogue, now: at(purchased) }).partner;
};
const left = (level: Remaining['level'], standing: Remaining['standing'], until: string) => ({
  level,
  standing,
  until: day(until),
});

const renewed = activated(renewal, '2027-03-20');
const upgraded = activated(gold, '2026-06-01');
const rows: readonly (readonly [string, Partner, today: string, Remaining | undefined])[] = [
  ['a renewal, in the window', renewed, '2027-03-21', left('silver', 'toRenew', '2027-03-31')],
  ['a renewal, on the window’s last day', renewed, '2027-03-31', left('silver', 'toRenew', '2027-03-31')],
  ['a renewal, after the window', renewed, '2027-04-01', undefined],
  ['a first year', activated(bought, '2026-06-01', []), '2026-06-02', undefined],
  ['gold that replaced silver', upgraded, '2026-06-02', left('silver', 'active', '2027-03-01')],
  [
    'gold that replaced silver in its window',
    activated(gold, '2027-03-02'),
    '2027-03-03',
    left('silver', 'toRenew', '2027-03-31'),
  ],
  [
    'silver that gold has replaced',
    partner({
      ...upgraded,
      memberships: upgraded.memberships.map((held) =>
        held.level === 'silver' ? { ...held, order: orderNumber(3) } : held,
      ),
      orders: [...upgraded.orders, order({ number: orderNumber(3), state: 'active' })],
    }),
    '2026-06-02',
    left('gold', 'active', '2027-06-01'),
  ],
];

describe('what remains without an order', () => {
  for (const [of, owner, today, wanted] of rows) {
    const number = of.startsWith('silver') ? orderNumber(3) : bought.number;
    const paid = orderOf(owner, number);
    assert(paid);

    it(`${of}, on ${today}: ${wanted ? `${wanted.level} until ${wanted.until}` : 'nothing'}`, () =>
      assert.deepEqual(remainingWithout(catalogue, owner, paid, at(today)), wanted));

    it(`${of}: the same once it is refunded`, () => {
      const by = { on: day(today), reference: 'OUT 1' };
      const after = refundOrder(owner, number, by, at(today)).partner;
      const ended = orderOf(after, number);
      assert(ended);
      assert.deepEqual(remainingWithout(catalogue, after, ended, at(today)), wanted);
    });
  }

  it('a renewal that was refunded, ordered again and still open after the window: to that order’s last day', () => {
    const { partner: refunded } = refundOrder(
      renewed,
      bought.number,
      { on: day('2027-03-22'), reference: 'OUT 1' },
      at('2027-03-22'),
    );
    const again = {
      ...renewal,
      number: orderNumber(4),
      placedAt: at('2027-03-25'),
      lastDay: day('2027-04-24'),
    };
    const owner = { ...refunded, orders: [...refunded.orders, again] };
    const ended = orderOf(owner, bought.number);
    assert(ended);
    assert.deepEqual(
      remainingWithout(catalogue, owner, ended, at('2027-04-05')),
      left('silver', 'toRenew', again.lastDay),
    );
  });
});
