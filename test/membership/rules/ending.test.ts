import assert from 'node:assert/strict';
import { activate } from '../../../membership/rules/activation.ts';
import type { Day } from '../../../membership/rules/calendar.ts';
import { refundObstacle, refundOrder, reverseOrder } from '../../../membership/rules/ending.ts';
import { currentMembership } from '../../../membership/rules/membership.ts';
import type { Order } from '../../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import { catalogue } from '../../support/catalogue.ts';
import { at, day, eur, membership, order, orderNumber, partner, payment } from '../../support/partner.ts';

const silverOrder = order({
  state: 'active',
  purchaseDate: day('2026-03-01'),
  payments: [payment('s', 100_000, '2026-03-01')],
});
const silver = membership({ order: silverOrder.number });
const gold = (given: Partial<Order> = {}): Order =>
  order({
    number: orderNumber(2),
    level: 'gold',
    kind: 'upgrade',
    placedAt: at('2026-03-05'),
    payments: [payment('g', 100_000, '2026-03-10')],
    ...given,
  });

/** Silver paid on 1 March, gold on 10 March. */
const upgraded = (given: Partial<Order> = {}, more: Partial<Partner> = {}): Partner => {
  const upgrade = gold(given);
  const owner = partner({ orders: [silverOrder, upgrade], memberships: [silver], ...more });
  return activate(owner, upgrade, day('2026-03-10'), { catalogue, now: at('2026-03-12') }).partner;
};
const standing = (owner: Partner, today: string) =>
  (['silver', 'gold'] as const).map(
    (level) => currentMembership(catalogue, owner, level, day(today))?.membership.anniversary,
  );

describe('gold becomes active', () => {
  it('silver ends as upgraded, gold runs a year from its purchase', () => {
    const owner = upgraded();
    assert.deepEqual(standing(owner, '2026-03-12'), [undefined, '2027-03-10']);
    assert.deepEqual(owner.memberships[0], {
      ...silver,
      discountedUpgrade: true,
      ended: { as: 'upgraded', on: day('2026-03-10'), by: orderNumber(2) },
    });
  });

  it('without the discount silver may still be refunded', () => {
    const owner = upgraded({ kind: 'new' });
    assert.equal(owner.memberships[0]?.discountedUpgrade, undefined);
    assert.equal(refundObstacle(catalogue, owner, silverOrder, day('2026-03-20')), undefined);
  });

  it('a discounted order keeps its price and its effect though silver passed its anniversary meanwhile', () => {
    const old = membership({ paidOn: day('2025-03-06'), anniversary: day('2026-03-06') });
    const owner = upgraded({}, { memberships: [old] });
    assert.equal(owner.memberships[0]?.ended?.as, 'upgraded');
    assert.equal(orderOf(owner, orderNumber(2))?.quote.total.minor, 100_000);
  });

  it('ends a silver that was renewed, the old year in its window too', () => {
    const years = [
      membership({ paidOn: day('2025-03-05'), anniversary: day('2026-03-05') }),
      membership({ paidOn: day('2026-03-06'), anniversary: day('2027-03-05') }),
    ];
    assert.deepEqual(standing(upgraded({}, { memberships: years }), '2026-03-12'), [undefined, '2027-03-10']);
  });

  it('leaves a silver that lapsed long ago as it is', () => {
    const lapsed = membership({ paidOn: day('2024-03-01'), anniversary: day('2025-03-01') });
    assert.deepEqual(upgraded({}, { memberships: [lapsed] }).memberships[0], lapsed);
  });

  for (const state of ['awaitingTransfer', 'awaitingCardPayment', 'proofUnderReview'] as const)
    it(`an open silver order (${state}) is cancelled, its money kept as credit`, () => {
      const open = order({ state, number: orderNumber(3), payments: [payment('o', 20_000, '2026-03-07')] });
      const owner = upgraded({}, { orders: [gold(), open] });
      const ended = orderOf(owner, open.number);
      assert.deepEqual([ended?.state, ended?.cancelled], ['cancelled', { at: at('2026-03-12') }]);
      assert.deepEqual(
        owner.credits.map(({ id, left }) => [id, left]),
        [['o', eur(20_000)]],
      );
    });

  it('silver becomes active: an open gold order goes on', () => {
    const open = order({ level: 'gold', number: orderNumber(3) });
    const owner = partner({ orders: [order(), open] });
    const change = activate(owner, order(), day('2026-03-10'), { catalogue, now: at('2026-03-12') });
    assert.equal(orderOf(change.partner, open.number)?.state, 'awaitingTransfer');
  });
});

const wire = { on: day('2026-03-15'), reference: 'wire 7' };

describe('gold ends', () => {
  for (const as of ['refunded', 'reversed'] as const) {
    const ending = (owner: Partner) =>
      as === 'refunded'
        ? refundOrder(owner, orderNumber(2), wire, at('2026-03-20'))
        : reverseOrder(owner, orderNumber(2), at('2026-03-20'));

    it(`${as}: silver comes back until its own anniversary`, () => {
      const { partner: owner, events } = ending(upgraded());
      assert.deepEqual(standing(owner, '2026-03-20'), ['2027-03-01', undefined]);
      assert.deepEqual(standing(owner, '2027-04-01'), [undefined, undefined]);
      assert.ok(events.some((event) => event.type === 'membershipRestored'));
    });

    it(`${as}: a silver refunded meanwhile does not come back`, () => {
      const paidBack = refundOrder(upgraded({ kind: 'new' }), silverOrder.number, wire, at('2026-03-15'));
      const { partner: owner, events } = ending(paidBack.partner);
      assert.deepEqual(standing(owner, '2026-03-20'), [undefined, undefined]);
      assert.ok(!events.some((event) => event.type === 'membershipRestored'));
    });

    it(`${as}: the silver that comes back after a discounted upgrade is still not refundable`, () => {
      const owner = ending(upgraded()).partner;
      assert.equal(refundObstacle(catalogue, owner, silverOrder, day('2026-03-20')), 'silverAfterUpgrade');
    });
  }

  it('pays back what the order received, and says with which reference', () => {
    const [event] = refundOrder(upgraded(), orderNumber(2), wire, at('2026-03-20')).events;
    assert.deepEqual(event, {
      type: 'orderRefunded',
      order: orderNumber(2),
      amount: eur(100_000),
      ...wire,
    });
  });
});

describe('refund: what stands in its way', () => {
  const bought = (used: boolean): Partner =>
    partner({ orders: [silverOrder], memberships: [{ ...silver, benefitsUsed: used }] });
  const rows: readonly [says: string, owner: Partner, today: string, obstacle: string | undefined][] = [
    ['the day of purchase', bought(false), '2026-03-01', undefined],
    ['day 30', bought(false), '2026-03-31', undefined],
    ['day 31', bought(false), '2026-04-01', 'tooLate'],
    ['a benefit used', bought(true), '2026-03-02', 'benefitsUsed'],
    ['silver after a discounted upgrade', upgraded(), '2026-03-12', 'silverAfterUpgrade'],
  ];
  for (const [says, owner, today, obstacle] of rows)
    it(`${says}: ${obstacle ?? 'nothing'}`, () => {
      assert.equal(refundObstacle(catalogue, owner, silverOrder, day(today)), obstacle);
    });

  it('the gold of a discounted upgrade may be refunded', () => {
    const owner = upgraded();
    const today: Day = day('2026-04-09');
    assert.equal(refundObstacle(catalogue, owner, orderOf(owner, orderNumber(2))!, today), undefined);
  });
});
