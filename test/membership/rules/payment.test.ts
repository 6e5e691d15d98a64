import assert from 'node:assert/strict';
import { asOf } from '../../../membership/rules/as-of.ts';
import { money } from '../../../membership/rules/money.ts';
import { due } from '../../../membership/rules/order.ts';
import { orderOf } from '../../../membership/rules/partner.ts';
import { catalogue, JPY, KWD, USD } from '../../support/catalogue.ts';
import { receiveTransfer } from '../../../membership/rules/payment.ts';
import { at, day, membership, order, partner, payment, proof, quote } from '../../support/partner.ts';
import { credit, first, pay, place, second, shown } from './banking.ts';

describe('payment of an open order of 1,000.00', () => {
  const rows: readonly [
    says: string,
    parts: readonly number[],
    state: string,
    received: number,
    credit: number,
  ][] = [
    ['exact', [100_000], 'active', 100_000, 0],
    ['short by the tolerance', [98_500], 'active', 98_500, 0],
    ['short by a cent more', [98_499], 'awaitingTransfer', 98_499, 0],
    ['in two parts', [40_000, 60_000], 'active', 100_000, 0],
    ['over', [130_000], 'active', 100_000, 30_000],
    ['over with the second part', [40_000, 80_000], 'active', 100_000, 20_000],
    ['twice', [100_000, 100_000], 'active', 100_000, 100_000],
    ['short within the tolerance, then again', [99_000, 100_000], 'active', 99_000, 100_000],
  ];
  for (const [says, parts, state, got, left] of rows)
    it(says, () => {
      const owner = parts.reduce(
        (now, minor, nth) => pay(now, first, payment(`p${nth}`, minor, '2026-03-10'), '2026-03-12').partner,
        partner({ orders: [first] }),
      );
      assert.deepEqual(shown(owner, first), [state, got, left]);
    });

  it('tells what it did', () => {
    const effect = (minor: number) =>
      pay(partner({ orders: [first] }), first, payment('p', minor, '2026-03-10'), '2026-03-12').effect;
    assert.deepEqual([98_499, 98_500, 200_000].map(effect), ['short', 'activated', 'activated']);
    const short = pay(partner({ orders: [first] }), first, payment('p', 98_499, '2026-03-10'), '2026-03-12');
    assert.equal(due(orderOf(short.partner, first.number)!).minor, 1501);
  });

  it('is complete on the value date of its last part, whichever is seen first', () => {
    const later = pay(partner({ orders: [first] }), first, payment('a', 60_000, '2026-03-14'), '2026-03-16');
    const all = pay(later.partner, first, payment('b', 40_000, '2026-03-09'), '2026-03-17').partner;
    assert.equal(orderOf(all, first.number)?.purchaseDate, '2026-03-14');
    assert.deepEqual(
      all.memberships.map(({ paidOn, anniversary, order: by }) => [paidOn, anniversary, by]),
      [['2026-03-14', '2027-03-14', first.number]],
    );
  });

  it('is not complete before the order was there', () => {
    const early = pay(partner({ orders: [first] }), first, payment('p', 100_000, '2026-02-20'), '2026-03-03');
    assert.equal(orderOf(early.partner, first.number)?.purchaseDate, '2026-03-02');
  });

  it('with a value date still to come counts, as of that day', () => {
    const ahead = pay(partner({ orders: [first] }), first, payment('p', 100_000, '2026-04-01'), '2026-03-12');
    assert.deepEqual(shown(ahead.partner, first), ['active', 100_000, 0]);
    assert.equal(orderOf(ahead.partner, first.number)?.purchaseDate, '2026-04-01');
  });

  it('with a value date after the last day is credit: the order waits on, and can still be paid', () => {
    const late = pay(partner({ orders: [first] }), first, payment('p', 100_000, '2026-04-02'), '2026-04-01');
    assert.deepEqual(
      [late.effect, ...shown(late.partner, first)],
      ['credited', 'awaitingTransfer', 0, 100_000],
    );
    const paid = pay(late.partner, first, payment('q', 100_000, '2026-04-01'), '2026-04-01').partner;
    assert.deepEqual(shown(paid, first), ['active', 100_000, 100_000]);
  });

  it('another order’s late money with a value date after the last day is not taken up', () => {
    const owner = partner({ orders: [order({ state: 'cancelled' }), second] });
    const late = pay(owner, first, payment('p', 100_000, '2026-05-11'), '2026-05-10').partner;
    assert.deepEqual(shown(late, second), ['awaitingTransfer', 0, 100_000]);
  });

  it('goes on under review until the money is whole', () => {
    const reviewed = order({ state: 'proofUnderReview', proofs: [proof()] });
    const short = pay(
      partner({ orders: [reviewed] }),
      reviewed,
      payment('p', 500, '2026-03-10'),
      '2026-03-12',
    );
    assert.equal(orderOf(short.partner, reviewed.number)?.state, 'proofUnderReview');
    const whole = pay(short.partner, reviewed, payment('q', 99_500, '2026-03-10'), '2026-03-12');
    assert.equal(orderOf(whole.partner, reviewed.number)?.state, 'active');
  });

  it('has no tolerance where the catalogue has none, and that of its currency', () => {
    const state = (currency: typeof KWD, missing: number) => {
      const foreign = order({ quote: quote(500_000, currency) });
      const amount = money(currency, 500_000 - missing);
      const paid = { ...payment('p', 0, '2026-03-10'), amount };
      return orderOf(pay(partner({ orders: [foreign] }), foreign, paid, '2026-03-12').partner, foreign.number)
        ?.state;
    };
    assert.deepEqual(
      [state(KWD, 0), state(KWD, 1), state(JPY, 2500), state(JPY, 2501)],
      ['active', 'awaitingTransfer', 'active', 'awaitingTransfer'],
    );
  });

  for (const state of ['awaitingTransfer', 'active', 'expired', 'cancelled'] as const)
    it(`in the wrong currency is held, when ${state}`, () => {
      const kept = order({ state });
      const dollars = { ...payment('p', 0, '2026-03-10'), amount: money(USD, 100_000) };
      const change = pay(partner({ orders: [kept] }), kept, dollars, '2026-03-12');
      assert.equal(change.effect, 'held');
      assert.deepEqual(change.partner.orders, [kept]);
      assert.deepEqual(change.partner.credits, []);
      assert.deepEqual(
        change.partner.held.map(({ id, amount, order: to, because }) => [id, amount.minor, to, because]),
        [['p', 100_000, kept.number, 'wrongCurrency']],
      );
    });

  it('names an order of the partner, or it is a fault', () => {
    assert.throws(() => pay(partner(), first, payment('p', 1, '2026-03-10'), '2026-03-12'), RangeError);
  });
});

