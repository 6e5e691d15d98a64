import assert from 'node:assert/strict';
import { changeCommand, changeMethod } from '../../../membership/deeds/change-method.ts';
import type { PaymentMethod } from '../../../membership/rules/catalogue.ts';
import type { OrderNumber } from '../../../membership/rules/ids.ts';
import { ada, bob } from '../../support/partner.ts';
import { buy, doing, done, refusalOf } from '../deeds/deeds.ts';
import { cardHouse, kindOf } from './card-house.ts';

type House = ReturnType<typeof cardHouse>;
const change = (house: House, order: OrderNumber, to: PaymentMethod, who = ada) =>
  changeMethod(
    house.ports,
    doing(changeCommand({ order, to }), who),
    { person: who, order, to },
    house.ports,
  );

describe('changing the payment method', () => {
  it('from card to transfer: the page is closed, the new order waits for the wire', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const url = await house.page(number);
    const { order } = done(await change(house, number, 'transfer'));
    assert.deepEqual(
      [await house.state(number), await house.state(order)],
      ['cancelled', 'awaitingTransfer'],
    );
    assert.equal(house.gateway.pay(url), undefined);
    const { quote } = await house.order(order);
    assert.deepEqual(quote, (await house.order(number)).quote);
  });

  it('from transfer to card', async () => {
    const house = cardHouse();
    const { order: number } = await buy(house.ports);
    const { order } = done(await change(house, number, 'card'));
    assert.deepEqual(
      [await house.state(number), await house.state(order)],
      ['cancelled', 'awaitingCardPayment'],
    );
    assert.match(await house.page(order), new RegExp(order));
  });

  it('twice, and by two admins at once: one new order, both told of it', async () => {
    const house = cardHouse();
    const { order: number } = await buy(house.ports);
    const outcomes = await Promise.all([
      change(house, number, 'card'),
      change(house, number, 'card'),
      change(house, number, 'card', bob),
    ]);
    assert.equal(new Set(outcomes.map((outcome) => done(outcome).order)).size, 1);
    assert.equal((await house.owner()).orders.length, 2);
  });

  it('of an order whose page was paid on: refused, active', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.pays(await house.page(number));
    assert.equal(kindOf(refusalOf(await change(house, number, 'transfer'))), 'active');
    assert.deepEqual([await house.state(number), (await house.owner()).orders.length], ['active', 1]);
  });

  it('at another price by now: neither cancelled nor placed', async () => {
    const house = cardHouse();
    const { order: number } = await buy(house.ports);
    const countries = Object.fromEntries(
      Object.entries(house.ports.catalogue.countries).map(([code, terms]) => [
        code,
        { ...terms, taxBasisPoints: 999 },
      ]),
    );
    const ports = { ...house.ports, catalogue: { ...house.ports.catalogue, countries } };
    const outcome = await changeMethod(
      ports,
      doing('c'),
      { person: ada, order: number, to: 'card' },
      house.ports,
    );
    assert.equal(kindOf(refusalOf(outcome)), 'quoteChanged');
    assert.equal(await house.state(number), 'awaitingTransfer');
  });

  it('cancel and change at once: one legal end', async () => {
    const house = cardHouse();
    const number = await house.buy();
    await house.page(number);
    await Promise.all([house.cancel(number), change(house, number, 'transfer', bob)]);
    assert.equal(await house.state(number), 'cancelled');
    assert.ok((await house.owner()).orders.length <= 2);
  });
});
