import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PaymentId } from '../../../membership/rules/ids.ts';
import type { Store } from '../../../store/contract.ts';
import { all, commit, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { bankLine, orderNumber, partner, withOrder } from '../samples.ts';
import { cuttingProxy, type Cut, type CuttingProxy } from './cutting-proxy.ts';

const one = partner(1);

describe('an answer of PostgreSQL that is lost', () => {
  let database: Database;
  let proxy: CuttingProxy;
  let store: Store;
  let other: Store;
  beforeEach(async () => {
    database = await newDatabase();
    proxy = await cuttingProxy(database.url);
    store = await database.open({ url: proxy.url });
    other = await database.open();
    await put(store, [one]);
  });
  afterEach(async () => {
    await Promise.all([store.close(), other.close()]);
    await proxy.stop();
    await database.remove();
  });

  // Nothing in this decision tells a second time from the first: the store alone must know.
  const append = (by: Store, nth: number) => commit(by, one.mpnId, (now) => withOrder(now, orderNumber(nth)));
  const stored = async () => (await other.partners.read(one.mpnId))?.orders.map(({ number }) => number);

  it('is asked for again, and the commit is made once', async () => {
    const cut: fc.Arbitrary<Cut> = fc.constantFrom('before', 'after');
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 4 }), async (cuts) => {
        nth += 1;
        const before = (await stored()) ?? [];
        proxy.cut('commitPartner', cuts);
        assert.equal((await append(store, nth)).kind, 'done');
        assert.deepEqual(await stored(), [...before, orderNumber(nth)]);
      }),
      { numRuns: process.env.ENDURE ? 200 : 20 },
    );
  }).timeout(120_000);

  it('does not hide a commit of another that came between', async () => {
    proxy.cut('commitPartner', ['after', 'after']);
    const results = await Promise.all([append(store, 1), append(other, 2), append(other, 3)]);
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['done', 'done', 'done'],
    );
    assert.deepEqual((await stored())?.toSorted(), [1, 2, 3].map(orderNumber).toSorted());
  });

  it('of a bank line is asked for again, and is the same', async () => {
    proxy.cut('recordLine', ['after', 'before', 'after']);
    assert.equal(await store.ledger.record(bankLine('1')), true);
    assert.equal(await store.ledger.record(bankLine('1')), false);
    assert.equal((await other.ledger.find('1' as PaymentId))?.id, '1');
  });

  it('ends the patience, and then says so', async () => {
    const hasty = await database.open({ url: proxy.url, patience: 200 });
    proxy.cut(
      'commitPartner',
      Array.from({ length: 50 }, () => 'before' as const),
    );
    await assert.rejects(append(hasty, 1), { name: 'StoreFault', code: 'unavailable' });
    proxy.cut('', []);
    assert.equal((await append(hasty, 1)).kind, 'done');
    await hasty.close();
    assert.equal((await all(other))[0]?.orders.length, 1);
  });

  it('leaves a turn its lock as soon as the connection is back', async () => {
    let broken = true;
    const turn = { conversation: 'a:1' };
    const begun = Promise.withResolvers<undefined>();
    const end = Promise.withResolvers<undefined>();
    const first = store.turns.run(turn, async () => {
      begun.resolve(undefined);
      await end.promise;
      broken = false;
    });
    await begun.promise;
    proxy.cut('stepTurns', ['after']);
    await store.turns.run({ conversation: 'b:2' }, () => Promise.resolve());
    const second = other.turns.run(turn, () => Promise.resolve(broken));
    setTimeout(() => end.resolve(undefined), 100);
    await first;
    assert.deepEqual(await second, { kind: 'done', result: false });
  });
});
