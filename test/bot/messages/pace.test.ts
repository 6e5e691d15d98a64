import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import { pace, type Destination, type Pace } from '../../../bot/messages/pace.ts';
import { QueueRefusal } from '../../../bot/queue/conversation-queue.ts';
import { mostWithin } from '../../support/rates.ts';

const chat = (conversation: string, tenantId = 'fabrikam'): Destination => ({ conversation, tenantId });

/** Time passes in steps, and after each what it has set going goes on. */
const pass = async (ms: number, step = 100): Promise<void> => {
  for (let passed = 0; passed < ms; passed += step) {
    mock.timers.tick(step);
    await turnOfEvents();
  }
};

/** The moments at which calls were made. */
const called = (keeper: Pace, destinations: readonly Destination[]): number[] => {
  const moments: number[] = [];
  for (const to of destinations)
    void keeper.take(to, 1).then((places) => {
      moments.push(Date.now());
      places.use();
      places.leave();
    });
  return moments;
};

const times = (count: number, to: (nth: number) => Destination): readonly Destination[] =>
  Array.from({ length: count }, (_, nth) => to(nth));

describe('the pace of messages that nobody is waiting for', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
  afterEach(() => mock.timers.reset());

  it('lets what is under every limit go at once', async () => {
    const moments = called(pace(), [...times(7, () => chat('a')), ...times(7, () => chat('b'))]);
    await turnOfEvents();
    assert.equal(moments.length, 14);
  });

  it('is 7 in any second and 60 in any 30 in one conversation', async () => {
    const moments = called(
      pace(),
      times(150, () => chat('a')),
    );
    await pass(90_000);
    assert.equal(moments.length, 150);
    assert.deepEqual([mostWithin(moments, 1_000), mostWithin(moments, 30_000)], [7, 60]);
    // As fast as the limits let it: 60 in the first ten seconds, 60 from the thirtieth on, 30 from the sixtieth.
    assert.deepEqual(
      [8_000, 10_000, 40_000, 70_000].map((ms) => moments.filter((moment) => moment < ms).length),
      [56, 60, 120, 150],
    );
  });

  it('begins anew where the clock was moved, and again keeps what is its own then', async () => {
    const keeper = pace();
    const moments = called(
      keeper,
      times(14, () => chat('a')),
    );
    await turnOfEvents();
    assert.equal(moments.length, 7);
    keeper.pass();
    await turnOfEvents();
    assert.equal(moments.length, 14);
    await pass(2_000);
    void called(
      keeper,
      times(8, () => chat('a')),
    );
    await turnOfEvents();
    assert.equal(mostWithin(moments, 1_000), 14);
    await pass(40_000);
    assert.equal(keeper.size, 0);
  });

  it('is 50 in any second in one tenant, whoever they go to', async () => {
    const keeper = pace();
    const moments = called(
      keeper,
      times(220, (nth) => chat(`c${nth}`)),
    );
    const others = called(
      keeper,
      times(50, (nth) => chat(`o${nth}`, 'contoso')),
    );
    await turnOfEvents();
    assert.deepEqual([moments.length, others.length], [50, 50]);
    await pass(5_000);
    assert.equal(moments.length, 220);
    assert.equal(mostWithin(moments, 1_000), 50);
  });

  it('counts a call until its time has passed since the answer', async () => {
    const keeper = pace();
    const slow = await keeper.take(chat('a'), 1);
    slow.use();
    const moments = called(
      keeper,
      times(8, () => chat('a')),
    );
    await turnOfEvents();
    assert.equal(moments.length, 6);
    // Those six have passed, the first is still under way.
    await pass(1_500);
    assert.equal(moments.length, 8);
    slow.leave();
    const more = called(
      keeper,
      times(8, () => chat('a')),
    );
    await turnOfEvents();
    assert.equal(more.length, 4);
  });

  it('takes places together, and gives those at once that were not used', async () => {
    const keeper = pace();
    const both = await Promise.all([1, 2, 3].map(() => keeper.take(chat('a'), 2)));
    const moments = called(keeper, [chat('a'), chat('a'), chat('a')]);
    await turnOfEvents();
    assert.equal(moments.length, 1);
    both[0]?.use();
    both[0]?.leave();
    await turnOfEvents();
    assert.equal(moments.length, 2);
  });

  it('a conversation at its limit takes no place from others of its tenant', async () => {
    const keeper = pace();
    called(
      keeper,
      times(100, () => chat('a')),
    );
    const others = called(
      keeper,
      times(43, (nth) => chat(`c${nth}`)),
    );
    await turnOfEvents();
    assert.equal(others.length, 43);
  });

  it('remembers nobody longer than half a minute', async () => {
    const keeper = pace();
    called(
      keeper,
      times(100, (nth) => chat(`c${nth}`, `t${nth}`)),
    );
    await turnOfEvents();
    assert.equal(keeper.size, 300);
    await pass(31_000);
    assert.equal(keeper.size, 0);
  });

  it('closed, refuses what waits and what comes, and lets go on what is under way', async () => {
    const keeper = pace();
    const made = Array.from({ length: 9 }, () => keeper.take(chat('a'), 1));
    await turnOfEvents();
    keeper.close();
    const ends = await Promise.allSettled([...made, keeper.take(chat('b'), 1)]);
    assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 7);
    for (const end of ends) assert(end.status === 'fulfilled' || end.reason instanceof QueueRefusal);
  });

  describe('shared by several processes', () => {
    const counting = (counts: { now: number | Error; asked?: number }) => () => {
      counts.asked = (counts.asked ?? 0) + 1;
      return counts.now instanceof Error ? Promise.reject(counts.now) : Promise.resolve(counts.now);
    };
    const rates = async (processes: number): Promise<readonly [tenant: number, conversation: number]> => {
      const keeper = pace(counting({ now: processes }));
      const tenant = called(
        keeper,
        times(120, (nth) => chat(`c${nth}`)),
      );
      const conversation = called(
        keeper,
        times(40, () => chat('a', 'contoso')),
      );
      await pass(20_000);
      return [mostWithin(tenant, 1_000), mostWithin(conversation, 1_000)];
    };

    it('is each process’s share, and never nothing', async () => {
      const found: (readonly [number, number])[] = [];
      for (const processes of [1, 2, 3, 100]) found.push(await rates(processes));
      assert.deepEqual(found, [
        [50, 7],
        [25, 3],
        [16, 2],
        [1, 1],
      ]);
    });

    it('follows their number, counted every few seconds, however many messages there are', async () => {
      const counts = { now: 1, asked: 0 };
      const keeper = pace(counting(counts));
      const before = called(
        keeper,
        times(50, (nth) => chat(`a${nth}`)),
      );
      await pass(3_000);
      counts.now = 2;
      await pass(3_000);
      // The first to come sets the count going, and does not wait for it.
      called(keeper, [chat('b')]);
      await pass(1_500);
      const after = called(
        keeper,
        times(50, (nth) => chat(`d${nth}`)),
      );
      await pass(3_000);
      assert.deepEqual([mostWithin(before, 1_000), mostWithin(after, 1_000)], [50, 25]);
      assert.equal(counts.asked, 2);
    });

    it('keeps to the last count while it can’t be counted', async () => {
      const counts: { now: number | Error } = { now: 2 };
      const keeper = pace(counting(counts));
      called(keeper, [chat('a')]);
      await pass(6_000);
      counts.now = new Error('away');
      const moments = called(
        keeper,
        times(60, (nth) => chat(`c${nth}`)),
      );
      await pass(4_000);
      assert.equal(mostWithin(moments, 1_000), 25);
    });
  });
});
