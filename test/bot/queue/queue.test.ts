import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conversationQueue } from '../../../bot/queue/conversation-queue.ts';
import { deliveredOnce } from '../../../bot/queue/delivered-once.ts';

const gate = (): { open: () => void; passed: Promise<void> } => {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
};

describe('one turn at a time', () => {
  it('per conversation in the order of arrival, never two at once, whatever fails', async () => {
    const turns = fc.array(fc.record({ conversation: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean() }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(turns, fc.scheduler(), async (list, scheduler) => {
        const queue = conversationQueue();
        const running = new Set<string>();
        const ended: number[] = [];
        const work = (conversation: string, fails: boolean, index: number) => async (): Promise<number> => {
          assert.ok(!running.has(conversation), 'two at once');
          running.add(conversation);
          await scheduler.schedule(Promise.resolve());
          running.delete(conversation);
          ended.push(index);
          if (fails) throw new Error('turn');
          return index;
        };
        const results = list.map(({ conversation, fails }, index) =>
          queue.run(conversation, work(conversation, fails, index)),
        );
        const settled = Promise.allSettled(results);
        await scheduler.waitFor(settled);
        for (const name of ['a', 'b', 'c']) {
          const order = ended.filter((index) => list[index]?.conversation === name);
          assert.deepEqual(
            order,
            order.toSorted((x, y) => x - y),
          );
        }
        assert.deepEqual(
          (await settled).map(({ status }) => status === 'rejected'),
          list.map(({ fails }) => fails),
        );
        assert.equal(queue.size, 0);
      }),
      { numRuns: 50 },
    );
  });

  it('other conversations do not wait', async () => {
    const queue = conversationQueue();
    const { open, passed } = gate();
    const slow = queue.run('a', () => passed);
    assert.equal(await queue.run('b', () => Promise.resolve('done')), 'done');
    open();
    await slow;
  });

  it('refuses what is too much, for one and for all', async () => {
    const queue = conversationQueue({ perConversation: 2, overall: 3 });
    const { open, passed } = gate();
    const taken = [queue.run('a', () => passed), queue.run('a', () => passed)];
    await assert.rejects(
      queue.run('a', () => passed),
      { code: 'queueFull' },
    );
    taken.push(queue.run('b', () => passed));
    await assert.rejects(
      queue.run('c', () => passed),
      { code: 'queueFull' },
    );
    open();
    await Promise.all(taken);
    assert.equal(await queue.run('c', () => Promise.resolve(1)), 1);
  });

  it('at its close takes nothing more and waits for what runs, but not for ever', async () => {
    const queue = conversationQueue();
    const { open, passed } = gate();
    const slow = queue.run('a', () => passed);
    assert.equal(await queue.close(5), false);
    await assert.rejects(
      queue.run('a', () => passed),
      { code: 'queueClosed' },
    );
    const closed = queue.close(10_000);
    open();
    await slow;
    assert.equal(await closed, true);
    assert.equal(await conversationQueue().close(10_000), true);
  });
});

describe('delivered once', () => {
  it('runs the first, answers the repeats alike, at the same time and later', async () => {
    const once = deliveredOnce<number>();
    let runs = 0;
    const work = () => Promise.resolve(++runs);
    const first = once.run('a', work);
    const second = once.run('a', work);
    assert.deepEqual([first.repeated, second.repeated], [false, true]);
    assert.deepEqual(await Promise.all([first.answer, second.answer, once.run('a', work).answer]), [1, 1, 1]);
    assert.equal(await once.run('b', work).answer, 2);
  });

  it('forgets what failed, so that it may come again', async () => {
    const once = deliveredOnce<string>();
    await assert.rejects(once.run('a', () => Promise.reject(new Error('x'))).answer);
    assert.deepEqual(await once.run('a', () => Promise.resolve('well')).answer, 'well');
  });

  it('remembers the latest, no more than it may', () => {
    const once = deliveredOnce<number>({ most: 2 });
    const repeated = (key: string) => once.run(key, () => Promise.resolve(1)).repeated;
    assert.deepEqual(['a', 'b', 'a', 'c', 'a', 'b'].map(repeated), [false, false, true, false, true, false]);
  });
});
