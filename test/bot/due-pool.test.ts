import assert from 'node:assert/strict';
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import { duePool, type DuePool } from '../../bot/due-pool.ts';
import type { MpnId } from '../../membership/rules/ids.ts';

const pending = () => Promise.withResolvers<unknown>();
const ids = (...names: readonly string[]): MpnId[] => names as MpnId[];

/** A pool over a list of what is due; each attendance goes on until it is let go. */
const poolOf = (due: MpnId[], atOnce = 3) => {
  const begun: string[] = [];
  const faults: unknown[] = [];
  const ends = new Map<string, ReturnType<typeof pending>>();
  const pool: DuePool = duePool({
    claim: () => Promise.resolve(due.shift()),
    attend: (id) => {
      begun.push(id);
      const end = pending();
      ends.set(id, end);
      return end.promise.then(() => undefined);
    },
    fault: (error) => void faults.push(error),
    atOnce,
  });
  const end = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) ends.get(name)?.resolve(undefined);
    await turnOfEvents();
  };
  return { pool, begun, faults, end, fail: (name: string) => ends.get(name)?.reject(new Error(name)) };
};

describe('the pool of partners that are due', () => {
  it('attends to so many at once; one that has ended is replaced at once, though another hangs', async () => {
    const { pool, begun, end } = poolOf(ids('a', 'b', 'c', 'd', 'e'));
    pool.wake();
    await turnOfEvents();
    assert.deepEqual(begun, ['a', 'b', 'c']);
    await end('b');
    assert.deepEqual(begun, ['a', 'b', 'c', 'd']);
    await end('c', 'd');
    assert.deepEqual(begun, ['a', 'b', 'c', 'd', 'e']);
  });

  it('one that comes up again while it is attended to has another turn afterwards, never two at once', async () => {
    const due = ids('a');
    const { pool, begun, end } = poolOf(due);
    pool.wake();
    await turnOfEvents();
    due.push(...ids('a', 'a', 'b'));
    pool.wake();
    await turnOfEvents();
    assert.deepEqual(begun, ['a', 'b']);
    await end('a');
    assert.deepEqual(begun, ['a', 'b', 'a']);
    await end('a');
    assert.deepEqual(begun, ['a', 'b', 'a']);
  });

  it('is drained when nothing is due and nobody attended to', async () => {
    const due = ids('a', 'b');
    const { pool, end } = poolOf(due);
    let drained = false;
    const done = pool.drain().then(() => (drained = true));
    await turnOfEvents();
    await end('a');
    due.push(...ids('c'));
    await end('b');
    assert.equal(drained, false);
    await end('c');
    await done;
  });

  it('a fault is told, and keeps nobody else waiting', async () => {
    const { pool, begun, faults, end, fail } = poolOf(ids('a', 'b'), 1);
    const done = pool.drain();
    await turnOfEvents();
    fail('a');
    await turnOfEvents();
    assert.deepEqual([begun, faults], [['a', 'b'], [new Error('a')]]);
    await end('b');
    await done;
  });

  it('stopped, begins nothing more and waits for what is under way', async () => {
    const due = ids('a', 'b');
    const { pool, begun, end } = poolOf(due, 1);
    pool.wake();
    await turnOfEvents();
    let stopped = false;
    const done = pool.stop().then(() => (stopped = true));
    await turnOfEvents();
    assert.equal(stopped, false);
    await end('a');
    await done;
    pool.wake();
    await turnOfEvents();
    assert.deepEqual([begun, due], [['a'], ['b']]);
  });
});
