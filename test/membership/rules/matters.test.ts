import assert from 'node:assert/strict';
import type { PaymentId } from '../../../membership/rules/ids.ts';
import { isNow, mattersOf, type MatterKind } from '../../../membership/rules/matters.ts';
import type { Order } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { ada, at, day, eur, order, orderNumber, partner, payment, proof } from '../../support/partner.ts';

/** Placed on 2 March, payable up to 1 April. */
const kindsOn = (today: string, given: Partial<Partner>): readonly MatterKind[] =>
  mattersOf(partner(given))
    .filter((matter) => isNow(matter, day(today)))
    .map(({ kind }) => kind);

describe('what an operator cares for', () => {
  const held = { note: 'asked the bank', at: at('2026-03-11') };
  const reviewed: Partial<Order> = { state: 'proofUnderReview', proofs: [proof()] };
  const asked: Partial<Order> = {
    state: 'active',
    purchaseDate: day('2026-03-05'),
    refundRequest: { at: at('2026-03-10'), by: ada },
  };
  const declined = { reason: 'used', at: at('2026-03-11') };
  const rows: readonly (readonly [string, Partial<Order>, today: string, ...kinds: MatterKind[]])[] = [
    ['an open order', {}, '2026-03-10', 'open'],
    ['eight days before its last', {}, '2026-03-24', 'open'],
    ['seven days before its last', {}, '2026-03-25', 'open', 'expiring'],
    ['on its last day', {}, '2026-04-01', 'open', 'expiring'],
    ['after it, though no job has run', {}, '2026-04-02'],
    ['a proof', reviewed, '2026-03-10', 'proof', 'open'],
    ['a proof whose order is over', reviewed, '2026-04-02'],
    ['paid in part', { payments: [payment('p', 100, '2026-03-05')] }, '2026-03-10', 'open'],
    ['paid in part, and over', { payments: [payment('p', 100, '2026-03-05')] }, '2026-04-02', 'credit'],
    ['a refund asked for', asked, '2026-06-01', 'refund'],
    ['declined', { ...asked, refundRequest: { ...asked.refundRequest!, declined } }, '2026-03-12'],
    [
      'approved and not paid yet',
      { ...asked, refundRequest: { ...asked.refundRequest!, approvedAt: at('2026-03-12') } },
      '2026-03-12',
      'refund',
    ],
    ['active', { state: 'active' }, '2026-03-10'],
    ['cancelled', { state: 'cancelled', proofs: [proof()] }, '2026-03-10'],
  ];
  for (const [name, given, today, ...kinds] of rows)
    it(name, () => assert.deepEqual(kindsOn(today, { orders: [order(given)] }), kinds));

  it('credit and held money, each with its payment', () => {
    const [credit, kept] = ['c', 'h'].map((id) => id as PaymentId);
    const found = mattersOf(
      partner({
        credits: [{ id: credit!, left: eur(5), from: orderNumber(1), since: day('2026-03-02') }],
        held: [
          {
            id: kept!,
            amount: eur(7),
            valueDate: day('2026-03-03'),
            order: orderNumber(1),
            because: 'wrongAmount',
          },
        ],
      }),
    );
    assert.deepEqual(
      found.map((matter) => [matter.kind, matter.payment, matter.since]),
      [
        ['credit', credit, '2026-03-02'],
        ['held', kept, '2026-03-03'],
      ],
    );
  });

  it('a proof that was put aside comes after the others', () => {
    const [first] = mattersOf(partner({ orders: [order({ ...reviewed, proofs: [proof({ held })] })] }));
    assert.equal(first?.aside, true);
  });
});
