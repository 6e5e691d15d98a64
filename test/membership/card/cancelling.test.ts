import assert from 'node:assert/strict';
import { bob, day } from '../../support/partner.ts';
import { done, refusalOf } from '../deeds/deeds.ts';
import { cardHouse, kindOf } from './card-house.ts';

type House = ReturnType<typeof cardHouse>;

describe('cancelling an order that is paid by card', () => {
  it('without a page: no call to the gateway', async () => {
    const house = cardHouse();
    const number = await house.buy();
    done(await house.cancel(number));
    assert.deepEqual([await house.state(number), house.gateway.calls], ['cancelled', []]);
  });

  it('with the page open: the page is closed first', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const url = await house.page(number);
    done(await house.cancel(number));
    assert.equal(house.gateway.pay(url), undefined);
    assert.deepEqual([await house.state(number), await house.attempts(number)], ['cancelled', ['closed']]);
    assert.deepEqual(await house.told(number), ['ada: cancelled']);
  });

  it('whose page was paid on: refused, and the order is active', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const charge = house.pays(await house.page(number));
    assert.equal(kindOf(refusalOf(await house.cancel(number))), 'active');
    assert.equal(await house.state(number), 'active');
    await house.hearPaid(charge);
    assert.equal(await house.credit(), 0);
  });

  for (const [says, fail] of [
    ['does not hear', (house: House) => house.gateway.fail('close', 'lostBefore')],
    ['hears and its answer is lost', (house: House) => house.gateway.fail('close', 'lostAfter')],
    ['refuses', (house: House) => house.gateway.fail('close', 'refused')],
  ] as const)
    it(`while the gateway ${says}: refused, nothing changes, and the next try is told the truth`, async () => {
      const house = cardHouse();
      const number = await house.buy();
      await house.page(number);
      const before = await house.owner();
      fail(house);
      assert.equal(kindOf(refusalOf(await house.cancel(number))), 'gatewayUnsure');
      assert.deepEqual(await house.owner(), before);
      done(await house.cancel(number));
    });

  it('whose page may have been opened: its key brings the page, which is closed', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.gateway.fail('open', 'lostAfter', 'lostAfter');
    await house.open(number);
    done(await house.cancel(number));
    assert.deepEqual(
      house.gateway.pages().map(({ state }) => state),
      ['expired'],
    );
    assert.deepEqual(await house.attempts(number), ['closed']);
  });

  it('while another opens a page at the same moment: one of both, never an open page of a cancelled order', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const url = await house.page(number);
    let opened: string | undefined;
    house.gateway.between = async () => {
      house.gateway.between = () => Promise.resolve();
      house.gateway.runOut(url);
      await house.sweep();
      house.clock.passMinutes(3);
      await house.sweep();
      opened = await house.page(number, bob);
    };
    assert.equal(kindOf(refusalOf(await house.cancel(number))), 'gatewayUnsure');
    assert.equal(await house.state(number), 'awaitingCardPayment');
    await house.hearPaid(house.pays(opened!));
    assert.equal(await house.state(number), 'active');
  });

  it('that can’t be cancelled anyway leaves its page open', async () => {
    const house = cardHouse({
      credits: [
        {
          id: 'old' as never,
          left: { currency: 'EUR' as never, minor: 5000 },
          from: '1' as never,
          since: day('2026-01-01'),
        },
      ],
    });
    const number = await house.buy();
    const url = await house.page(number);
    assert.equal(kindOf(refusalOf(await house.cancel(number))), 'moneyReceived');
    assert.ok(house.gateway.pay(url));
  });

  it('pressed twice: cancelled once, both told the same', async () => {
    const house = cardHouse();
    const number = await house.buy();
    await house.page(number);
    const both = await Promise.all([house.cancel(number), house.cancel(number)]);
    assert.deepEqual(both.map((outcome) => done(outcome).again).toSorted(), [false, true]);
  });
});
