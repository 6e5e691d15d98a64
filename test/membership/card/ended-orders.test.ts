import assert from 'node:assert/strict';
import type { OrderNumber } from '../../../membership/rules/ids.ts';
import { day, membership, partner } from '../../support/partner.ts';
import { cardHouse } from './card-house.ts';

type House = ReturnType<typeof cardHouse>;

describe('a charge of an order that ended', () => {
  it('cancelled: credit, which the next order takes up without a second payment', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const charge = house.pays(await house.page(number));
    const { ports } = house;
    await ports.partners.change(partner().mpnId, (before) => ({
      kind: 'commit',
      partner: { ...before, orders: before.orders.map((order) => ({ ...order, state: 'cancelled' })) },
      answer: undefined,
    }));
    await house.hearPaid(charge);
    assert.deepEqual([await house.state(number), await house.credit()], ['cancelled', 193_600]);
    assert.deepEqual(await house.told(number), ['ada: credited', 'bob: credited']);
    const next = await house.buy({}, 'next');
    assert.deepEqual([await house.state(next), await house.credit()], ['active', 0]);
  });

  it('expired, the charge of its last day seen late: active', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.clock.passMinutes(30 * 1440 + 700);
    const charge = house.pays(await house.page(number));
    house.clock.passMinutes(3 * 1440);
    await house.hearPaid(charge);
    assert.equal(await house.state(number), 'active');
    assert.equal((await house.order(number)).purchaseDate, '2026-04-01');
  });

  const late = async (house: House, number: OrderNumber) => {
    house.clock.passMinutes(30 * 1440 + 700);
    const url = await house.page(number);
    house.clock.passMinutes(30);
    return house.pays(url);
  };

  it('expired before the charge, and still sold: active, whether or not a job has run', async () => {
    for (const swept of [true, false]) {
      const house = cardHouse();
      const number = await house.buy();
      const charge = await late(house, number);
      if (swept) await house.sweep();
      await house.hearPaid(charge);
      assert.deepEqual([await house.state(number), await house.credit()], ['active', 0]);
      assert.equal((await house.order(number)).purchaseDate, '2026-04-02');
    }
  });

  const unsold = [
    ['requirements no longer met', { qualifications: [] }],
    ['account no longer verified', { verified: false }],
  ] as const;
  for (const [why, changed] of unsold)
    it(`expired before the charge, ${why}: credit`, async () => {
      const house = cardHouse();
      const number = await house.buy();
      const charge = await late(house, number);
      await house.store.change(partner().mpnId, (before) => ({
        kind: 'commit',
        partner: { ...before, ...changed },
        answer: undefined,
      }));
      await house.hearPaid(charge);
      assert.deepEqual([await house.state(number), await house.credit()], ['expired', 193_600]);
      assert.deepEqual(await house.told(number), ['ada: credited', 'bob: credited']);
    });

  it('expired before the charge, and bought anew meanwhile: the new order takes it up, its page is closed', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const charge = await late(house, number);
    const anew = await house.buy({}, 'anew');
    const url = await house.page(anew);
    await house.hearPaid(charge);
    assert.deepEqual([await house.state(number), await house.state(anew)], ['expired', 'active']);
    house.clock.passMinutes(3);
    await house.sweep();
    assert.equal(house.gateway.pay(url), undefined);
    assert.equal(await house.credit(), 0);
  });

  it('whose page can’t be closed now is asked about after a pause, not at once again', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.clock.passMinutes(30 * 1440 + 700);
    const url = await house.page(number);
    house.clock.passMinutes(30);
    house.gateway.fail('close', 'lostBefore');
    await house.sweep();
    await house.sweep();
    assert.equal(house.gateway.calls.filter((call) => call.startsWith('close')).length, 1);
    house.clock.passMinutes(10);
    await house.sweep();
    assert.equal(house.gateway.pay(url), undefined);
  });

  it('an expired renewal whose window is over: credit, since what is sold now is a year of its own', async () => {
    const house = cardHouse({
      memberships: [membership({ paidOn: day('2025-03-01'), anniversary: day('2026-03-01') })],
    });
    const number = await house.buy();
    assert.equal((await house.order(number)).kind, 'renewal');
    await house.hearPaid(await late(house, number));
    assert.deepEqual([await house.state(number), await house.credit()], ['expired', 193_600]);
  });
});
