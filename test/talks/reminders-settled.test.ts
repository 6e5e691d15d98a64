import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { colleagues, noura } from '../../playground/demo/people.ts';
import { isCredited } from './bank.ts';
import { until } from './due.ts';
import { ordersOf, partnerOf } from './orders.ts';
import { ordered } from './rows.ts';
import { presses, says, talk, talkerIn, withBot, type Row, type Talker } from './table.ts';

/** Ordered on Monday 2 March, reminded on day 23. */
const reminded = (talker: Talker): readonly Row[] => [
  ...ordered(talker),
  [until('2026-03-25T20:00:00Z'), 'Not paid yet: Gold membership, Data Analytics'],
];

describe('when one admin settles it', () => {
  const [megan] = colleagues;

  /** Alex has ordered; Megan has the bot too, and both are reminded. */
  const both = (work: (alex: Talker, other: Talker) => Promise<void>): Promise<void> =>
    withBot(async (bot) => {
      const alex = talkerIn(bot, 'en');
      const other = talkerIn(bot, 'nl', megan);
      await talk(other, [[says('menu')]]);
      await talk(alex, reminded(alex));
      await work(alex, other);
    });

  it('the other’s reminder says who cancelled it and when', () =>
    both(async (alex, other) => {
      assert.match(other.chat.last(), /Nog niet betaald/);
      await talk(alex, [[says('cancel')], [says('yes'), 'The order is cancelled.']]);
      assert.match(other.chat.last(), /✔ Geannuleerd door Alex Wilber op 25 maart 2026/);
      assert.deepEqual(other.chat.buttons(), ['Order bekijken']);
    }));

  it('the reminders say when the bank’s money was seen', () =>
    both(async (alex, other) => {
      await isCredited({ money: ['EUR', '2850.00'], valueDate: '2026-03-25' })(alex);
      await alex.bot.app.settled();
      const shown = other.chat.shown().map((each) => JSON.stringify(each));
      assert.ok(shown.some((each) => each.includes('✔ Betaling ontvangen op 25 maart 2026.')));
      assert.ok(!shown.some((each) => each.includes('Herinner mij later')));
    }));

  it('a press on a reminder whose matter is settled is judged by what is stored', () =>
    both(async (alex, other) => {
      const { data, card } = other.chat.button('Herinner mij later');
      await talk(alex, [[says('cancel')], [says('yes'), 'The order is cancelled.']]);
      const before = other.mark();
      await other.chat.send(other.chat.speaker.submit(data, card));
      assert.match(other.heard(before), new RegExp(say('nl', 'nothingToRemind').slice(0, 20)));
      assert.deepEqual(
        (await partnerOf(other.bot)).reminders.flatMap(({ later }) => later),
        [],
      );
    }));

  it('who has ordered again is said on the reminder of what expired', () =>
    both(async (alex, other) => {
      await talk(alex, [[until('2026-04-02T20:00:00Z'), 'Order expired']]);
      assert.match(other.chat.last(), /Order verlopen/);
      await talk(alex, ordered(alex));
      assert.match(other.chat.last(), /✔ Opnieuw besteld door Alex Wilber op 2 april 2026/);
      assert.equal((await ordersOf(alex.bot)).length, 2);
    }));
});

describe('a renewal that is ordered', () => {
  it('is said on everybody’s reminder, and taken back with the order', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en', noura);
      const reminder = (title: string): Row => [
        ({ chat }) => {
          const cards = chat.shown().map((each) => JSON.stringify(each));
          assert.ok(
            cards.some((each) => each.includes(title)),
            cards.join('\n'),
          );
          return Promise.resolve();
        },
      ];
      await talk(talker, [
        [says('menu')],
        [until('2026-03-30T20:00:00Z'), 'Can be renewed now: Gold membership, Data Platform'],
        [presses('Renew'), 'Purchase details'],
        [presses('Next')],
        [presses('Submit', { agreement: 'true' }), 'Your order has been received.'],
        reminder('✔ Renewal ordered by Noura Saleh on 30 March 2026.'),
        [says('cancel')],
        [says('yes'), 'The order is cancelled.'],
        reminder('Can be renewed now: Gold membership, Data Platform'),
      ]);
    }));
});
