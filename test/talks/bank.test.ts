import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { colleagues, currentPerson } from '../../playground/demo/people.ts';
import { wordsOf } from '../support/chat.ts';
import { newsOf, orderNumber } from '../support/partner.ts';
import { isCredited, lineOf } from './bank.ts';
import { ordersOf, partnerOf } from './orders.ts';
import { ordered } from './rows.ts';
import { at, inEachLanguage, installs, not, nothing, says, talk, talkerIn, withBot } from './table.ts';

const [megan, adele, isaiah, patti] = colleagues;
const right = ['EUR', '2850.00'] as const;

describe('the bank’s credit', () => {
  inEachLanguage('makes the order’s card active by itself, and a line says so', (talker) => [
    ...ordered(talker),
    [isCredited({ money: right }), talker.w('news.active'), talker.w('order.active')],
    [
      ({ chat, w }) => {
        const cards = chat.shown().map((shown) => wordsOf(shown).join('\n'));
        assert.equal(cards.filter((card) => card.includes(w('orderNumber'))).length, 1);
        assert(!cards.some((card) => card.includes(w('order.awaitingTransfer'))));
        return Promise.resolve();
      },
    ],
    [says('orders'), talker.w('order.active'), talker.w('membership.gold')],
  ]);

  inEachLanguage('that is short says what is still due, and the rest makes it active', (talker) => [
    ...ordered(talker),
    [isCredited({ money: ['EUR', '2000.00'] }), talker.w('news.short'), /850[.,]00/],
    [
      says('cancel'),
      say(talker.language, 'cannotCancel.moneyReceived', { number: 'X', received: 'Y' })
        .split('X')[1]!
        .split('Y')[0]!,
    ],
    [isCredited({ money: ['EUR', '850.00'] }), talker.w('news.active')],
  ]);

  inEachLanguage('that is too much leaves a credit', (talker) => [
    ...ordered(talker),
    [isCredited({ money: ['EUR', '3000.00'] }), talker.w('news.active'), /150[.,]00/],
  ]);

  inEachLanguage('in another currency is held, and the person told', (talker) => [
    ...ordered(talker),
    [isCredited({ money: ['USD', '2850.00'] }), talker.w('news.held')],
    [says('orders'), talker.w('order.awaitingTransfer')],
  ]);

  it('within the bank’s charges is enough', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [
        ...ordered(talker),
        [isCredited({ money: ['EUR', '2849.00'] }), 'the membership is active'],
      ]);
    }));

  for (const [what, text] of [
    ['no reference', 'payment'],
    ['the MPN ID alone', '6234461'],
    ['an order number of nobody', `${orderNumber(99)} 6234461`],
  ] as const) {
    it(`with ${what} changes nothing in the chat`, () =>
      withBot(async (bot) => {
        const talker = talkerIn(bot, 'en');
        await talk(talker, [...ordered(talker), [isCredited({ money: right, text }), nothing]]);
        assert.equal((await ordersOf(bot))[0]?.state, 'awaitingTransfer');
      }));
  }

  it('seen twice counts once', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, ordered(talker));
      const line = await lineOf(talker, { money: ['EUR', '2000.00'] });
      await bot.app.credit(line);
      await bot.restart();
      assert.equal((await bot.app.credit(line)).kind, 'known');
      assert.equal((await ordersOf(bot))[0]?.payments.length, 1);
    }));

  it('in time but seen late makes an expired order active', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [
        ...ordered(talker),
        [at('2026-04-03T09:00:00Z')],
        [says('orders'), 'Expired'],
        [isCredited({ money: right, valueDate: '2026-04-01' }), 'the membership is active'],
        [says('orders'), not('Expired')],
      ]);
    }));

  it('after its last day is kept, and the next order takes it up without a second payment', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [
        ...ordered(talker),
        [at('2026-04-03T09:00:00Z')],
        [
          isCredited({ money: right, valueDate: '2026-04-02' }),
          'It is kept as your credit',
          not('is active'),
        ],
        [says('data analytics')],
        [says('subscribe gold'), 'credit of EUR 2,850.00'],
        [says('next'), 'nothing to pay'],
        [says('accept')],
        [says('submit'), 'the membership is active'],
      ]);
    }));
});

describe('when money comes in', () => {
  it('every admin who has the bot is told, each in their language; who has no role is not', () =>
    withBot(async (bot) => {
      const alex = talkerIn(bot, 'en');
      const others = [talkerIn(bot, 'nl', megan), talkerIn(bot, 'sv', adele), talkerIn(bot, 'en', isaiah)];
      for (const other of others) await talk(other, [[installs]]);
      await talk(alex, ordered(alex));
      const marks = others.map((other) => other.mark());
      await isCredited({ money: right })(alex);
      const heard = others.map((other, index) => other.heard(marks[index]!));
      assert.match(heard[0]!, /Volledig betaald/);
      assert.match(heard[1]!, /Allt är betalt/);
      assert.equal(heard[2], '');
    }));

  it('an admin without the bot is given up at once, and the others are told', () =>
    withBot(async (bot) => {
      const alex = talkerIn(bot, 'en');
      await talk(alex, [...ordered(alex), [isCredited({ money: right }), 'the membership is active']]);
      const outbox = (await partnerOf(bot)).outbox.filter((message) => newsOf(message) === 'active');
      assert.deepEqual(
        outbox.map(({ to, status }) => [to, status]),
        [currentPerson, megan, adele, patti].map(({ aadObjectId }) => [
          aadObjectId,
          aadObjectId === currentPerson.aadObjectId ? 'sent' : 'givenUp',
        ]),
      );
    }));

  it('who has removed the bot hears nothing until they come back', () =>
    withBot(async (bot) => {
      const alex = talkerIn(bot, 'en');
      const other = talkerIn(bot, 'en', megan);
      const { chat } = other;
      await talk(other, [[installs], [() => chat.send(chat.speaker.installed('remove')), nothing]]);
      await talk(alex, [...ordered(alex), [isCredited({ money: ['EUR', '100.00'] }), 'does not cover']]);
      const before = other.mark();
      assert.equal(other.heard(before), '');
      await talk(other, [[says('orders'), 'EUR 2,750.00']]);
      const back = other.mark();
      await isCredited({ money: ['EUR', '2750.00'] })(alex);
      assert.match(other.heard(back), /membership is active/);
    }));

  it('a chat that answers 403 is not written to again until the person speaks', () =>
    withBot(async (bot) => {
      const alex = talkerIn(bot, 'en');
      await talk(alex, ordered(alex));
      bot.connector.misbehave({ kind: 'status', status: 403 });
      await isCredited({ money: ['EUR', '100.00'] })(alex);
      const calls = bot.connector.calls;
      await isCredited({ money: ['EUR', '100.00'] })(alex);
      assert.equal(bot.connector.calls, calls);
      await talk(alex, [
        [says('orders'), 'EUR 2,650.00'],
        [isCredited({ money: ['EUR', '2650.00'] }), 'the membership is active'],
      ]);
    }));
});
