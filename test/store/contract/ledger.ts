import assert from 'node:assert/strict';
import type { BankLine } from '../../../membership/ports.ts';
import { addDays } from '../../../membership/rules/calendar.ts';
import type { AadObjectId, CommandId, PaymentId, TenantId } from '../../../membership/rules/ids.ts';
import { bankLine, day, noon, orderNumber } from '../samples.ts';
import type { UnderTest } from './place.ts';

const byHand = (as: 'marked' | 'placed'): BankLine['byHand'] => ({
  as,
  order: orderNumber(1),
  by: { tenantId: 'payee' as TenantId, aadObjectId: 'olga' as AadObjectId, name: 'Olga' },
  at: noon,
  command: 'mark' as CommandId,
  reference: 'FT 12',
});
const held = { kind: 'held', because: 'noReference' } as const;
const provisional = { kind: 'provisional', order: orderNumber(1) } as const;
const matched = { kind: 'matched', order: orderNumber(1) } as const;
const ids = (lines: readonly BankLine[]) => lines.map(({ id }) => id);

/** What operators do with the lines of the bank ledger. */
export const deskLedgerContract = (under: UnderTest): void => {
  const ledger = () => under.store.ledger;
  const line = (id: string, status: BankLine['status'], own: Partial<BankLine> = {}) => ({
    ...bankLine(id, own),
    status,
  });

  describe('the bank ledger, for operators', () => {
    it('gives the held lines of all accounts, oldest first, until they are placed or paid back', async () => {
      const lines = [
        line('new', held, { bookedOn: addDays(day, 2) }),
        line('old', held, { bookedOn: addDays(day, -40), account: 'other' }),
        line('back', held),
      ];
      for (const one of lines) await ledger().record({ ...one, status: { kind: 'recorded' } });
      for (const one of lines) await ledger().mark(one);
      assert.deepEqual(await ledger().held(), [lines[1], lines[2], lines[0]]);
      await under.reopen();
      assert.deepEqual(ids(await ledger().held()), ['old', 'back', 'new']);
      await ledger().mark({ ...lines[2]!, status: { kind: 'paidBack', on: day } });
      await ledger().mark({ ...lines[1]!, status: { kind: 'recorded' }, byHand: byHand('placed') });
      assert.deepEqual(ids(await ledger().held()), ['new']);
      assert.deepEqual(ids(await ledger().unmarked()), ['old']);
      await under.reopen();
      assert.deepEqual(ids(await ledger().unmarked()), ['old']);
      assert.deepEqual((await ledger().unmarked())[0]?.byHand, byHand('placed'));
      await ledger().mark({ ...lines[1]!, status: matched, byHand: byHand('placed') });
      await under.reopen();
      assert.deepEqual([ids(await ledger().held()), await ledger().unmarked()], [['new'], []]);
    });

    it('gives the provisional lines of an account, however it is spelled, until they are confirmed', async () => {
      const marked = line('hand:1', provisional, { byHand: byHand('marked') });
      await ledger().record({ ...marked, status: { kind: 'recorded' } });
      assert.deepEqual(await ledger().provisional(marked.account), []);
      await ledger().mark(marked);
      await ledger().record(line('elsewhere', { kind: 'recorded' }, { account: 'other' }));
      await ledger().mark(line('elsewhere', provisional, { account: 'other' }));
      await under.reopen();
      for (const account of [marked.account, 'nl91abna0417164300'])
        assert.deepEqual(await ledger().provisional(account), [marked]);
      await ledger().mark({ ...marked, status: { ...matched, confirmedBy: 'l1' as PaymentId } });
      assert.deepEqual(await ledger().provisional(marked.account), []);
      await under.reopen();
      assert.deepEqual(await ledger().provisional(marked.account), []);
    });

    it('keeps which mark a line was about to confirm', async () => {
      const confirming = { provisional: 'hand:1' as PaymentId, order: orderNumber(1) };
      await ledger().record(line('l1', { kind: 'recorded' }));
      await ledger().mark(line('l1', { kind: 'recorded', confirming }));
      await under.reopen();
      assert.deepEqual(await ledger().unmarked(), [line('l1', { kind: 'recorded', confirming })]);
    });

    it('finds a line by its id, whatever its account, month and status', async () => {
      const lines = [line('1', matched), line('2', held, { account: 'other', bookedOn: addDays(day, 70) })];
      for (const one of lines) await ledger().record({ ...one, status: { kind: 'recorded' } });
      for (const one of lines) await ledger().mark(one);
      await under.reopen();
      for (const one of lines) assert.deepEqual(await ledger().find(one.id), one);
      assert.equal(await ledger().find('3' as PaymentId), undefined);
    });

    it('lets one after the other judge whose money it is, also after one has failed', async () => {
      const order: string[] = [];
      const judge = (name: string) => async (): Promise<void> => {
        order.push(`${name} begins`);
        await ledger().record(bankLine(name));
        order.push(`${name} ends`);
        if (name === 'a') throw new Error('it breaks');
      };
      await Promise.allSettled(['a', 'b', 'c'].map((name) => ledger().inTurn(judge(name))));
      assert.deepEqual(
        order,
        ['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]),
      );
    });
  });
};