describe('payment seen after the order expired', () => {
  const waiting = partner({ orders: [first] });

  it('with a value date on the last day: active, as of that day', () => {
    const change = pay(waiting, first, payment('p', 100_000, '2026-04-01'), '2026-04-03');
    assert.equal(change.effect, 'activated');
    assert.deepEqual(shown(change.partner, first), ['active', 100_000, 0]);
    assert.equal(orderOf(change.partner, first.number)?.purchaseDate, '2026-04-01');
  });

  it('with a value date a day later: credit', () => {
    const change = pay(waiting, first, payment('p', 100_000, '2026-04-02'), '2026-04-03');
    assert.equal(change.effect, 'credited');
    assert.deepEqual(shown(change.partner, first), ['expired', 100_000, 100_000]);
  });

  it('a part seen in time and the rest seen late, all of it in time: active, the rest over is credit', () => {
    const part = pay(waiting, first, payment('a', 60_000, '2026-03-20'), '2026-03-22').partner;
    const expired = asOf(part, at('2026-04-02')).partner;
    assert.deepEqual(shown(expired, first), ['expired', 60_000, 60_000]);
    const whole = pay(expired, first, payment('b', 50_000, '2026-03-31'), '2026-04-03').partner;
    assert.deepEqual(shown(whole, first), ['active', 100_000, 10_000]);
    assert.equal(orderOf(whole, first.number)?.purchaseDate, '2026-03-31');
  });

  it('a part seen late is no full payment', () => {
    const change = pay(waiting, first, payment('a', 98_499, '2026-03-20'), '2026-04-03');
    assert.deepEqual(
      [change.effect, ...shown(change.partner, first)],
      ['credited', 'expired', 98_499, 98_499],
    );
  });

  it('a late part does not make the part in time whole', () => {
    const late = pay(waiting, first, payment('a', 60_000, '2026-04-05'), '2026-04-06').partner;
    const change = pay(late, first, payment('b', 40_000, '2026-03-31'), '2026-04-07');
    assert.deepEqual([change.effect, credit(change.partner)], ['credited', 100_000]);
  });

  it('short by the bank’s charges only: active', () => {
    const change = pay(waiting, first, payment('p', 98_500, '2026-04-01'), '2026-04-03');
    assert.deepEqual(shown(change.partner, first), ['active', 98_500, 0]);
  });

  it('in time, but the level has been bought again meanwhile: credit', () => {
    const again = place(asOf(waiting, at('2026-04-10')).partner, second);
    const bought = pay(again, second, payment('a', 100_000, '2026-04-11'), '2026-04-12').partner;
    const change = pay(bought, first, payment('b', 100_000, '2026-04-01'), '2026-04-13');
    assert.deepEqual(
      [change.effect, ...shown(change.partner, first)],
      ['credited', 'expired', 100_000, 100_000],
    );
  });

  it('in time, silver, and gold has been bought meanwhile: credit', () => {
    const owner = partner({
      orders: [first],
      memberships: [membership({ level: 'gold', paidOn: day('2026-03-20') })],
    });
    assert.equal(pay(owner, first, payment('b', 100_000, '2026-04-01'), '2026-04-13').effect, 'credited');
  });

  it('in time, a silver renewal, and gold has been bought meanwhile: credit, though the days are the same', () => {
    const anniversary = day('2026-03-01');
    const gold = membership({ level: 'gold', paidOn: day('2025-03-01'), anniversary });
    const renewal = order({ kind: 'renewal', renews: anniversary });
    const owner = partner({ orders: [renewal], memberships: [gold] });
    const window = { ...catalogue, renewalWindow: { opens: 1, closes: 60 } };
    const paid = payment('p', 100_000, '2026-04-01');
    const now = at('2026-04-03');
    const seen = receiveTransfer(asOf(owner, now).partner, renewal.number, paid, { catalogue: window, now });
    assert.equal(seen.effect, 'credited');
  });

  it('in time, while the order placed in its stead is open: that one is cancelled, its money credit', () => {
    const again = place(waiting, second);
    const started = pay(again, second, payment('a', 30_000, '2026-04-11'), '2026-04-12').partner;
    const change = pay(started, first, payment('b', 100_000, '2026-04-01'), '2026-04-13').partner;
    assert.deepEqual(shown(change, first), ['active', 100_000, 30_000]);
    assert.equal(orderOf(change, second.number)?.state, 'cancelled');
  });

  it('a renewal in time runs from the anniversary, though its window is over', () => {
    const silver = membership({ paidOn: day('2025-03-01'), anniversary: day('2026-03-01') });
    const renewal = order({ kind: 'renewal', renews: silver.anniversary });
    const owner = partner({ orders: [renewal], memberships: [silver] });
    const change = pay(owner, renewal, payment('p', 100_000, '2026-04-01'), '2026-04-20').partner;
    assert.equal(change.memberships.at(-1)?.anniversary, '2027-03-01');
  });
});
