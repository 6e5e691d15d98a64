import assert from 'node:assert/strict';
import type { AadObjectId, MessageId, MpnId, PaymentId } from '../../../membership/rules/ids.ts';
import { addDays, later } from '../../../membership/rules/calendar.ts';
import type { MatterKind } from '../../../membership/rules/matters.ts';
import type { OutboxMessage } from '../../../membership/rules/message.ts';
import { money, type Currency } from '../../../membership/rules/money.ts';
import type { Proof } from '../../../membership/rules/order.ts';
import { day, hashOf, noon, order, orderNumber, partner } from '../samples.ts';
import { commit, put, type UnderTest } from './place.ts';

const [one, two] = [partner(1), partner(2)];
const minute = 60_000;

const proof = (after: number, own: Partial<Proof> = {}): Proof => ({
  hash: hashOf('a'),
  paymentDate: day,
  account: 'NL91',
  fileName: 'proof.pdf',
  type: 'application/pdf',
  bytes: 12,
  submittedAt: later(noon, after * minute),
  submittedBy: 'admin' as AadObjectId,
  marks: [],
  ...own,
});

/** What operators look for. */
export const mattersContract = (under: UnderTest): void => {
  describe('what waits for operators', () => {
    const found = async (kind: MatterKind) =>
      (await under.store.partners.withMatter(kind)).map((matter) => [matter.partner, matter.order]);
    const reviewed = (nth: number, after: number, own: Partial<Proof> = {}) =>
      order(orderNumber(nth), { state: 'proofUnderReview', proofs: [proof(after, own)] });

    it('is found oldest first, what was put aside last, also after a restart', async () => {
      const held = { note: 'asked the bank', at: noon };
      const three = partner(3);
      await put(under.store, [three]);
      await commit(under.store, one.mpnId, (now) => ({ ...now, orders: [reviewed(1, 5)] }));
      await commit(under.store, two.mpnId, (now) => ({ ...now, orders: [reviewed(2, 1)] }));
      await commit(under.store, three.mpnId, (now) => ({ ...now, orders: [reviewed(3, 0, { held })] }));
      const expected = [
        [two.mpnId, orderNumber(2)],
        [one.mpnId, orderNumber(1)],
        [three.mpnId, orderNumber(3)],
      ];
      assert.deepEqual(await found('proof'), expected);
      await under.reopen();
      assert.deepEqual(await found('proof'), expected);
      for (const kind of ['open', 'expiring'] as const) assert.equal((await found(kind)).length, 3, kind);
      assert.deepEqual(await found('refund'), []);
    });

    it('is gone with the commit that settles it', async () => {
      await commit(under.store, one.mpnId, (now) => ({ ...now, orders: [reviewed(1, 5)] }));
      await commit(under.store, one.mpnId, (now) => ({
        ...now,
        orders: [order(orderNumber(1), { state: 'active', proofs: [proof(5)] })],
      }));
      for (const kind of ['proof', 'open', 'expiring'] as const)
        assert.deepEqual(await found(kind), [], kind);
    });

    it('is money too, with the payment that it is', async () => {
      const left = money('EUR' as Currency, 100);
      const [credit, kept] = ['credit-1', 'held-1'].map((id) => id as PaymentId);
      await commit(under.store, one.mpnId, (now) => ({
        ...now,
        credits: [{ id: credit!, left, from: orderNumber(1), since: day }],
        held: [
          {
            id: kept!,
            amount: left,
            valueDate: addDays(day, 1),
            order: orderNumber(1),
            because: 'wrongCurrency',
          },
        ],
      }));
      await under.reopen();
      assert.deepEqual(await under.store.partners.withMatter('credit'), [
        { kind: 'credit', partner: one.mpnId, order: orderNumber(1), since: day, payment: credit },
      ]);
      assert.equal((await under.store.partners.withMatter('held'))[0]?.payment, kept);
    });
  });

  describe('reminders that reached nobody', () => {
    const reminded = (status: OutboxMessage['status']): OutboxMessage => ({
      id: 'message' as MessageId,
      to: 'admin' as AadObjectId,
      at: noon,
      status,
      attempts: 0,
      about: {
        kind: 'reminder',
        reminder: { subject: { kind: 'unpaid', order: orderNumber(1) }, step: 'unpaid', on: day },
      },
    });
    const become = (id: MpnId, status: OutboxMessage['status']) =>
      commit(under.store, id, (now) => ({ ...now, outbox: [reminded(status)] }));

    it('name their partner, also after a restart, until another commit', async () => {
      await become(one.mpnId, 'pending');
      await become(two.mpnId, 'sent');
      assert.deepEqual(await under.store.partners.withUnreached(), []);
      const unreached = async () => (await under.store.partners.withUnreached()).toSorted();
      await become(one.mpnId, 'givenUp');
      assert.deepEqual(await unreached(), [one.mpnId]);
      await become(two.mpnId, 'givenUp');
      await under.reopen();
      assert.deepEqual(await unreached(), [one.mpnId, two.mpnId]);
      await commit(under.store, one.mpnId, (now) => ({ ...now, outbox: [] }));
      assert.deepEqual(await unreached(), [two.mpnId]);
      await put(under.store, [{ ...two, outbox: [] }]);
      assert.deepEqual(await unreached(), []);
    });
  });

  describe('names', () => {
    it('are found by a part, whatever its case and accents, by name, as many as asked for', async () => {
      await put(under.store, [
        partner(3, { name: 'Åkerlund & Söner AB' }),
        partner(4, { name: 'Café de Ruyter' }),
        partner(5, { name: 'Akers Bank' }),
        partner(6, { name: 'Sørensen & Bjørn ApS' }),
      ]);
      const { partners } = under.store;
      assert.deepEqual(await partners.named('AKER', 10), [partner(3).mpnId, partner(5).mpnId]);
      assert.deepEqual(await partners.named('soner', 10), [partner(3).mpnId]);
      for (const typed of ['sorensen', 'SØRENSEN', 'bjorn', 'sørensen bjørn'])
        assert.deepEqual(await partners.named(typed, 10), [partner(6).mpnId], typed);
      assert.deepEqual(await partners.named('cafe  de', 10), [partner(4).mpnId]);
      assert.deepEqual(await partners.named('fabrikam', 1), [one.mpnId]);
      for (const nobody of ['', ' .* ', 'contoso'])
        assert.deepEqual(await partners.named(nobody, 10), [], nobody);
    });

    it('change with a commit, and are known after a restart', async () => {
      await commit(under.store, one.mpnId, (now) => ({ ...now, name: 'Tailspin Toys' }));
      for (const restart of [false, true]) {
        if (restart) await under.reopen();
        assert.deepEqual(await under.store.partners.named('tailspin', 10), [one.mpnId]);
        assert.deepEqual(await under.store.partners.named('fabrikam', 10), [two.mpnId]);
      }
    });
  });
};
