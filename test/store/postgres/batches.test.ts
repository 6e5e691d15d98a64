import assert from 'node:assert/strict';
import { inBatches } from '../../../store/postgres/batches.ts';

describe('what is asked of the database in a crowd', () => {
  const asked: (readonly number[])[] = [];
  let going: PromiseWithResolvers<undefined>;
  const held = () =>
    inBatches(async (all: readonly number[]) => {
      asked.push(all);
      await going.promise;
      if (all.includes(13)) throw new Error('refused');
      return all.map((n) => n * 10);
    });
  beforeEach(() => {
    asked.length = 0;
    going = Promise.withResolvers<undefined>();
  });

  it('goes at once for the first two, and for the rest together when one of those is answered', async () => {
    const ask = held();
    const answers = [1, 2, 3, 4, 5].map((n) => ask(n));
    assert.deepEqual(asked, [[1], [2]]);
    going.resolve(undefined);
    assert.deepEqual(await Promise.all(answers), [10, 20, 30, 40, 50]);
    assert.deepEqual(asked, [[1], [2], [3, 4, 5]]);
    assert.equal(await ask(6), 60);
  });

  it('is refused to all who asked together, and to nobody after them', async () => {
    const ask = held();
    const answers = [1, 2, 12, 13].map((n) => ask(n));
    going.resolve(undefined);
    const settled = await Promise.allSettled(answers);
    assert.deepEqual(
      settled.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'rejected'],
    );
    assert.equal(await ask(7), 70);
  });

  it('is never more than fifty at once', async () => {
    const ask = held();
    const answers = Array.from({ length: 122 }, (_, n) => ask(n + 100));
    going.resolve(undefined);
    await Promise.all(answers);
    assert.deepEqual(
      asked.map(({ length }) => length),
      [1, 1, 50, 50, 20],
    );
  });
});
