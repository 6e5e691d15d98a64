import assert from 'node:assert/strict';
import { approveRefund, declineRefund, type RefundPorts } from '../../../membership/deeds/decide-refund.ts';
import { requestRefund } from '../../../membership/deeds/request-refund.ts';
import type { CommandId } from '../../../membership/rules/ids.ts';
import { received, type Order, type PaidBack } from '../../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import { ada, bob, day, eur, membership, order, payment } from '../../support/partner.ts';
import { doing, refusalOf } from '../deeds/deeds.ts';
import { deskHouse, first, insider, kinds, olga, omar, said } from './desk-house.ts';

const paid = order({
  state: 'active',
  purchaseDate: day('2026-03-05'),
  payments: [payment('l1', 100_000, '2026-03-05')],
});
const silver = membership({ order: paid.number, paidOn: day('2026-03-05') });

/** An order that is active since 5 March; today is 12 March. */
const refundHouse = (given: Partial<Partner> = {}) => {
  const house = deskHouse({ orders: [paid], memberships: [silver], ...given });
  const ports: RefundPorts = house.ports;
  return {
    ...house,
    asks: (command = 'ask', who = ada, reason?: string) =>
      requestRefund(ports, doing(command, who), { person: who, order: first.number, reason }),
    approves: (command = 'yes', paidBack?: Partial<PaidBack>, operator = olga) =>
      approveRefund(ports, operator, {
        order: first.number,
        paidBack: { on: day('2026-03-12'), amount: eur(100_000), reference: 'OUT 7', ...paidBack },
        command: command as CommandId,
      }),
    declines: (command = 'no', reason = 'Benefits were used', operator = olga) =>
      declineRefund(ports, operator, { order: first.number, reason, command: command as CommandId }),
  };
};

describe('a partner asks for the fee back', () => {
  it('the order keeps when, who and why; once', async () => {
    const house = refundHouse();
    assert.equal((await house.asks('a1', ada, ' bought twice ')).kind, 'accepted');
    assert.deepEqual((await house.order()).refundRequest, {
      at: house.clock.now(),
      by: ada,
      reason: 'bought twice',
    });
    assert.deepEqual(await house.told(), [`${ada} ${first.number} refundRequested`]);
    assert.deepEqual(refusalOf(await house.asks('a2', bob)), {
      kind: 'refundNotPossible',
      order: first.number,
      because: 'alreadyRequested',
    });
  });

  const obstacles: readonly [says: string, given: Partial<Partner>, refusal: object][] = [
    [
      'a day too late',
      { orders: [{ ...paid, purchaseDate: day('2026-02-09') }] },
      { kind: 'refundTooLate', lastDay: '2026-03-11' },
    ],
    [
      'benefits used',
      { memberships: [{ ...silver, benefitsUsed: true }] },
      { kind: 'refundNotPossible', because: 'benefitsUsed' },
    ],
    [
      'a silver after a discounted upgrade',
      { memberships: [{ ...silver, discountedUpgrade: true }] },
      { kind: 'refundNotPossible', because: 'silverAfterUpgrade' },
    ],
    ['not active', { orders: [first] }, { kind: 'refundNotPossible', because: 'notActive' }],
  ];
  for (const [says, given, refusal] of obstacles)
    it(`${says}: refused, with the reason`, async () => {
      const house = refundHouse(given);
      assert.deepEqual(refusalOf(await house.asks()), { order: first.number, ...refusal });
    });
  it('on the last day: taken; without a role: refused', async () => {
    const house = refundHouse({ orders: [{ ...paid, purchaseDate: day('2026-02-10') }] });
    assert.equal((await house.asks()).kind, 'accepted');
    const roleless = refundHouse({ people: [{ aadObjectId: ada, name: 'Ada', roles: [], guest: false }] });
    assert.equal((await roleless.asks()).kind, 'refused');
  });
});

