import assert from 'node:assert/strict';
import type { MarkReceived } from '../../../membership/deeds/mark-received.ts';
import type { BankLine } from '../../../membership/ports.ts';
import type { DeskRefusal } from '../../../membership/rules/desk-refusals.ts';
import { money } from '../../../membership/rules/money.ts';
import { USD } from '../../support/catalogue.ts';
import { ada, bob, day, eur, order, orderNumber } from '../../support/partner.ts';
import { deskHouse, first, insider, kinds, olga, omar, other, said } from './desk-house.ts';

const statusOf = (ledger: ReturnType<typeof deskHouse>['ledger'], id: string) =>
  ledger.all().find((line) => line.id === id)?.status;

describe('a transfer that an operator marks as received', () => {
  it('pays the order at once; every admin is told, and the history says who saw it and with which reference', async () => {
    const house = deskHouse();
    assert.equal(said(await house.marks('m1', { amount: eur(100_000) })), 'done');
    assert.equal((await house.order()).state, 'active');
    assert.equal((await house.order()).purchaseDate, '2026-03-10');
    const { history } = await house.owner();
    assert.deepEqual(
      history.map(({ by, through, event }) => [by.kind === 'operator' && by.name, through, event.type]),
      [
        ['Olga', 'card', 'markedByHand'],
        ['Olga', 'card', 'paymentReceived'],
        ['Olga', 'card', 'orderActivated'],
      ],
    );
    assert.deepEqual(await house.told(), [`${ada} ${first.number} active`, `${bob} ${first.number} active`]);
    assert.deepEqual(statusOf(house.ledger, 'hand:m1'), { kind: 'provisional', order: first.number });
  });

  it('the statement’s line confirms it, adds nothing, and both are linked', async () => {
    const house = deskHouse();
    await house.marks('m1');
    const posted = await house.posts('l1');
    assert.equal(posted.kind, 'confirmed');
    assert.equal(await house.total(), 40_000);
    assert.deepEqual(statusOf(house.ledger, 'l1'), {
      kind: 'confirms',
      provisional: 'hand:m1',
      order: first.number,
    });
    assert.deepEqual(statusOf(house.ledger, 'hand:m1'), {
      kind: 'matched',
      order: first.number,
      confirmedBy: 'l1',
    });
    const last = (await house.owner()).history.at(-1);
    assert.deepEqual(
      [last?.by.kind, last?.event],
      ['bank', { type: 'lineConfirmed', order: first.number, payment: 'hand:m1', line: 'l1' }],
    );
  });

  it('a second identical line of the statement is a second payment; the first one again is known', async () => {
    const house = deskHouse();
    await house.marks('m1');
    for (const id of ['l1', 'l2', 'l1']) await house.posts(id);
    assert.equal(await house.total(), 80_000);
  });

  const held: readonly [says: string, line: Partial<BankLine>][] = [
    ['with its reference, and no order', { text: 'FT 26069 XY12' }],
    ['with its reference and an order of nobody', { text: `${orderNumber(77)} FT-26069/XY12` }],
    ['of another partner by its MPN ID', { text: `${first.number} 7000001` }],
  ];
  for (const [says, line] of held)
    it(`that waits as a held line ${says}: that line is put on the order, and nothing is written twice`, async () => {
      const house = deskHouse();
      await house.posts('l1', line);
      assert.equal(said(await house.marks('m1')), 'done');
      assert.equal(house.ledger.all().length, 1);
      assert.deepEqual(statusOf(house.ledger, 'l1'), { kind: 'matched', order: first.number });
      assert.equal(await house.total(), 40_000);
      assert.equal(said(await house.marks('m1')), 'again');
      assert.equal(await house.total(), 40_000);
    });

  it('that may be a held line of that day: it confirms the mark, until a surer line takes its place', async () => {
    const house = deskHouse();
    await house.posts('l1', { text: 'thank you' });
    await house.marks('m1');
    assert.equal(statusOf(house.ledger, 'l1')?.kind, 'confirms');
    assert.equal((await house.posts('l2')).kind, 'confirmed');
    assert.equal(await house.total(), 40_000);
    assert.deepEqual(statusOf(house.ledger, 'hand:m1'), {
      kind: 'matched',
      order: first.number,
      confirmedBy: 'l2',
    });
    assert.equal(statusOf(house.ledger, 'l1')?.kind, 'held');
    await house.places('l1', other.number);
    assert.equal(await house.total(), 80_000);
  });

  const refusals: readonly [says: string, wish: Partial<MarkReceived>, kind: DeskRefusal['kind']][] = [
    ['an order of nobody', { order: orderNumber(77) }, 'unknownOrder'],
    ['nothing', { amount: eur(0) }, 'amountNotPositive'],
    ['less than nothing', { amount: eur(-5) }, 'amountNotPositive'],
    ['another currency', { amount: money(USD, 40_000) }, 'currencyDiffers'],
    ['tomorrow', { valueDate: day('2026-03-13') }, 'dayInFuture'],
    ['before the order', { valueDate: day('2026-03-01') }, 'dayTooEarly'],
    ['no reference', { reference: ' – ' }, 'leftEmpty'],
    ['an account that is not ours', { account: 'NL91ABNA0417164300' }, 'accountUnknown'],
  ];
  for (const [says, wish, kind] of refusals)
    it(`${says}: refused, and nothing is written`, async () => {
      const house = deskHouse();
      const outcome = await house.marks('m1', wish);
      assert.equal(outcome.kind === 'refused' && outcome.refusal.kind, kind);
      assert.deepEqual([house.store.commits(), house.ledger.all()], [0, []]);
    });

  for (const state of ['active', 'cancelled', 'refunded', 'reversed'] as const)
    it(`for an order that is ${state}: refused`, async () => {
      const house = deskHouse({ orders: [order({ state })] });
      assert.deepEqual(said(await house.marks('m1')), {
        kind: 'takesNoTransfer',
        order: first.number,
        method: 'transfer',
        state,
      });
    });
  it('for a card order: refused', async () => {
    const house = deskHouse({ orders: [order({ state: 'awaitingCardPayment', method: 'card' })] });
    assert.deepEqual(kinds([await house.marks('m1')]), ['takesNoTransfer']);
  });
  it('by an operator who belongs to the partner: refused', async () => {
    const house = deskHouse();
    assert.deepEqual(said(await house.marks('m1', {}, insider)), { kind: 'ownOrganisation' });
  });

  it('in time, seen after the order expired: the order comes back; too late: credit', async () => {
    const inTime = deskHouse();
    inTime.clock.pass(30);
    await inTime.marks('m1', { amount: eur(100_000), valueDate: day('2026-04-01') });
    assert.equal((await inTime.order()).state, 'active');
    const late = deskHouse();
    late.clock.pass(30);
    await late.marks('m1', { amount: eur(100_000), valueDate: day('2026-04-02') });
    assert.equal((await late.order()).state, 'expired');
    assert.equal(await late.total(), 100_000);
  });
});

