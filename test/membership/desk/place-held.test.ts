import assert from 'node:assert/strict';
import { payBack } from '../../../membership/deeds/pay-back.ts';
import type { CommandId, MpnId, PaymentId } from '../../../membership/rules/ids.ts';
import { money } from '../../../membership/rules/money.ts';
import { USD } from '../../support/catalogue.ts';
import { day, eur, order, orderNumber, quote } from '../../support/partner.ts';
import { deskHouse, fabrikam, first, insider, kinds, olga, omar, other, said } from './desk-house.ts';

const thanks = { text: 'thank you' };
const dollars = order({ number: orderNumber(9), level: 'gold', quote: quote(100_000, USD) });

describe('a held line', () => {
  it('is put on an order as if it had named it, and the history says who did it', async () => {
    const house = deskHouse();
    await house.posts('l1', { ...thanks, amount: eur(100_000) });
    assert.equal(said(await house.places('l1')), 'done');
    assert.equal((await house.order()).state, 'active');
    assert.deepEqual(
      (await house.owner()).history.map(({ by, event }) => ['name' in by && by.name, event.type]),
      [
        ['Olga', 'paymentReceived'],
        ['Olga', 'orderActivated'],
      ],
    );
    assert.deepEqual(await house.ledger.held(), []);
    assert.equal((await house.told()).length, 2);
  });

  it('by two operators at once, on two partners’ orders: once, and the second is told who and which order', async () => {
    const house = deskHouse();
    await house.posts('l1', thanks);
    const outcomes = await Promise.all([
      house.places('l1', first.number, 'p1'),
      house.places('l1', other.number, 'p2', omar),
    ]);
    assert.deepEqual(kinds(outcomes), ['accepted', 'alreadyPlaced']);
    assert.deepEqual(said(outcomes[1]), {
      kind: 'alreadyPlaced',
      order: first.number,
      placed: { by: olga.name, at: house.clock.now() },
    });
    assert.equal(await house.total(), 40_000);
  });

  it('the same command again answers as the first time', async () => {
    const house = deskHouse();
    await house.posts('l1', thanks);
    assert.equal(said(await house.places('l1')), 'done');
    assert.equal(said(await house.places('l1')), 'again');
  });

  it('that is the money of a mark by hand confirms it and adds nothing', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.posts('l1', { ...thanks, valueDate: day('2026-03-11') });
    assert.equal(said(await house.places('l1')), 'done');
    assert.equal(await house.total(), 40_000);
    assert.equal((await house.ledger.find('l1' as PaymentId))?.status.kind, 'confirms');
    assert.deepEqual(kinds([await house.places('l1', first.number, 'again', omar)]), ['alreadyPlaced']);
  });

  it('in another currency is refused; so are an unknown line, an unknown order and one’s own organisation', async () => {
    const house = deskHouse();
    await house.posts('l1', { ...thanks, amount: money(USD, 40_000) });
    await house.posts('l2', thanks);
    assert.deepEqual(kinds([await house.places('l1')]), ['currencyDiffers']);
    assert.deepEqual(kinds([await house.places('l9')]), ['unknownLine']);
    assert.deepEqual(kinds([await house.places('l2', orderNumber(77))]), ['unknownOrder']);
    assert.deepEqual(kinds([await house.places('l2', first.number, 'p', insider)]), ['ownOrganisation']);
    assert.equal((await house.ledger.held()).length, 2);
  });

  it('of a line that was told: already placed, nobody’s doing', async () => {
    const house = deskHouse();
    await house.posts('l1');
    assert.deepEqual(said(await house.places('l1')), {
      kind: 'alreadyPlaced',
      order: first.number,
      placed: undefined,
    });
  });
});

