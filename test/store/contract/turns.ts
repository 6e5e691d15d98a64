import assert from 'node:assert/strict';
import type { UnderTest } from './place.ts';

/** Turns as each store runs them; what instances owe each other is PostgreSQL's alone. */
export const turnsContract = (under: UnderTest): void => {
  describe('turns', () => {
    const delivered = { conversation: 'a:1', delivery: 'activity 1' };
    const run = <Result>(conversation: string, work: () => Promise<Result>) =>
      under.store.turns.run({ conversation }, work);

    it('give what their work gives, one after the other', async () => {
      for (const result of ['first', 'second'])
        assert.deepEqual(await run('a:1', () => Promise.resolve(result)), { kind: 'done', result });
    });

    it('that fail reject as their work does, and run again when they are delivered again', async () => {
      const failing = under.store.turns.run(delivered, () => Promise.reject(new RangeError('failed')));
      await assert.rejects(failing, RangeError);
      const again = await under.store.turns.run(delivered, () => Promise.resolve(7));
      assert.deepEqual(again, { kind: 'done', result: 7 });
    });

    it('of other conversations do not wait for one that is under way, nor do those within it', async () => {
      const within = await run('a:1', () => run('b:2', () => Promise.resolve('other')));
      assert.deepEqual(within, { kind: 'done', result: { kind: 'done', result: 'other' } });
    });

    it('leave nothing behind that would hold up the next start', async () => {
      await run('a:1', () => Promise.resolve(0));
      await under.reopen();
      assert.deepEqual(await run('a:1', () => Promise.resolve(1)), { kind: 'done', result: 1 });
    });
  });
};