describe('money that is known already', () => {
  const known: readonly [says: string, line: Partial<BankLine>][] = [
    ['with the reference', { text: `${first.number} FT-26069/XY12` }],
    ['without it, for this order', {}],
    ['for another order, with the reference', { text: `${other.number} ft26069xy12` }],
  ];
  for (const [says, line] of known)
    it(`from the statement ${says}: refused with its day and order`, async () => {
      const house = deskHouse();
      await house.posts('l1', line);
      const total = await house.total();
      assert.deepEqual(said(await house.marks('m1')), {
        kind: 'moneyKnown',
        order: line.text?.startsWith(other.number) ? other.number : first.number,
        day: day('2026-03-10'),
      });
      assert.equal(await house.total(), total);
    });

  it('marked by two operators at once: one effect, and the other is told who', async () => {
    const house = deskHouse();
    const outcomes = await Promise.all([house.marks('m1'), house.marks('m2', {}, omar)]);
    assert.deepEqual(kinds(outcomes), ['accepted', 'moneyKnown']);
    assert.deepEqual(said(outcomes[1]), {
      kind: 'moneyKnown',
      order: first.number,
      day: day('2026-03-10'),
      by: olga.name,
    });
    assert.equal(await house.total(), 40_000);
  });

  it('marked, confirmed by the statement, and marked again: refused', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.posts('l1');
    assert.deepEqual(kinds([await house.marks('m2')]), ['moneyKnown']);
    assert.equal(await house.total(), 40_000);
  });

  it('the same command twice, or at once, answers as the first time', async () => {
    const house = deskHouse();
    const outcomes = await Promise.all([1, 2].map(() => house.marks('m1', { amount: eur(100_000) })));
    assert.deepEqual(outcomes.map(said).toSorted(), ['again', 'done']);
    assert.equal(said(await house.marks('m1', { amount: eur(100_000) })), 'again');
    assert.equal(await house.total(), 100_000);
  });

  it('two real payments of one day, both marked, both in the statement: two', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.marks('m2', { reference: 'FT-26069/XY13' });
    assert.equal(await house.total(), 80_000);
    for (const id of ['l1', 'l2']) assert.equal((await house.posts(id)).kind, 'confirmed');
    assert.equal(await house.total(), 80_000);
  });
});
