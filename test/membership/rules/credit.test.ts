import assert from 'node:assert/strict';
import { asOf } from '../../../membership/rules/as-of.ts';
import { due } from '../../../membership/rules/order.ts';
import { orderOf } from '../../../membership/rules/partner.ts';
import { USD } from '../../support/catalogue.ts';
import { at, eur, order, orderNumber, partner, payment, proof, quote } from '../../support/partner.ts';
import { credit, first, pay, place, second, shown } from './banking.ts';

describe('credit', () => {
  const expired = asOf(partner({ orders: [first] }), at('2026-04-10')).partner;
  const credited = pay(expired, first, payment('p', 100_000, '2026-04-05'), '2026-04-10').partner;

  it('is taken up by the new order, which is active on the day it is submitted', () => {
    const bought = place(credited, second);
    assert.deepEqual(shown(bought, second), ['active', 100_000, 0]);
    assert.equal(orderOf(bought, second.number)?.purchaseDate, '2026-04-10');
  });

  it('is taken up once', () => {
    const bought = place(credited, second);
    const third = order({ number: orderNumber(3), level: 'gold', placedAt: at('2026-04-11') });
    assert.deepEqual(shown(place(bought, third), third), ['awaitingTransfer', 0, 0]);
  });

  it('is taken up as far as it is needed, the oldest first', () => {
    const more = pay(credited, first, payment('q', 50_000, '2026-04-06'), '2026-04-10').partner;
    const bought = place(more, second);
    assert.deepEqual(shown(bought, second), ['active', 100_000, 50_000]);
    assert.deepEqual(
      bought.credits.map(({ id }) => id),
      ['q'],
    );
  });

  it('is taken up in part, and the rest is due', () => {
    const dearer = { ...second, quote: quote(130_000) };
    const bought = place(credited, dearer);
    assert.equal(due(orderOf(bought, dearer.number)!).minor, 30_000);
    const whole = pay(bought, dearer, payment('q', 30_000, '2026-04-15'), '2026-04-16').partner;
    assert.deepEqual(shown(whole, dearer), ['active', 130_000, 0]);
    assert.equal(orderOf(whole, dearer.number)?.purchaseDate, '2026-04-15');
  });

  it('serves the transfer order that is open when the money comes', () => {
    const waiting = place(expired, second);
    const change = pay(waiting, first, payment('p', 100_000, '2026-04-12'), '2026-04-13');
    assert.equal(change.effect, 'credited');
    assert.deepEqual(shown(change.partner, second), ['active', 100_000, 0]);
    assert.equal(orderOf(change.partner, second.number)?.purchaseDate, '2026-04-12');
  });

  it('is not taken up in another currency', () => {
    const dollars = { ...second, quote: quote(100_000, USD) };
    const placed = place(credited, dollars);
    assert.deepEqual([credit(placed), orderOf(placed, dollars.number)?.payments], [100_000, []]);
  });

  it('is taken up by an order that is paid by card, whether it came before or comes while that is open', () => {
    const card = { ...second, method: 'card' as const, state: 'awaitingCardPayment' as const };
    assert.deepEqual(shown(place(credited, card), card), ['active', 100_000, 0]);
    const wire = payment('p', 100_000, '2026-04-12');
    const change = pay(place(expired, card), first, wire, '2026-04-13').partner;
    assert.deepEqual(shown(change, card), ['active', 100_000, 0]);
  });

  for (const state of ['cancelled', 'refunded', 'reversed'] as const)
    it(`is what comes for an order that was ${state}`, () => {
      const ended = order({ state });
      const change = pay(
        partner({ orders: [ended] }),
        ended,
        payment('p', 100_000, '2026-03-10'),
        '2026-03-12',
      );
      assert.deepEqual([change.effect, orderOf(change.partner, ended.number)?.state], ['credited', state]);
      assert.equal(credit(change.partner), 100_000);
    });

  it('returns when the order that took it up expires too', () => {
    const dearer = { ...second, quote: quote(130_000) };
    const over = asOf(place(credited, dearer), at('2026-05-11')).partner;
    assert.deepEqual(shown(over, dearer), ['expired', 100_000, 100_000]);
    assert.deepEqual(over.credits[0]?.left, eur(100_000));
  });

  it('brings the old order’s proof along while money is still awaited', () => {
    const withProof = order({ state: 'expired', proofs: [proof()] });
    const placed = place(partner({ orders: [withProof] }), second);
    assert.equal(orderOf(placed, second.number)?.state, 'proofUnderReview');
    assert.deepEqual(orderOf(placed, second.number)?.proofs, [proof()]);
  });

  it('judges the proof anew: a date that lay in the future may be over', () => {
    const early = proof({ marks: ['futureDate'] });
    const placed = place(partner({ orders: [order({ state: 'expired', proofs: [early] })] }), second);
    assert.deepEqual(orderOf(placed, second.number)?.proofs[0]?.marks, []);
  });

  it('does not bring the proof of an order for the other level', () => {
    const withProof = order({ state: 'expired', proofs: [proof()] });
    const gold = { ...second, level: 'gold' as const };
    const placed = place(partner({ orders: [withProof] }), gold);
    assert.deepEqual(orderOf(placed, gold.number)?.proofs, []);
  });

  it('does not bring a rejected proof, nor that of an order that was cancelled', () => {
    const rejected = proof({ rejected: { reason: 'dark', at: at('2026-03-12') } });
    for (const old of [
      order({ state: 'expired', proofs: [rejected] }),
      order({ state: 'cancelled', proofs: [proof()] }),
    ])
      assert.equal(
        orderOf(place(partner({ orders: [old] }), second), second.number)?.state,
        'awaitingTransfer',
      );
  });
});
