import assert from 'node:assert/strict';
import { approveRefund, declineRefund, type RefundPorts } from '../../../membership/deeds/decide-refund.ts';
import { payBack } from '../../../membership/deeds/pay-back.ts';
import { requestRefund } from '../../../membership/deeds/request-refund.ts';
import type { CommandId, PaymentId } from '../../../membership/rules/ids.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { ada, at, day, eur, order, orderNumber } from '../../support/partner.ts';
import { ledgerInMemory } from '../../support/ledger.ts';
import { cardHouse } from '../card/card-house.ts';
import { doing } from '../deeds/deeds.ts';
import { kinds, olga, omar, said } from './desk-house.ts';

describe('a refund of an order that a card paid', () => {
  const cardPaid = async (given: Partial<Partner> = {}) => {
    const house = cardHouse(given);
    const number = await house.buy();
    await house.hearPaid(house.pays(await house.page(number)));
    assert.equal(await house.state(number), 'active');
    await requestRefund(house.ports, doing('ask'), { person: ada, order: number });
    const ports: RefundPorts = { ...house.ports, card: house.ports };
    return {
      ...house,
      number,
      approves: (command: string, operator = olga) =>
        approveRefund(ports, operator, { order: number, command: command as CommandId }),
      declines: (command: string, operator = olga) =>
        declineRefund(ports, operator, { order: number, reason: 'No', command: command as CommandId }),
    };
  };

  it('goes back at the gateway, once, however many operators approve at once', async () => {
    const house = await cardPaid();
    const outcomes = await Promise.all([house.approves('y1'), house.approves('y2', omar)]);
    assert.deepEqual(kinds(outcomes), ['accepted', 'alreadyDecided']);
    assert.equal(await house.state(house.number), 'refunded');
    assert.equal(house.gateway.gone().size, 1);
  });

  it('approved and declined at once: what the gateway pays is never declined', async () => {
    for (const turned of [false, true]) {
      const house = await cardPaid();
      const acts = [() => house.approves('y'), () => house.declines('n', omar)];
      const outcomes = await Promise.all((turned ? acts.toReversed() : acts).map((act) => act()));
      assert.deepEqual(kinds(outcomes), ['accepted', 'alreadyDecided']);
      assert.equal(house.gateway.gone().size, turned ? 0 : 1);
      assert.equal(await house.state(house.number), turned ? 'active' : 'refunded');
    }
  });

  it('the gateway does not answer: nothing is refunded, it can’t be declined, and is approved once more', async () => {
    const house = await cardPaid();
    house.gateway.fail('refund', 'lostBefore');
    assert.deepEqual(kinds([await house.approves('y1')]), ['gatewayUnsure']);
    assert.deepEqual(kinds([await house.declines('n')]), ['alreadyDecided']);
    assert.equal(said(await house.approves('y2', omar)), 'done');
    assert.equal(await house.state(house.number), 'refunded');
    assert.equal(house.gateway.gone().size, 1);
  });

  it('the gateway refuses for good: nothing was paid, and it can be declined', async () => {
    const house = await cardPaid();
    house.gateway.fail('refund', 'refused');
    assert.deepEqual(kinds([await house.approves('y1')]), ['gatewayRefused']);
    assert.equal(said(await house.declines('n', omar)), 'done');
    assert.equal(await house.state(house.number), 'active');
  });

  it('in part by credit: the card’s part at the gateway, the rest is credit, and can be paid back', async () => {
    const house = await cardPaid({
      credits: [{ id: 'old' as PaymentId, left: eur(1_000), from: orderNumber(8), since: day('2026-01-01') }],
      orders: [order({ number: orderNumber(8), state: 'expired', placedAt: at('2026-01-01') })],
    });
    assert.equal(said(await house.approves('y')), 'done');
    const [credit] = (await house.owner()).credits;
    assert.ok(credit);
    assert.deepEqual(credit.left, eur(1_000));
    const outcome = await payBack({ ...house.ports, ledger: ledgerInMemory() }, olga, {
      partner: (await house.owner()).mpnId,
      payment: credit.id,
      ...{ amount: eur(1_000), on: day('2026-03-02'), reference: 'OUT 8' },
      command: 'back' as CommandId,
    });
    assert.equal(said(outcome), 'done');
    assert.deepEqual((await house.owner()).credits, []);
  });
});
