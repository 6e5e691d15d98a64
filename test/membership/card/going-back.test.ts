import assert from 'node:assert/strict';
import { refundCardOrder } from '../../../membership/deeds/refund-order.ts';
import type { OrderNumber, PaymentId } from '../../../membership/rules/ids.ts';
import type { Credit } from '../../../membership/rules/partner.ts';
import { received } from '../../../membership/rules/order.ts';
import { day, eur, membership, orderNumber, partner } from '../../support/partner.ts';
import { doing } from '../deeds/deeds.ts';
import { cardHouse } from './card-house.ts';

type House = ReturnType<typeof cardHouse>;
const paid = async (house: House) => {
  const number = await house.buy();
  const charge = house.pays(await house.page(number));
  await house.hearPaid(charge);
  return { number, charge };
};
const refund = (house: House, order: OrderNumber, command = 'refund') =>
  refundCardOrder(house.ports, doing(command), order);
const credit = (minor: number): Credit => ({
  id: 'old' as PaymentId,
  left: eur(minor),
  from: orderNumber(7),
  since: day('2026-01-01'),
});
const goneAt = (house: House) => [...house.gateway.gone().values()].map(({ minor }) => minor);

describe('a refund of a card order', () => {
  it('pays back once, ends order and membership, and is told once, the gateway’s own news besides', async () => {
    const house = cardHouse();
    const { number, charge } = await paid(house);
    const both = await Promise.all([refund(house, number, 'a'), refund(house, number, 'b')]);
    assert.deepEqual(
      both.map(({ kind }) => kind),
      ['refunded', 'refunded'],
    );
    await house.hear('evt-r', { kind: 'refunded', charge: charge.id, amount: charge.amount });
    assert.equal(await house.state(number), 'refunded');
    assert.deepEqual(goneAt(house), [193_600]);
    const { memberships, history } = await house.owner();
    assert.equal(memberships[0]?.ended?.as, 'refunded');
    const told = history.flatMap(({ event }) => (event.type === 'orderRefunded' ? [event.amount.minor] : []));
    assert.deepEqual(told, [193_600]);
    assert.deepEqual(await house.told(number), ['ada: refunded', 'bob: refunded']);
  });

  for (const fault of ['lostBefore', 'lostAfter', 'refused'] as const)
    it(`whose answer is ${fault}: the order stays active, asked again it pays once`, async () => {
      const house = cardHouse();
      const { number } = await paid(house);
      house.gateway.fail('refund', fault);
      const code = fault === 'refused' ? 'stand_in' : 'unknown';
      assert.deepEqual(await refund(house, number), { kind: 'gateway', code });
      assert.equal(await house.state(number), 'active');
      assert.equal((await refund(house, number)).kind, 'refunded');
      assert.deepEqual(goneAt(house), [193_600]);
    });

  it('that could not be saved after the gateway paid: its news make it good', async () => {
    const house = cardHouse();
    const { number, charge } = await paid(house);
    house.store.failNext();
    await assert.rejects(refund(house, number), /disk full/);
    await house.hear('evt-r', { kind: 'refunded', charge: charge.id, amount: charge.amount });
    assert.equal(await house.state(number), 'refunded');
  });

  const refusals: readonly [string, string, (house: House, number: OrderNumber) => unknown][] = [
    ['on day 31', 'tooLate', (house) => house.clock.passMinutes(31 * 1440)],
    ['already refunded', 'notActive', (house, number) => refund(house, number)],
    [
      'with benefits used',
      'benefitsUsed',
      (house) =>
        house.store.change(partner().mpnId, (before) => ({
          kind: 'commit',
          partner: { ...before, memberships: before.memberships.map((m) => ({ ...m, benefitsUsed: true })) },
          answer: undefined,
        })),
    ],
  ];
  for (const [when, because, prepare] of refusals)
    it(`${when} is refused before the gateway is asked`, async () => {
      const house = cardHouse();
      const { number } = await paid(house);
      await prepare(house, number);
      const calls = house.gateway.calls.length;
      assert.deepEqual(await refund(house, number, 'again'), { kind: 'refused', because });
      assert.equal(house.gateway.calls.length, calls);
    });

  it('of a silver after a discounted upgrade: never', async () => {
    const house = cardHouse();
    const { number } = await paid(house);
    const gold = await house.buy({ level: 'gold' }, 'gold');
    await house.hearPaid(house.pays(await house.page(gold)));
    assert.equal(await house.state(gold), 'active');
    assert.deepEqual(await refund(house, number), { kind: 'refused', because: 'silverAfterUpgrade' });
  });

  it('of an order that nobody knows, or that no card paid', async () => {
    const house = cardHouse({ credits: [credit(193_600)] });
    const number = await house.buy();
    assert.equal(await house.state(number), 'active');
    assert.deepEqual(await refund(house, number), { kind: 'refused', because: 'notByCard' });
    assert.deepEqual(await refund(house, orderNumber(99)), { kind: 'refused', because: 'orderNotFound' });
  });

  it('that credit paid in part: the card’s part goes back to the card, the rest is credit again', async () => {
    const house = cardHouse({ credits: [credit(60_000)] });
    const { number } = await paid(house);
    assert.equal(received(await house.order(number)).minor, 193_600);
    await refund(house, number);
    assert.deepEqual(goneAt(house), [133_600]);
    assert.deepEqual([await house.state(number), await house.credit()], ['refunded', 60_000]);
  });
});

