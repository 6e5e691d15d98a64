import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ChangeResult } from '../../membership/ports.ts';
import { addDays, startOf, type Instant } from '../../membership/rules/calendar.ts';
import type { MpnId, OrderNumber, PaymentId, ProofHash, TenantId } from '../../membership/rules/ids.ts';
import { money, type Currency } from '../../membership/rules/money.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Store } from '../../store/contract.ts';
import { bankLine, chat, day, hashOf, noon, order, orderNumber, partner, withOrder } from './samples.ts';

/** A store under test, its data where the next `open` finds it. */
export interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

const all = async (store: Store): Promise<readonly Partner[]> => {
  const found: Partner[] = [];
  for await (const one of store.partners.all()) found.push(one);
  return found;
};

/** Puts partners into a store as an import does. */
export const put = (store: Store, partners: readonly Partner[]): Promise<number> =>
  store.bulk.replace(
    { partners: partners.map(({ mpnId }) => mpnId), tenants: [], mpnIds: [], orders: [] },
    () => partners,
  );

/** Commits whatever `next` makes of the partner. */
export const commit = (
  store: Store,
  id: MpnId,
  next: (before: Partner) => Partner,
): Promise<ChangeResult<string>> =>
  store.partners.change(id, (before) => ({ kind: 'commit', partner: next(before), answer: 'committed' }));

const placeOrder = (store: Store, id: MpnId, number: OrderNumber): Promise<ChangeResult<string>> =>
  commit(store, id, (before) => withOrder(before, number));