describe('money held at a partner for its currency', () => {
  const held = async () => {
    const house = deskHouse({ orders: [first, dollars] });
    await house.posts('l1', { amount: money(USD, 100_000) });
    assert.equal((await house.owner()).held.length, 1);
    return house;
  };
  const back = (command: string, given = {}) => ({
    partner: fabrikam().mpnId,
    payment: 'l1' as PaymentId,
    amount: money(USD, 100_000),
    on: day('2026-03-12'),
    reference: 'OUT 1',
    command: command as CommandId,
    ...given,
  });

  it('is put on an order in it, and held no more', async () => {
    const house = await held();
    assert.equal(said(await house.places('l1', dollars.number)), 'done');
    assert.equal((await house.order(dollars.number)).state, 'active');
    assert.deepEqual((await house.owner()).held, []);
  });

  it('is not put on another partner’s order', async () => {
    const house = await held();
    await house.store.change('7000001' as MpnId, (owner) => ({
      kind: 'commit',
      answer: undefined,
      partner: { ...owner, orders: [...owner.orders, { ...dollars, number: orderNumber(10) }] },
    }));
    assert.deepEqual(said(await house.places('l1', orderNumber(10))), {
      kind: 'heldForOther',
      order: first.number,
    });
  });

  it('is paid back as a whole, once; then it waits for nobody and can’t be placed', async () => {
    const house = await held();
    const pay = (command: string, given = {}, operator = olga) =>
      payBack(house.ports, operator, back(command, given));
    assert.deepEqual(kinds([await pay('b0', { amount: money(USD, 1) })]), ['refundDiffers']);
    const outcomes = await Promise.all([pay('b1'), pay('b2', {}, omar)]);
    assert.deepEqual(kinds(outcomes), ['accepted', 'alreadyPaidBack']);
    assert.deepEqual((await house.owner()).held, []);
    assert.deepEqual(await house.ledger.held(), []);
    assert.deepEqual(kinds([await house.places('l1', dollars.number)]), ['unknownLine']);
    assert.deepEqual((await house.order()).paidBack, [
      { on: '2026-03-12', amount: money(USD, 100_000), reference: 'OUT 1' },
    ]);
  });

  it('paid back, the power cut before the ledger knew: can’t be placed either; told again, the ledger knows', async () => {
    const house = await held();
    house.ledger.breaks = true;
    await assert.rejects(payBack(house.ports, olga, back('b1')));
    house.ledger.breaks = false;
    assert.deepEqual(kinds([await house.places('l1', dollars.number)]), ['alreadyPaidBack']);
    assert.equal(said(await payBack(house.ports, olga, back('b1'))), 'again');
    assert.deepEqual(await house.ledger.held(), []);
  });
});

describe('credit that is paid back', () => {
  const over = async () => {
    const house = deskHouse();
    await house.posts('l1', { amount: eur(150_000) });
    return house;
  };
  const back = (command: string, minor: number, given = {}) => ({
    partner: fabrikam().mpnId,
    payment: 'l1' as PaymentId,
    amount: eur(minor),
    on: day('2026-03-12'),
    reference: `OUT ${command}`,
    command: command as CommandId,
    ...given,
  });

  it('is less by it, then gone; never more than there is; the admins are told', async () => {
    const house = await over();
    const pay = (command: string, minor: number, given = {}) =>
      payBack(house.ports, olga, back(command, minor, given));
    assert.deepEqual(said(await pay('b1', 50_001)), { kind: 'moreThanThere', left: eur(50_000) });
    assert.equal(said(await pay('b2', 20_000)), 'done');
    assert.deepEqual(
      (await house.owner()).credits.map(({ left }) => left),
      [eur(30_000)],
    );
    assert.equal(said(await pay('b2', 20_000)), 'again');
    assert.deepEqual(kinds([await pay('b3', 30_000, { reference: 'out b2' })]), ['alreadyPaidBack']);
    assert.equal(said(await pay('b4', 30_000)), 'done');
    assert.deepEqual((await house.owner()).credits, []);
    assert.deepEqual(kinds([await pay('b5', 1)]), ['nothingToPayBack']);
    assert.equal(await house.total(), 100_000);
    assert.ok((await house.told()).includes(`ada ${first.number} paidBack`));
    assert.deepEqual((await house.owner()).history.at(-1)?.event, {
      type: 'moneyPaidBack',
      order: first.number,
      payment: 'l1',
      amount: eur(30_000),
      on: '2026-03-12',
      reference: 'OUT b4',
    });
  });

  const refusals: readonly [says: string, given: object, kind: string][] = [
    ['tomorrow', { on: day('2026-03-13') }, 'dayInFuture'],
    ['before it came', { on: day('2026-03-09') }, 'dayTooEarly'],
    ['nothing', { amount: eur(0) }, 'amountNotPositive'],
    ['another currency', { amount: money(USD, 5) }, 'moreThanThere'],
    ['without a reference', { reference: ' ' }, 'leftEmpty'],
    ['money that is not there', { payment: 'l7' }, 'nothingToPayBack'],
  ];
  for (const [says, given, kind] of refusals)
    it(`${says}: refused`, async () => {
      const house = await over();
      assert.deepEqual(kinds([await payBack(house.ports, olga, back('b', 5, given))]), [kind]);
      assert.equal(await house.total(), 150_000);
    });
  it('of one’s own organisation: refused', async () => {
    const house = await over();
    assert.deepEqual(kinds([await payBack(house.ports, insider, back('b', 5))]), ['ownOrganisation']);
  });
});