describe('money that goes back unasked', () => {
  for (const [kind, state] of [
    ['refunded', 'refunded'],
    ['reversed', 'reversed'],
  ] as const)
    it(`${kind}: order and membership follow, admins are told once, however often it comes`, async () => {
      const house = cardHouse();
      const { number, charge } = await paid(house);
      const news = house.gateway.takeBack(charge.id, kind);
      await Promise.all([house.hear('evt-1', news), house.hear('evt-1', news), house.hear('evt-2', news)]);
      assert.equal(await house.state(number), state);
      assert.equal((await house.owner()).memberships[0]?.ended?.as, kind);
      const events = (await house.owner()).history.filter(({ event }) =>
        ['orderRefunded', 'orderReversed'].includes(event.type),
      );
      assert.equal(events.length, 1);
      assert.deepEqual(await house.told(number), [`ada: ${kind}`, `bob: ${kind}`]);
    });

  it('in part changes no state', async () => {
    const house = cardHouse();
    const { number, charge } = await paid(house);
    await house.hear('evt-1', { kind: 'refunded', charge: charge.id, amount: eur(193_599) });
    assert.equal(await house.state(number), 'active');
  });

  it('of an order that credit paid in part: it ends though the charge was less than its price', async () => {
    const house = cardHouse({ credits: [credit(60_000)] });
    const { number, charge } = await paid(house);
    await house.hear('evt-1', house.gateway.takeBack(charge.id, 'refunded'));
    assert.deepEqual([await house.state(number), await house.credit()], ['refunded', 60_000]);
  });

  it('of a charge that is credit: the credit goes', async () => {
    const house = cardHouse();
    const { number } = await paid(house);
    const second = { ...house.gateway.charges()[0]!, id: 'pi_second' as PaymentId };
    await house.hearPaid(second);
    assert.equal(await house.credit(), 193_600);
    await house.hear('evt-1', { kind: 'reversed', charge: second.id });
    assert.deepEqual([await house.credit(), await house.state(number)], [0, 'active']);
    assert.deepEqual(await house.told(number), ['ada: reversed', 'bob: reversed']);
  });

  it('of a charge that another order took up as credit: that order ends', async () => {
    const house = cardHouse();
    const { number } = await paid(house);
    const second = { ...house.gateway.charges()[0]!, id: 'pi_second' as PaymentId };
    await house.hearPaid(second);
    await refund(house, number);
    const next = await house.buy({}, 'next');
    assert.equal(await house.state(next), 'active');
    await house.hear('evt-1', { kind: 'reversed', charge: second.id });
    assert.deepEqual([await house.state(next), await house.credit()], ['reversed', 0]);
  });

  it('of a charge that is held: it waits no more', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const charge = house.pays(await house.page(number), { amount: eur(100) });
    await house.hearPaid(charge);
    await house.hear('evt-1', house.gateway.takeBack(charge.id, 'refunded'));
    assert.deepEqual((await house.owner()).held, []);
    assert.equal(await house.state(number), 'awaitingCardPayment');
  });

  it('of a gold: the silver that it ended comes back', async () => {
    const house = cardHouse({ memberships: [membership()] });
    const number = await house.buy({ level: 'gold' });
    const charge = house.pays(await house.page(number));
    await house.hearPaid(charge);
    assert.equal((await house.owner()).memberships[0]?.ended?.as, 'upgraded');
    await house.hear('evt-1', house.gateway.takeBack(charge.id, 'reversed'));
    assert.equal((await house.owner()).memberships[0]?.ended, undefined);
  });
});

describe('credit and a card order', () => {
  it('pays first, and the page asks only for the rest', async () => {
    const house = cardHouse({ credits: [credit(60_000)] });
    const number = await house.buy();
    await house.page(number);
    assert.equal(house.gateway.pages()[0]?.wish.amount.minor, 133_600);
    await house.hearPaid(house.pays(await house.page(number)));
    assert.deepEqual([await house.state(number), await house.credit()], ['active', 0]);
  });

  it('pays it wholly: active at once, without a page, the rest is kept', async () => {
    const house = cardHouse({ credits: [credit(200_000)] });
    const number = await house.buy();
    assert.deepEqual([await house.state(number), await house.credit()], ['active', 6_400]);
    assert.equal((await house.open(number)).kind, 'refused');
    assert.deepEqual(house.gateway.calls, []);
  });

  it('comes back when the order expires unpaid', async () => {
    const house = cardHouse({ credits: [credit(60_000)] });
    const number = await house.buy();
    await house.page(number);
    house.clock.passMinutes(31 * 1440);
    await house.sweep();
    const next = await house.buy({}, 'next');
    assert.deepEqual(
      [await house.state(number), received(await house.order(next)).minor],
      ['expired', 60_000],
    );
  });
});
