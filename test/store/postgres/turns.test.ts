import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Store, Turn } from '../../../store/contract.ts';
import { newDatabase, type Database } from '../databases.ts';

const done = <Result>(result: Result) => ({ kind: 'done', result }) as const;

describe('turns over two instances', () => {
  let database: Database;
  let one: Store;
  let two: Store;
  beforeEach(async () => {
    database = await newDatabase();
    [one, two] = await Promise.all([database.open(), database.open()]);
  });
  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
    await database.remove();
  });

  const turn: Turn = { conversation: 'a:1' };

  it('of one conversation wait for each other', async () => {
    const told: string[] = [];
    const begun = Promise.withResolvers<undefined>();
    const end = Promise.withResolvers<undefined>();
    const first = one.turns.run(turn, async () => {
      begun.resolve(undefined);
      await end.promise;
      told.push('first');
    });
    await begun.promise;
    const second = two.turns.run(turn, () => Promise.resolve(told.push('second')));
    assert.deepEqual(
      await two.turns.run({ conversation: 'b:2' }, () => Promise.resolve('other')),
      done('other'),
    );
    end.resolve(undefined);
    await Promise.all([first, second]);
    assert.deepEqual(told, ['first', 'second']);
  });

  it('that are answered are not answered again by the other, in whichever order they come', async () => {
    const delivered = { ...turn, delivery: 'activity 1' };
    let runs = 0;
    const work = () => Promise.resolve((runs += 1));
    const results = await Promise.all([one.turns.run(delivered, work), two.turns.run(delivered, work)]);
    assert.deepEqual(results.map(({ kind }) => kind).toSorted(), ['done', 'repeated']);
    assert.deepEqual(await one.turns.run(delivered, work), { kind: 'repeated' });
    assert.equal(runs, 1);
  });

  it('that failed are run again when they are delivered again', async () => {
    const delivered = { ...turn, delivery: 'activity 1' };
    const failing = one.turns.run(delivered, () => Promise.reject(new RangeError('failed')));
    await assert.rejects(failing, RangeError);
    assert.deepEqual(await two.turns.run(delivered, () => Promise.resolve(7)), done(7));
  });

  it('need no more than a session to be counted, and none that is closed is', async () => {
    assert.equal(await one.instances?.(), 1);
    assert.equal(await two.instances?.(), 2);
    const third = await database.open();
    await third.turns.run(turn, () => Promise.resolve());
    assert.equal(await one.instances?.(), 3);
    await third.close();
    while ((await one.instances?.()) !== 2) await new Promise(setImmediate);
  });

  it('never run two of one conversation at once, and lose none', async () => {
    const conversations = ['a', 'b', 'c'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ conversation: fc.constantFrom(...conversations), first: fc.boolean() }), {
          minLength: 1,
          maxLength: 40,
        }),
        async (asked) => {
          const running = new Set<string>();
          const queues = new Map<string, Promise<unknown>>();
          let count = 0;
          const work = (conversation: string) => async () => {
            assert.ok(!running.has(conversation), 'two at once');
            running.add(conversation);
            await new Promise(setImmediate);
            running.delete(conversation);
            count += 1;
          };
          // Within an instance its own queue keeps them apart.
          for (const { conversation, first } of asked) {
            const store = first ? one : two;
            const queue = `${conversation} ${first}`;
            const before = queues.get(queue) ?? Promise.resolve();
            queues.set(
              queue,
              before.then(() => store.turns.run({ conversation }, work(conversation))),
            );
          }
          await Promise.all(queues.values());
          assert.equal(count, asked.length);
        },
      ),
      { numRuns: process.env.ENDURE ? 200 : 15 },
    );
  }).timeout(60_000);
});