/** What every implementation of the store promises. */
export const storeContract = (name: string, newPlace: () => Promise<Place>): void => {
  describe(`the store's contract: ${name}`, () => {
    const one = partner(1);
    const two = partner(2);
    const money1 = money('EUR' as Currency, 100);
    let place: Place;
    let store: Store;

    const reopen = async (): Promise<void> => {
      await store.close();
      store = await place.open();
    };

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open();
      await put(store, [one, two]);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    describe('partners', () => {
      it('are read as they were committed, also after a restart', async () => {
        await placeOrder(store, one.mpnId, orderNumber(1));
        const expected = withOrder(one, orderNumber(1));
        assert.deepEqual(await store.partners.read(one.mpnId), expected);
        await reopen();
        assert.deepEqual(await store.partners.read(one.mpnId), expected);
        assert.deepEqual(await store.partners.read(two.mpnId), two);
      });

      it('that do not exist are not read, and not changed', async () => {
        const nobody = '999' as MpnId;
        assert.equal(await store.partners.read(nobody), undefined);
        assert.deepEqual(await store.partners.change(nobody, () => assert.fail('decided on nobody')), {
          kind: 'noSuchPartner',
        });
      });

      it('give the answer of the decision, and what was committed', async () => {
        const result = await commit(store, one.mpnId, (before) => ({ ...before, name: 'Renamed' }));
        assert.deepEqual(result, {
          kind: 'done',
          partner: { ...one, name: 'Renamed' },
          answer: 'committed',
        });
      });

      it('that a decision leaves unchanged stay as they are', async () => {
        const result = await store.partners.change(one.mpnId, () => ({ kind: 'unchanged', answer: 7 }));
        assert.deepEqual(result, { kind: 'done', partner: one, answer: 7 });
      });

      it('stay as they were when a decision throws, and can be changed after it', async () => {
        const failing = store.partners.change(one.mpnId, () => {
          throw new RangeError('decided badly');
        });
        await assert.rejects(failing, RangeError);
        assert.deepEqual(await store.partners.read(one.mpnId), one);
        assert.equal((await placeOrder(store, one.mpnId, orderNumber(1))).kind, 'done');
      });

      it('lose no change of fifty at once', async () => {
        const numbers = Array.from({ length: 50 }, (_, n) => orderNumber(n));
        await Promise.all(numbers.map((number, n) => placeOrder(store, (n % 2 ? one : two).mpnId, number)));
        await reopen();
        const stored = (await all(store)).flatMap(({ orders }) => orders.map(({ number: is }) => is));
        assert.deepEqual(stored.toSorted(), numbers.toSorted());
      });

      it('keep what is committed without waiting for the disk over a restart', async () => {
        await store.partners.change(
          one.mpnId,
          (before) => ({ kind: 'commit', partner: { ...before, name: 'Soon' }, answer: 0 }),
          { durable: false },
        );
        await reopen();
        assert.equal((await store.partners.read(one.mpnId))?.name, 'Soon');
      });

      it('are all walked through, in one order', async () => {
        assert.deepEqual(await all(store), [one, two]);
      });
    });

    describe('an order number', () => {
      const number = orderNumber(77);

      it('of one partner is refused to another, which stays as it is', async () => {
        await placeOrder(store, one.mpnId, number);
        assert.deepEqual(await placeOrder(store, two.mpnId, number), { kind: 'orderNumberTaken' });
        assert.deepEqual(await store.partners.read(two.mpnId), two);
      });

      it('is refused to the same partner a second time', async () => {
        await placeOrder(store, one.mpnId, number);
        const again = await commit(store, one.mpnId, (before) => withOrder(before, number, 'another'));
        assert.deepEqual(again, { kind: 'orderNumberTaken' });
      });

      it('goes to one of two that draw it at once', async () => {
        const results = await Promise.all([
          placeOrder(store, one.mpnId, number),
          placeOrder(store, two.mpnId, number),
        ]);
        assert.deepEqual(results.map(({ kind }) => kind).toSorted(), ['done', 'orderNumberTaken']);
      });

      it('stays taken when its order is gone, and over a restart', async () => {
        await placeOrder(store, one.mpnId, number);
        await reopen();
        assert.deepEqual(await placeOrder(store, two.mpnId, number), { kind: 'orderNumberTaken' });
        await commit(store, one.mpnId, (before) => ({ ...before, orders: [] }));
        assert.deepEqual(await placeOrder(store, two.mpnId, number), { kind: 'orderNumberTaken' });
      });
    });

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

      beforeEach(() =>
        commit(store, one.mpnId, (before) => ({
          ...before,
          orders: [paid],
          credits: [{ id: 'credit-1' as PaymentId, left: money1, from: number, since: day }],
        })),
      );

      for (const when of ['at once', 'after a restart'])
        it(`find a partner by what it has, ${when}`, async () => {
          if (when === 'after a restart') await reopen();
          const { partners } = store;
          assert.equal(await partners.ofTenant(one.tenantId), one.mpnId);
          assert.equal(await partners.ofOrder(number), one.mpnId);
          assert.equal(await partners.ofMpnId(one.mpnId), one.mpnId);
          assert.equal(await partners.ofMpnId(two.locationIds[0]!), two.mpnId);
          assert.equal(await partners.ofPayment(payment), one.mpnId);
          assert.equal(await partners.ofPayment('credit-1' as PaymentId), one.mpnId);
          assert.deepEqual(await partners.ordersWithProof(hash), [number]);
        });

      it('find nothing by what nobody has', async () => {
        const { partners } = store;
        assert.equal(await partners.ofTenant('nobody' as TenantId), undefined);
        assert.equal(await partners.ofOrder(orderNumber(6)), undefined);
        assert.equal(await partners.ofMpnId('__proto__'), undefined);
        assert.equal(await partners.ofPayment('bank-2' as PaymentId), undefined);
        assert.deepEqual(await partners.ordersWithProof(hashOf('b')), []);
      });

      it('name every order that has the same proof', async () => {
        const other = order(orderNumber(8), { proofs: [proof] });
        await commit(store, two.mpnId, (before) => ({ ...before, orders: [other] }));
        const found = await store.partners.ordersWithProof(hash);
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
        await placeOrder(store, one.mpnId, orderNumber(1));
        await commit(store, two.mpnId, (now) => ({ ...now, orders: [earlier] }));
        assert.deepEqual(await store.partners.claimDue(startOf(day), 10, hour), []);
        assert.deepEqual(await store.partners.claimDue(due, 1, hour), [two.mpnId]);
        assert.deepEqual(await store.partners.claimDue(due, 10, hour), [one.mpnId]);
      });

      it('are leased to one caller, and come again when the lease is over', async () => {
        await placeOrder(store, one.mpnId, orderNumber(1));
        assert.deepEqual(await store.partners.claimDue(before, 10, hour), []);
        assert.deepEqual(await store.partners.claimDue(due, 10, hour), [one.mpnId]);
        assert.deepEqual(await store.partners.claimDue(after(0.5), 10, hour), []);
        assert.deepEqual(await store.partners.claimDue(after(1), 10, hour), [one.mpnId]);
      });

      it('are computed anew by a commit', async () => {
        await placeOrder(store, one.mpnId, orderNumber(1));
        await store.partners.claimDue(due, 10, hour);
        await commit(store, one.mpnId, (now) => ({ ...now, name: 'Still due' }));
        assert.deepEqual(await store.partners.claimDue(due, 10, hour), [one.mpnId]);
        await commit(store, one.mpnId, (now) => ({ ...now, orders: [] }));
        assert.deepEqual(await store.partners.claimDue(after(99), 10, hour), []);
      });

      it('are known after a restart', async () => {
        await placeOrder(store, one.mpnId, orderNumber(1));
        await reopen();
        assert.deepEqual(await store.partners.claimDue(due, 10, hour), [one.mpnId]);
      });
    });

    describe('many partners at once', () => {
      it('are written, or none when the decision is none', async () => {
        const three = partner(3);
        const keys = { partners: [three.mpnId], tenants: [], mpnIds: [], orders: [] };
        assert.equal(await store.bulk.replace(keys, () => undefined), 0);
        assert.equal(await store.partners.read(three.mpnId), undefined);
        assert.equal(await store.bulk.replace(keys, () => [three]), 1);
        assert.deepEqual(await store.partners.read(three.mpnId), three);
      });

      it('are decided on what they are, and on who has their ids', async () => {
        await placeOrder(store, one.mpnId, orderNumber(1));
        await store.bulk.replace(
          {
            partners: [one.mpnId, '999' as MpnId],
            tenants: [two.tenantId, 'nobody' as TenantId],
            mpnIds: [two.locationIds[0]!],
            orders: [orderNumber(1), orderNumber(2)],
          },
          (state) => {
            assert.deepEqual([...state.partners.keys()], [one.mpnId]);
            assert.deepEqual([...state.tenants], [[two.tenantId, two.mpnId]]);
            assert.deepEqual([...state.mpnIds], [[two.locationIds[0], two.mpnId]]);
            assert.deepEqual([...state.orders], [[orderNumber(1), one.mpnId]]);
            return undefined;
          },
        );
      });

      it('can change their tenants, which the old ones then no longer lead to', async () => {
        await put(store, [
          { ...one, tenantId: two.tenantId },
          { ...two, tenantId: one.tenantId, locationIds: [] },
        ]);
        assert.equal(await store.partners.ofTenant(one.tenantId), two.mpnId);
        assert.equal(await store.partners.ofTenant(two.tenantId), one.mpnId);
        assert.equal(await store.partners.ofMpnId(two.locationIds[0]!), undefined);
      });

      it('lose no change that comes at the same time', async () => {
        const keys = { partners: [one.mpnId], tenants: [], mpnIds: [], orders: [] };
        await Promise.all([
          placeOrder(store, one.mpnId, orderNumber(1)),
          store.bulk.replace(keys, (state) => [{ ...state.partners.get(one.mpnId)!, name: 'Renamed' }]),
          placeOrder(store, one.mpnId, orderNumber(2)),
        ]);
        const expected = withOrder(withOrder(one, orderNumber(1)), orderNumber(2));
        assert.deepEqual(await store.partners.read(one.mpnId), { ...expected, name: 'Renamed' });
      });
    });

    describe('chat records', () => {
      it('are kept one a person, the newest counts, also after a restart', async () => {
        const ada = chat('ada');
        assert.equal(await store.chats.read(ada.person), undefined);
        await Promise.all([
          store.chats.write(ada),
          store.chats.write(chat('bob')),
          store.chats.write({ ...ada, dialogs: { stack: [1, { two: null }] } }),
        ]);
        await reopen();
        assert.deepEqual(await store.chats.read(ada.person), {
          ...ada,
          dialogs: { stack: [1, { two: null }] },
        });
        assert.deepEqual(await store.chats.read(chat('bob').person), chat('bob'));
      });

      it('tell apart people whose ids differ only in case, or where they are divided', async () => {
        const people = [
          ['t', 'A'],
          ['t', 'a'],
          ['t:a', 'b'],
          ['t', 'a:b'],
        ].map(
          ([tenant, id]) =>
            ({ tenantId: tenant, aadObjectId: id }) as (typeof one.people)[0] & { tenantId: TenantId },
        );
        for (const [n, person] of people.entries()) await store.chats.write({ ...chat(`n${n}`), person });
        const names = await Promise.all(people.map(async (person) => (await store.chats.read(person))?.name));
        assert.deepEqual(names, ['n0', 'n1', 'n2', 'n3']);
      });
    });

    describe('the bank ledger', () => {
      it('records a line once, also after a restart', async () => {
        const [first, second] = await Promise.all([
          store.ledger.record(bankLine('1')),
          store.ledger.record(bankLine('1')),
        ]);
        assert.deepEqual([first, second], [true, false]);
        await reopen();
        assert.equal(await store.ledger.record(bankLine('1')), false);
        assert.equal(await store.ledger.record(bankLine('2')), true);
      });

      it('gives the lines that no partner was told of, until they are marked', async () => {
        const [matched, held, left] = [bankLine('1'), bankLine('2'), bankLine('3')];
        for (const line of [matched, held, left]) await store.ledger.record(line);
        await store.ledger.mark({ ...matched, status: { kind: 'matched', order: orderNumber(1) } });
        await store.ledger.mark({ ...held, status: { kind: 'held', because: 'noReference' } });
        assert.deepEqual(await store.ledger.unmarked(), [left]);
        await reopen();
        assert.deepEqual(await store.ledger.unmarked(), [left]);
        assert.equal(await store.ledger.record(matched), false);
      });

      it('shows the lines of an account and month, newest first, with their status', async () => {
        const march = [bankLine('1'), bankLine('2', { bookedOn: addDays(day, 3) })];
        const elsewhere = [
          bankLine('3', { bookedOn: addDays(day, 40) }),
          bankLine('4', { account: 'other' }),
        ];
        for (const line of [...march, ...elsewhere]) await store.ledger.record(line);
        const matched = { ...march[0]!, status: { kind: 'matched', order: orderNumber(1) } } as const;
        await store.ledger.mark(matched);
        assert.deepEqual(await store.ledger.lines(bankLine('1').account, '2026-03'), [march[1], matched]);
        assert.deepEqual(await store.ledger.lines('nobody', '2026-03'), []);
      });
    });

    describe('proofs', () => {
      const bytes = new Uint8Array([37, 80, 68, 70, 0, 255]);
      const hash = createHash('sha256').update(bytes).digest('hex') as ProofHash;

      it('are kept under their hash, twice without harm', async () => {
        assert.equal(await store.proofs.get(hash), undefined);
        await Promise.all([store.proofs.put(hash, bytes), store.proofs.put(hash, bytes)]);
        await reopen();
        assert.deepEqual(new Uint8Array((await store.proofs.get(hash))!), bytes);
      });

      it('have no other names than hashes', async () => {
        const name = '../partners/6000001.json' as ProofHash;
        await assert.rejects(store.proofs.put(name, bytes), RangeError);
        await assert.rejects(store.proofs.get(name), RangeError);
      });
    });

    it('says that it can be written', async () => {
      assert.equal(await store.writable(), true);
    });

    it('refuses what comes after it was closed, and finishes what came before', async () => {
      const last = placeOrder(store, one.mpnId, orderNumber(1));
      await store.close();
      assert.equal((await last).kind, 'done');
      await assert.rejects(store.partners.read(one.mpnId), { name: 'StoreFault', code: 'closed' });
      store = await place.open();
      assert.equal((await store.partners.read(one.mpnId))?.orders.length, 1);
    });
  });
};
