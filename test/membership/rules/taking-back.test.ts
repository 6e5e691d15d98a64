import assert from 'node:assert/strict';
import type { PaymentId } from '../../../membership/rules/ids.ts';
import { takeBack } from '../../../membership/rules/taking-back.ts';
import { at, day, eur, order, orderNumber, partner, payment } from '../../support/partner.ts';
import { shown } from './banking.ts';

describe('taking a charge back', () => {
  const gone = { charge: 'charge' as PaymentId, as: 'reversed' } as const;
  const charge = payment('charge', 50_000, '2026-03-02');
  const wire = payment('wire', 50_000, '2026-03-03');
  const now = at('2026-03-05');

  it('leaves what else was paid as credit, one with what was over of the same payment', () => {
    const paid = order({ state: 'active', purchaseDate: day('2026-03-03'), payments: [charge, wire] });
    const credits = [{ id: wire.id, left: eur(10_000), from: paid.number, since: day('2026-03-03') }];
    const { partner: after } = takeBack(partner({ orders: [paid], credits }), gone, now);
    assert.equal(shown(after, paid)[0], 'reversed');
    assert.deepEqual(
      after.credits.map(({ id, left }) => [id, left.minor]),
      [['wire', 60_000]],
    );
  });

  it('of an open order leaves it waiting, with more to pay', () => {
    const open = order({ payments: [{ ...charge, id: 'charge>1' as PaymentId, source: 'credit' }, wire] });
    const { partner: after, events } = takeBack(partner({ orders: [open] }), gone, now);
    assert.deepEqual(shown(after, open), ['awaitingTransfer', 50_000, 0]);
    assert.deepEqual(events, [{ type: 'moneyTakenBack', order: orderNumber(1), amount: eur(50_000) }]);
  });

  it('changes nothing of a partner that has none of it', () => {
    const other = order({ payments: [{ ...wire, id: 'charge2' as PaymentId }] });
    const owner = partner({ orders: [other] });
    assert.deepEqual(takeBack(owner, gone, now), { partner: owner, events: [] });
  });
});
