import assert from 'node:assert/strict';
import { addDays, startOf, type Instant } from '../../../membership/rules/calendar.ts';
import type { HistoryEntry } from '../../../membership/rules/history.ts';
import type { PaymentId, TenantId } from '../../../membership/rules/ids.ts';
import { money, type Currency } from '../../../membership/rules/money.ts';
import { day, hashOf, noon, order, orderNumber, partner } from '../samples.ts';
import { commit, ofTenant, placeOrder, type UnderTest } from './place.ts';

const [one, two] = [partner(1), partner(2)];
const money1 = money('EUR' as Currency, 100);

/** Finding partners by what they have and by when they are due. */
export const lookUpsContract = (under: UnderTest): void => {
  describe('look-ups', () => {
    const number = orderNumber(5);
    const hash = hashOf('a');
    const payment = 'bank-1' as PaymentId;
    const proof = {
      hash,
      paymentDate: day,
      account: 'NL91',
      fileName: 'proof.pdf',
      type: 'application/pdf',
      bytes: 12,
      submittedAt: noon,
      submittedBy: one.people[0]!.aadObjectId,
      marks: [],
    } as const;
    const paid = order(number, {
      proofs: [proof],
      payments: [{ id: payment, source: 'transfer', amount: money1, valueDate: day }],
    });

    /** Money that has come in, of which nothing is left but this. */
    const receipt = (id: string, type: 'paymentReceived' | 'moneyHeld'): HistoryEntry => ({
      at: noon,
      by: { kind: 'gateway' },
      through: 'webhook',
      event: { type, order: number, payment: id as PaymentId, amount: money1 },
    });

    beforeEach(() =>
      commit(under.store, one.mpnId, (before) => ({
        ...before,
        orders: [paid],
        credits: [{ id: 'credit-1' as PaymentId, left: money1, from: number, since: day }],
        history: [receipt('spent-1', 'paymentReceived'), receipt('held-1', 'moneyHeld')],
      })),
    );

    for (const when of ['at once', 'after a restart'])
      it(`find a partner by what it has, ${when}`, async () => {
        if (when === 'after a restart') await under.reopen();
        const { partners } = under.store;
        assert.equal((await ofTenant(under.store, one.tenantId))?.mpnId, one.mpnId);
        assert.equal(await partners.ofOrder(number), one.mpnId);
        assert.equal(await partners.ofMpnId(one.mpnId), one.mpnId);
        assert.equal(await partners.ofMpnId(two.locationIds[0]!), two.mpnId);
        assert.equal(await partners.ofPayment(payment), one.mpnId);
        for (const id of ['credit-1', 'spent-1', 'held-1'])
          assert.equal(await partners.ofPayment(id as PaymentId), one.mpnId, id);
        assert.deepEqual(await partners.ordersWithProof(hash), [number]);
      });

    it('find nothing by what nobody has', async () => {
      const { partners } = under.store;
      assert.equal(await ofTenant(under.store, 'nobody' as TenantId), undefined);
      assert.equal(await partners.ofOrder(orderNumber(6)), undefined);
      assert.equal(await partners.ofMpnId('__proto__'), undefined);
      assert.equal(await partners.ofPayment('bank-2' as PaymentId), undefined);
      assert.deepEqual(await partners.ordersWithProof(hashOf('b')), []);
    });

    it('name every order that has the same proof', async () => {
      const other = order(orderNumber(8), { proofs: [proof] });
      await commit(under.store, two.mpnId, (before) => ({ ...before, orders: [other] }));
      const found = await under.store.partners.ordersWithProof(hash);
      assert.deepEqual(found.toSorted(), [number, orderNumber(8)].toSorted());
    });
  });

  describe('due moments', () => {
    const due = startOf(addDays(day, 31));
    const before = startOf(addDays(day, 30));
    const hour = 3_600_000;
    const after = (hours: number): Instant =>
      new Date(Date.parse(due) + hours * hour).toISOString() as Instant;

    it('are claimed when they have come, earliest first, as many as asked for', async () => {
      const earlier = order(orderNumber(2), { lastDay: addDays(day, 20) });
      await placeOrder(under.store, one.mpnId, orderNumber(1));
      await commit(under.store, two.mpnId, (now) => ({ ...now, orders: [earlier] }));
      assert.deepEqual(await under.store.partners.claimDue(startOf(day), 10, hour), []);
      assert.deepEqual(await under.store.partners.claimDue(due, 1, hour), [two.mpnId]);
      assert.deepEqual(await under.store.partners.claimDue(due, 10, hour), [one.mpnId]);
    });

    it('are leased to one caller, and come again when the lease is over', async () => {
      await placeOrder(under.store, one.mpnId, orderNumber(1));
      assert.deepEqual(await under.store.partners.claimDue(before, 10, hour), []);
      assert.deepEqual(await under.store.partners.claimDue(due, 10, hour), [one.mpnId]);
      assert.deepEqual(await under.store.partners.claimDue(after(0.5), 10, hour), []);
      assert.deepEqual(await under.store.partners.claimDue(after(1), 10, hour), [one.mpnId]);
    });

    it('go to one of those who ask at once', async () => {
      for (const [n, { mpnId }] of [one, two].entries()) await placeOrder(under.store, mpnId, orderNumber(n));
      const claims = Array.from({ length: 6 }, () => under.store.partners.claimDue(due, 1, hour));
      assert.deepEqual((await Promise.all(claims)).flat().toSorted(), [one.mpnId, two.mpnId]);
    });

    it('are computed anew by a commit', async () => {
      await placeOrder(under.store, one.mpnId, orderNumber(1));
      await under.store.partners.claimDue(due, 10, hour);
      await commit(under.store, one.mpnId, (now) => ({ ...now, name: 'Still due' }));
      assert.deepEqual(await under.store.partners.claimDue(due, 10, hour), [one.mpnId]);
      await commit(under.store, one.mpnId, (now) => ({ ...now, orders: [] }));
      assert.deepEqual(await under.store.partners.claimDue(after(99), 10, hour), []);
    });

    it('are known after a restart', async () => {
      await placeOrder(under.store, one.mpnId, orderNumber(1));
      await under.reopen();
      assert.deepEqual(await under.store.partners.claimDue(due, 10, hour), [one.mpnId]);
    });
  });
};
