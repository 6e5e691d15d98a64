import assert from 'node:assert/strict';
import { cancelOrder } from '../../../membership/deeds/cancel-order.ts';
import { submitProof } from '../../../membership/deeds/submit-proof.ts';
import type { MpnId, TenantId } from '../../../membership/rules/ids.ts';
import { orderOf } from '../../../membership/rules/partner.ts';
import { ada, bob, day, eur, order, orderNumber, partner, person } from '../../support/partner.ts';
import { buy, doing, done, handIn, house, refusalOf } from './deeds.ts';

describe('acting on an order', () => {
  const contoso = partner({
    mpnId: '7000001' as MpnId,
    locationIds: [],
    tenantId: 'contoso' as TenantId,
    orders: [order({ number: orderNumber(4) })],
  });

  it('of another tenant: not found, and it is untouched', async () => {
    const { ports, store } = house([partner(), contoso]);
    const theirs = { person: ada, order: orderNumber(4) };
    assert.deepEqual(refusalOf(await cancelOrder(ports, doing('a'), theirs)), { kind: 'orderNotFound' });
    assert.deepEqual(refusalOf(await submitProof(ports, doing('b'), handIn(theirs.order))), {
      kind: 'orderNotFound',
    });
    assert.equal(store.commits(), 0);
  });

  it('without a role: refused, before it is said whether the order exists', async () => {
    const { ports } = house();
    const { order: number } = await buy(ports);
    for (const about of [number, orderNumber(99)]) {
      const refusal = refusalOf(await cancelOrder(ports, doing('a', bob), { person: bob, order: about }));
      assert.deepEqual(refusal, {
        kind: 'notAuthorised',
        globalAdmins: [],
        findGlobalAdmin: ports.catalogue.links.findGlobalAdmin,
      });
    }
  });

  it('by another admin of the partner', async () => {
    const people = [person(ada, 'mpnPartnerAdmin'), person(bob, 'accountAdmin')];
    const { ports } = house([partner({ people })]);
    const { order: number } = await buy(ports);
    const { partner: owner } = done(
      await cancelOrder(ports, doing('a', bob), { person: bob, order: number }),
    );
    assert.deepEqual(orderOf(owner, number)?.cancelled, { at: ports.clock.now(), by: bob });
  });

  it('cancel and proof at once: one of them, and the other is told the truth', async () => {
    const { ports } = house();
    const { order: number } = await buy(ports);
    const [cancelled, proved] = await Promise.all([
      cancelOrder(ports, doing('c'), { person: ada, order: number }),
      submitProof(ports, doing('p'), handIn(number)),
    ]);
    const refused = [cancelled, proved].filter(({ kind }) => kind === 'refused');
    assert.equal(refused.length, 1);
  });

  it('cancelling with a proof under review is refused, with the reason', async () => {
    const { ports } = house();
    const { order: number } = await buy(ports);
    await submitProof(ports, doing('p'), handIn(number));
    assert.deepEqual(refusalOf(await cancelOrder(ports, doing('c'), { person: ada, order: number })), {
      kind: 'cannotCancel',
      order: number,
      state: 'proofUnderReview',
      because: 'proofUnderReview',
      received: eur(0),
    });
  });

  it('the same file again for the same order is not flagged', async () => {
    const { ports } = house();
    const { order: number } = await buy(ports);
    await submitProof(ports, doing('p'), handIn(number));
    const { partner: owner } = done(await submitProof(ports, doing('q'), handIn(number)));
    assert.deepEqual(
      orderOf(owner, number)!.proofs.map(({ alsoFor }) => alsoFor),
      [undefined, undefined],
    );
  });

  it('cancelled, it can be bought again', async () => {
    const { ports } = house();
    const { order: number } = await buy(ports);
    done(await cancelOrder(ports, doing('c'), { person: ada, order: number }));
    assert.notEqual((await buy(ports, 'again')).order, number);
  });

  it('a proof keeps its marks; the same file for two orders is flagged', async () => {
    const { ports } = house();
    const silver = await buy(ports, 'silver');
    const gold = await buy(ports, 'gold', { level: 'gold' });
    await submitProof(ports, doing('p'), handIn(silver.order));
    const fields = { paymentDate: day('2026-03-03'), account: 'X' };
    const { partner: owner } = done(await submitProof(ports, doing('q'), handIn(gold.order, { fields })));
    assert.deepEqual(
      [silver, gold].map((bought) => {
        const [proof] = orderOf(owner, bought.order)!.proofs;
        return [proof?.marks, proof?.alsoFor];
      }),
      [
        [[], undefined],
        [['futureDate', 'otherAccount'], silver.order],
      ],
    );
  });
});
