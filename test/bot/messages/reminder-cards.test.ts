import assert from 'node:assert/strict';
import { colleagues } from '../../../playground/demo/people.ts';
import { isCredited } from '../../talks/bank.ts';
import { until } from '../../talks/due.ts';
import { ordered } from '../../talks/rows.ts';
import { presses, says, talk, talkerIn, withBot, type Talker } from '../../talks/table.ts';

const [megan] = colleagues;

/** What the bot did in a chat to cards that were there already. */
const changesIn = ({ bot, chat }: Talker): readonly string[] =>
  bot.connector
    .in(chat.speaker.conversation)
    .filter(({ kind }) => kind === 'updated')
    .map(({ activity }) => String(activity['summary']));

const remindedTwo = (work: (alex: Talker, other: Talker) => Promise<void>): Promise<void> =>
  withBot(async (bot) => {
    const [alex, other] = [talkerIn(bot, 'en'), talkerIn(bot, 'en', megan)];
    await talk(other, [[says('menu')]]);
    await talk(alex, ordered(alex));
    await work(alex, other);
  });

describe('the cards of reminders', () => {
  it('that said the same on several days all say who settled the matter', () =>
    remindedTwo(async (alex, other) => {
      await talk(alex, [[until('2026-03-31T23:00:00Z')], [says('cancel')], [says('yes')]]);
      const settled = changesIn(other).filter((said) => said.includes('Cancelled by Alex Wilber'));
      assert.equal(settled.length, 3);
      assert.doesNotMatch(JSON.stringify(other.chat.shown()), /Not paid yet/);
    }));

  it('are changed no more once the order that settled the matter is active', () =>
    remindedTwo(async (alex, other) => {
      await talk(alex, [
        [until('2026-04-02T00:00:00Z')],
        [isCredited({ money: ['EUR', '2850.00'], valueDate: '2026-04-02' })],
        [until('2026-04-02T20:00:00Z'), 'Order expired'],
        ...ordered(alex).slice(0, -1),
        [presses(alex.w('submit'), { agreement: 'true' }), alex.w('news.active')],
      ]);
      const before = changesIn(other);
      assert.match(before.at(-1) ?? '', /Ordered again by Alex Wilber/);
      await talk(alex, [
        [says('refund')],
        [presses(alex.w('requestRefund')), alex.w('news.refundRequested')],
      ]);
      const after = changesIn(other).slice(before.length);
      assert.deepEqual(
        after.filter((said) => said.includes('Ordered again')),
        [],
      );
    }));
});
