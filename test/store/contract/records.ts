import assert from 'node:assert/strict';
import { addDays } from '../../../membership/rules/calendar.ts';
import type { AadObjectId, TenantId } from '../../../membership/rules/ids.ts';
import { bankLine, chat, day, orderNumber, parkedNews, partner } from '../samples.ts';
import type { UnderTest } from './place.ts';
import { proofsContract } from './proofs.ts';

/** What is kept beside the partners: chat records, the bank ledger, parked news, proofs. */
export const recordsContract = (under: UnderTest): void => {
  describe('chat records', () => {
    it('are kept one a person, the newest counts, also after a restart', async () => {
      const ada = chat('ada');
      assert.equal(await under.store.chats.read(ada.person), undefined);
      await Promise.all([
        under.store.chats.write(ada),
        under.store.chats.write(chat('bob')),
        under.store.chats.write({ ...ada, dialogs: { stack: [1, { two: null }] } }),
      ]);
      await under.reopen();
      assert.deepEqual(await under.store.chats.read(ada.person), {
        ...ada,
        dialogs: { stack: [1, { two: null }] },
      });
      assert.deepEqual(await under.store.chats.read(chat('bob').person), chat('bob'));
    });

    it("come with the partner of the person's tenant where a turn begins", async () => {
      const ada = chat('ada');
      assert.deepEqual(await under.store.meet(ada.person), { partner: partner(1), record: undefined });
      await under.store.chats.write(ada);
      for (let times = 0; times < 2; times += 1)
        assert.deepEqual(await under.store.meet(ada.person), { partner: partner(1), record: ada });
      const stranger = { ...ada.person, tenantId: 'nobody' as TenantId };
      assert.deepEqual(await under.store.meet(stranger), { partner: undefined, record: undefined });
    });

    it('tell apart people whose ids differ only in case, or where they are divided', async () => {
      const people = [
        ['t', 'A'],
        ['t', 'a'],
        ['t:a', 'b'],
        ['t', 'a:b'],
      ].map(([tenant, id]) => ({ tenantId: tenant as TenantId, aadObjectId: id as AadObjectId }));
      for (const [n, person] of people.entries()) await under.store.chats.write({ ...chat(`n${n}`), person });
      const names = await Promise.all(
        people.map(async (person) => (await under.store.chats.read(person))?.name),
      );
      assert.deepEqual(names, ['n0', 'n1', 'n2', 'n3']);
    });
  });

  describe('the bank ledger', () => {
    it('records a line once, also after a restart', async () => {
      const [first, second] = await Promise.all([
        under.store.ledger.record(bankLine('1')),
        under.store.ledger.record(bankLine('1')),
      ]);
      assert.deepEqual([first, second], [true, false]);
      await under.reopen();
      assert.equal(await under.store.ledger.record(bankLine('1')), false);
      assert.equal(await under.store.ledger.record(bankLine('2')), true);
    });

    it('gives the lines that no partner was told of, until they are marked', async () => {
      const [matched, held, left] = [bankLine('1'), bankLine('2'), bankLine('3')];
      for (const line of [matched, held, left]) await under.store.ledger.record(line);
      await under.store.ledger.mark({ ...matched, status: { kind: 'matched', order: orderNumber(1) } });
      await under.store.ledger.mark({ ...held, status: { kind: 'held', because: 'noReference' } });
      assert.deepEqual(await under.store.ledger.unmarked(), [left]);
      await under.reopen();
      assert.deepEqual(await under.store.ledger.unmarked(), [left]);
      assert.equal(await under.store.ledger.record(matched), false);
    });

    it('shows the lines of an account and month, newest first, with their status', async () => {
      const march = [bankLine('1'), bankLine('2', { bookedOn: addDays(day, 3) })];
      const elsewhere = [bankLine('3', { bookedOn: addDays(day, 40) }), bankLine('4', { account: 'other' })];
      for (const line of [...march, ...elsewhere]) await under.store.ledger.record(line);
      const matched = { ...march[0]!, status: { kind: 'matched', order: orderNumber(1) } } as const;
      await under.store.ledger.mark(matched);
      assert.deepEqual(await under.store.ledger.lines(bankLine('1').account, '2026-03'), [march[1], matched]);
      assert.deepEqual(await under.store.ledger.lines('nobody', '2026-03'), []);
    });
  });

  describe('parked news', () => {
    const [first, second] = [parkedNews('evt_1'), parkedNews('../evt:2')];
    const sorted = async () => (await under.store.parked.all()).toSorted((a, b) => a.id.localeCompare(b.id));

    it('are kept until they are removed, also after a restart', async () => {
      assert.deepEqual(await under.store.parked.all(), []);
      await Promise.all([under.store.parked.park(first), under.store.parked.park(second)]);
      await under.reopen();
      assert.deepEqual(await sorted(), [second, first]);
      await under.store.parked.remove(first.id);
      await under.reopen();
      assert.deepEqual(await sorted(), [second]);
    });

    it('of one id are kept once, also at the same moment; to remove them twice does no harm', async () => {
      await Promise.all([under.store.parked.park(first), under.store.parked.park(first)]);
      await under.store.parked.park(first);
      assert.deepEqual(await under.store.parked.all(), [first]);
      await under.store.parked.remove(first.id);
      await under.store.parked.remove(first.id);
      assert.deepEqual(await under.store.parked.all(), []);
    });
  });

  proofsContract({
    get proofs() {
      return under.store.proofs;
    },
    reopen: () => under.reopen(),
  });
};
