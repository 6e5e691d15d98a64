import assert from 'node:assert/strict';
import { chatWith } from '../../support/chat.ts';
import type { Misbehaviour } from '../../support/connector.ts';
import { mostWithin } from '../../support/rates.ts';
import {
  after,
  called,
  conversationOf,
  due,
  eachTold,
  groups,
  minute,
  status,
  sweepAt,
  told,
  untilTold,
  waiting,
  whoIs,
  withCrowd,
  type Group,
} from '../../support/crowd.ts';

const count = process.env['ENDURE'] ? 10_000 : 300;

type Fate = 'well' | 'gone' | 'throttled' | 'broken' | 'hanging';

/** Of twelve, six are well; of the others two each answer 403, 429 or 502. One in a hundred well ones hangs. */
const fateOf = ({ nth }: Group): Fate => {
  if (nth % 200 === 0) return 'hanging';
  const others: readonly Fate[] = ['gone', 'throttled', 'broken'];
  return nth % 2 === 0 ? 'well' : (others[((nth - 1) / 2) % 3] ?? 'well');
};

const retryAfterSeconds = 600;
/** Answers in place of success, before a conversation recovers. */
const bouts = 2;

/** What the connector does to each conversation; those who hang go on when `hung` does. */
const treatment = (all: readonly Group[], hung: Promise<unknown>) => {
  const fates = new Map(all.map((group) => [conversationOf(group), fateOf(group)]));
  const met = new Map<string, number>();
  return (conversation: string): Misbehaviour | undefined => {
    const before = met.get(conversation) ?? 0;
    met.set(conversation, before + 1);
    switch (fates.get(conversation) ?? 'well') {
      case 'well':
        return undefined;
      case 'hanging':
        return { kind: 'slow', when: hung };
      case 'gone':
        return status(403);
      case 'throttled':
        return before < bouts ? status(429, retryAfterSeconds) : undefined;
      case 'broken':
        return before < bouts ? status(502) : undefined;
    }
  };
};

for (const waits of ['news', 'reminders'] as const)
  describe(`${count} ${waits} due at one moment, half of the conversations answering 403, 429 or 502`, () => {
    const all = groups(count, waits);
    const of = (...fates: readonly Fate[]) => all.filter((group) => fates.includes(fateOf(group)));

    it('each healthy person is told once, though others hang; the others when they recover; the dead are left alone', async function () {
      this.timeout(600_000);
      await withCrowd(all, async (bot) => {
        const letGo = Promise.withResolvers();
        bot.connector.treat(treatment(all, letGo.promise));
        const began = performance.now();
        const sweep = sweepAt(bot, due);
        await untilTold(bot, new Set(of('well').map((group) => conversationOf(group))));
        letGo.resolve(undefined);
        await sweep;
        const seconds = (performance.now() - began) / 1_000;
        assert(eachTold(bot, of('well'), 1));
        assert(eachTold(bot, of('gone', 'throttled', 'broken'), 0));

        // Not before the connector wishes.
        await sweepAt(bot, after(retryAfterSeconds * 1_000 - 1));
        const calls = called(bot);
        for (const group of of('throttled')) assert.equal(calls.get(conversationOf(group)), 1);
        for (const minutes of [11, 22, 60]) await sweepAt(bot, after(minutes * minute));
        assert(eachTold(bot, of('well', 'throttled', 'broken'), 1));
        // Given up after ten seconds without an answer, it may have arrived: then it is told again.
        assert(of('hanging').every((group) => [1, 2].includes(told(bot).get(conversationOf(group)) ?? 0)));

        await sweepAt(bot, after(3 * 24 * 60 * minute));
        assert.equal(told(bot).size, all.length - of('gone').length);
        const inAll = called(bot);
        for (const group of of('gone')) assert.equal(inAll.get(conversationOf(group)), 1);
        const peak = mostWithin(
          bot.connector.arrivals.map(({ at }) => at),
          1_000,
        );
        if (process.env['ENDURE'])
          console.log(
            `      ${count} ${waits} in ${seconds.toFixed(0)} s; at most ${peak} calls in a second`,
          );
      });
    });
  });

describe('what became of messages', () => {
  it('is counted, and those given up are logged, each once', () => {
    const all = groups(24);
    const gone = all.filter((group) => fateOf(group) === 'gone').length;
    const broken = all.filter((group) => ['broken', 'throttled'].includes(fateOf(group))).length;
    return withCrowd(all, async (bot) => {
      bot.connector.treat(treatment(all, Promise.resolve()));
      for (const minutes of [0, 11, 22]) await sweepAt(bot, after(minutes * minute));
      const counts = await (await fetch(`${bot.url}/metrics`)).text();
      const counted = (outcome: string): number =>
        Number(new RegExp(`bot_messages_total{outcome="${outcome}"} (\\d+)`).exec(counts)?.[1]);
      assert.deepEqual(['sent', 'givenUp', 'putOff'].map(counted), [all.length - gone, gone, bouts * broken]);
      const lines = bot.logged().split('\n');
      assert.equal(lines.filter((line) => line.includes('"outcome":"givenUp"')).length, gone);
    });
  });
});

describe('a conversation that answered 403', () => {
  const [first] = groups(1);
  it('is called no more until the person writes, and then again', () => {
    assert(first);
    return withCrowd([first], async (bot) => {
      bot.connector.treat(() => status(403));
      await sweepAt(bot, due);
      bot.connector.treat(() => undefined);
      await sweepAt(bot, after(24 * 60 * minute));
      assert.equal(bot.connector.calls, 1);
      const chat = chatWith(bot, whoIs(first));
      await chat.say('orders');
      assert.equal((await bot.app.store.chats.read(whoIs(first)))?.installed, true);
    });
  });
});

describe('limits', () => {
  const endure = process.env['ENDURE'] !== undefined;

  it('of a tenant: never more than 50 calls in a second, and no slower than that', async function () {
    this.timeout(60_000);
    const people = endure ? 500 : 110;
    await withCrowd([{ nth: 1, people, messagesEach: 1, waits: 'news' }], async (bot) => {
      await sweepAt(bot, due);
      const moments = bot.connector.arrivals.map(({ at }) => at);
      assert.equal(moments.length, people);
      assert(mostWithin(moments, 1_000) <= 50);
      const seconds = ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / 1_000;
      assert(seconds < (people / 50) * 1.5, `${seconds} s`);
    });
  });

  it('of a conversation: never more than 7 calls in a second and 60 in half a minute', async function () {
    this.timeout(120_000);
    const messagesEach = endure ? 90 : 17;
    await withCrowd([{ nth: 1, people: 1, messagesEach, waits: 'news' }], async (bot) => {
      await sweepAt(bot, due);
      const moments = bot.connector.arrivals.map(({ at }) => at);
      assert.equal(moments.length, messagesEach);
      assert(mostWithin(moments, 1_000) <= 7);
      assert(mostWithin(moments, 30_000) <= 60);
    });
  });

  it('a person who writes while their messages wait is answered at once', async function () {
    this.timeout(30_000);
    const group = { nth: 1, people: 1, messagesEach: 17, waits: 'news' } as const;
    await withCrowd([group], async (bot) => {
      const sweep = sweepAt(bot, due);
      await bot.connector.waitFor(({ conversation }) => conversation === conversationOf(group));
      const chat = chatWith(bot, whoIs(group));
      await chat.say('help');
      assert.match(chat.last(), /help/i);
      assert(bot.connector.calls < 17);
      await sweep;
      assert.equal(await waiting(bot), 0);
    });
  });
});
