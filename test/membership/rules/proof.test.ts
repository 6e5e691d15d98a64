import assert from 'node:assert/strict';
import { marksOf, rejectProof, submitProof } from '../../../membership/rules/proof.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import type { ProofHash } from '../../../membership/rules/ids.ts';
import type { ProofMark } from '../../../membership/rules/order.ts';
import { at, day, order, partner, proof } from '../../support/partner.ts';

describe('proof: what is marked', () => {
  const own = 'IE29 AIBK 9311 5212 3456 78';
  const rows: readonly [date: string, account: string, marks: readonly ProofMark[]][] = [
    ['2026-03-10', own, []],
    ['2026-03-02', own, []],
    ['2026-03-12', own, []],
    ['2026-03-13', own, ['futureDate']],
    ['2026-03-01', own, ['dateBeforeOrder']],
    ['2026-03-10', 'ie29aibk93115212345678', []],
    ['2026-03-10', 'IE29-AIBK-9311-5212-3456-78', []],
    ['2026-03-10', 'IE30 AIBK 9311 5212 3456 78', ['otherAccount']],
    ['2026-03-13', '1', ['futureDate', 'otherAccount']],
  ];
  for (const [date, account, marks] of rows)
    it(`paid on ${date} to ${account}: ${marks.join(' and ') || 'nothing'}`, () => {
      const fields = { paymentDate: day(date), account };
      assert.deepEqual(marksOf(order(), fields, at('2026-03-12', '23:59:59.999')), marks);
    });

  it('the account is the order’s own', () => {
    const old = order({ account: { ...order().account!, account: 'OLD-1' } });
    assert.deepEqual(
      marksOf(old, { paymentDate: day('2026-03-10'), account: 'old 1' }, at('2026-03-12')),
      [],
    );
  });
});

describe('proof: its way', () => {
  const { number } = order();
  const kept = (owner: Partner) => orderOf(owner, number)!;
  const one = submitProof(partner({ orders: [order()] }), number, proof()).partner;

  it('a second one replaces the first, which is kept', () => {
    const next = proof({ hash: 'b'.repeat(64) as ProofHash });
    const two = submitProof(one, number, next).partner;
    assert.deepEqual([kept(two).state, kept(two).proofs], ['proofUnderReview', [proof(), next]]);
  });

  it('is sent back with the reason, and another can be handed in', () => {
    const back = rejectProof(one, number, 'no date on it', at('2026-03-11')).partner;
    assert.equal(kept(back).state, 'awaitingTransfer');
    assert.deepEqual(kept(back).proofs[0]?.rejected, { reason: 'no date on it', at: at('2026-03-11') });
    const again = submitProof(back, number, proof()).partner;
    assert.equal(kept(again).state, 'proofUnderReview');
    assert.equal(kept(again).proofs.length, 2);
  });

  it('marks only the last one as rejected', () => {
    const two = submitProof(one, number, proof({ fileName: 'better.pdf' })).partner;
    const back = rejectProof(two, number, 'dark', at('2026-03-11')).partner;
    assert.deepEqual(
      kept(back).proofs.map(({ rejected }) => rejected?.reason),
      [undefined, 'dark'],
    );
  });
});