describe('an operator decides on a refund', () => {
  it('paid by transfer: date, amount and reference are recorded, and order and membership end', async () => {
    const house = refundHouse();
    await house.asks();
    assert.equal(said(await house.approves()), 'done');
    const after = await house.order();
    assert.equal(after.state, 'refunded');
    assert.deepEqual(after.paidBack, [{ on: '2026-03-12', amount: eur(100_000), reference: 'OUT 7' }]);
    const owner = await house.owner();
    assert.equal(owner.memberships[0]?.ended?.as, 'refunded');
    const event = owner.history.find((entry) => entry.event.type === 'orderRefunded');
    assert.deepEqual(
      [event?.by.kind, event?.event],
      [
        'operator',
        {
          type: 'orderRefunded',
          order: first.number,
          on: '2026-03-12',
          amount: eur(100_000),
          reference: 'OUT 7',
        },
      ],
    );
    assert.ok((await house.told()).includes(`${bob} ${first.number} refunded`));
    assert.equal(said(await house.approves()), 'again');
  });

  const wrong: readonly [says: string, paidBack: Partial<PaidBack>, kind: string][] = [
    ['too little', { amount: eur(99_999) }, 'refundDiffers'],
    ['too much', { amount: eur(100_001) }, 'refundDiffers'],
    ['tomorrow', { on: day('2026-03-13') }, 'dayInFuture'],
    ['before it was paid', { on: day('2026-03-04') }, 'dayTooEarly'],
    ['without a reference', { reference: '' }, 'leftEmpty'],
  ];
  for (const [says, paidBack, kind] of wrong)
    it(`paid back ${says}: refused`, async () => {
      const house = refundHouse();
      await house.asks();
      assert.deepEqual(kinds([await house.approves('yes', paidBack)]), [kind]);
      assert.equal((await house.order()).state, 'active');
    });

  it('long after the request: the day of the request counts; benefits used since: refused', async () => {
    const house = refundHouse();
    await house.asks();
    house.clock.pass(60);
    assert.equal(said(await house.approves()), 'done');
    const used = refundHouse();
    await used.asks();
    await used.store.change((await used.owner()).mpnId, (owner) => ({
      kind: 'commit',
      partner: { ...owner, memberships: [{ ...silver, benefitsUsed: true }] },
      answer: undefined,
    }));
    assert.deepEqual(said(await used.approves()), {
      kind: 'refundNotPossible',
      order: first.number,
      because: 'benefitsUsed',
    });
    assert.equal(said(await used.declines()), 'done');
  });

  it('declined: every admin is told, the reason stays on the order, and it can be asked for again', async () => {
    const house = refundHouse();
    await house.asks();
    assert.deepEqual(kinds([await house.declines('n0', '  ')]), ['leftEmpty']);
    assert.equal(said(await house.declines()), 'done');
    assert.equal((await house.order()).refundRequest?.declined?.reason, 'Benefits were used');
    assert.deepEqual((await house.told()).slice(1), [
      `${ada} ${first.number} refundDeclined`,
      `${bob} ${first.number} refundDeclined`,
    ]);
    assert.deepEqual(said(await house.approves('y', {}, omar)), {
      kind: 'alreadyDecided',
      order: first.number,
      as: 'refundDeclined',
      at: house.clock.now(),
      by: olga.name,
    });
    assert.equal((await house.asks('a2')).kind, 'accepted');
    assert.equal(said(await house.approves('y2')), 'done');
  });

  it('two at once, either way: one effect, and the other is told who', async () => {
    for (const turned of [false, true]) {
      const house = refundHouse();
      await house.asks();
      const acts = [() => house.approves('yes'), () => house.declines('no', 'No', omar)];
      const outcomes = await Promise.all((turned ? acts.toReversed() : acts).map((act) => act()));
      assert.deepEqual(kinds(outcomes), ['accepted', 'alreadyDecided']);
    }
  });

  it('nobody has asked, or of one’s own organisation: refused', async () => {
    const house = refundHouse();
    assert.deepEqual(kinds([await house.approves(), await house.declines()]), [
      'noRefundRequest',
      'noRefundRequest',
    ]);
    await house.asks();
    const own = [await house.approves('y', {}, insider), await house.declines('n', 'No', insider)];
    assert.deepEqual(kinds(own), ['ownOrganisation', 'ownOrganisation']);
  });
});

describe('a refund of an order that credit paid, or credit and a transfer', () => {
  it('is paid back as a whole by the bank', async () => {
    const parts: Order['payments'] = [
      { ...payment('old>x', 40_000, '2026-03-05'), source: 'credit' },
      payment('l1', 60_000, '2026-03-05'),
    ];
    const house = refundHouse({ orders: [{ ...paid, payments: parts }] });
    await house.asks();
    assert.deepEqual(said(await house.approves('y1', { amount: eur(60_000) })), {
      kind: 'refundDiffers',
      order: first.number,
      toPay: eur(100_000),
    });
    assert.equal(said(await house.approves('y2')), 'done');
    assert.equal(received(orderOf(await house.owner(), first.number)!).minor, 100_000);
    assert.deepEqual((await house.owner()).credits, []);
  });
});
