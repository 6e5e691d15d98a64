import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { languages } from '../../membership/rules/catalogue.ts';
import { currentPerson, dana, noura, operator, stranger } from '../../playground/demo/people.ts';
import { atDeskInEachLanguage, deskOn, handedIn, oscar, withDesk } from './desk.ts';
import { ordersOf } from './orders.ts';
import { ordered } from './rows.ts';
import { installs, not, nothing, presses, says, talk, talkerIn, withBot } from './table.ts';

const seen = { day: '2026-03-02', amount: '2850', reference: 'BK-77120' };

describe('the desk is the operators’', () => {
  atDeskInEachLanguage(
    'a partner’s person gets one sentence, and a forged button nothing',
    async ({ admin, olivia }) => {
      const { w } = admin;
      const number = await handedIn(admin);
      await talk(olivia, [[says('queue')], [presses(w('open.receive'))]]);
      const { data } = olivia.chat.button(w('do.receive'));
      await talk(admin, [
        [says('queue'), w('operatorsOnly')],
        [({ chat }) => chat.send(chat.speaker.submit({ ...data, ...seen })), w('oldCard'), not(number)],
        [({ chat }) => chat.send(chat.speaker.submit({ v: 1, action: 'desk', desk: 'menu' })), w('oldCard')],
      ]);
      assert.equal((await ordersOf(admin.bot))[0]?.state, 'proofUnderReview');
    },
  );

  it('a stranger gets nothing of it', () =>
    withDesk(async ({ bot }) => {
      const sam = talkerIn(bot, 'en', stranger);
      await talk(sam, [[says('queue'), /not known here as a partner/]]);
      await talk(sam, [
        [({ chat }) => chat.send(chat.speaker.submit({ v: 1, action: 'desk', desk: 'menu' })), nothing],
      ]);
    }));
});

describe('who is an operator', () => {
  atDeskInEachLanguage('meets the desk, and everything that can be typed there', async ({ olivia }) => {
    const { w, language } = olivia;
    await talk(olivia, [
      // The desk comes with the first word, and not twice: in Teams that word may follow the installation at once.
      [installs, w('operatorHere'), `[${w('deskTitle')}]`, not(w('searchFor'))],
      [installs, nothing],
      [says('hello'), w('searchFor'), say(language, 'counted', { title: w('list.proof'), count: 0 })],
      [presses(w('deskTitle')), w('searchFor')],
      [says(w('typed.desk')), w('deskTitle')],
      [presses(w('help')), w('operatorHere'), w('orderOrPartnerDoes'), w('does.queue')],
      [says('offers'), w('operatorHere')],
      [says('stop'), w('nothingToStop')],
      [says('4111 1111 1111 1111'), w('cardNumberSeen'), not('4111')],
      [says('9999999999'), /9999999999/],
      [says(w('list.refund')), w('listEmpty')],
      [says('svenska'), 'Operatörspanelen'],
    ]);
    // Kept: the next turn, and what comes unasked, is in that language.
    await talk(olivia, [[says('help'), 'Operatörspanelen']]);
    const record = await olivia.bot.app.store.chats.read(operator);
    assert.deepEqual([record?.language, record?.installed, record?.name], ['sv', true, operator.name]);
    assert(record?.reference);
  });

  it('in a group is pointed to the personal chat', () =>
    withDesk(async ({ olivia: { chat, bot } }) => {
      const conversation = { id: '19:group', conversationType: 'groupChat', tenantId: operator.tenantId };
      await chat.send({ ...chat.speaker.message('queue'), conversation });
      assert.match(bot.connector.shown('19:group')[0]?.text ?? '', /personal chat/);
      assert.equal(await bot.app.store.chats.read(operator), undefined);
    }));

  it('and a partner’s person too has both talks, and may not act on their own organisation’s order', () =>
    withBot(
      async (bot) => {
        const { admin: alex, oscar: other } = deskOn(bot, 'en');
        const number = await handedIn(alex);
        await talk(alex, [
          [says('desk'), 'Operators’ desk', 'Proofs under review: 1'],
          [
            says('queue'),
            'Payment proof to review',
            'You can’t act on an order of your own organisation.',
            not('[Money seen]'),
            not('[Reject]'),
          ],
          [presses('History'), `History of order ${number}`],
          [says(number), 'We are checking the proof', not('own organisation')],
          [says('orders'), 'Purchased offers'],
        ]);
        await talk(other, [[says('queue')], [presses('Money seen')]]);
        const { data } = other.chat.button('Mark as received');
        await talk(alex, [
          [
            ({ chat }) => chat.send(chat.speaker.submit({ ...data, ...seen })),
            'You can’t act on an order of your own organisation.',
          ],
        ]);
        assert.equal((await ordersOf(bot))[0]?.state, 'proofUnderReview');
      },
      { operators: [currentPerson, oscar] },
    ));

  for (const language of languages)
    it(`and a partner’s person too finds another partner’s order by its number (${language})`, () =>
      withBot(
        async (bot) => {
          const [alex, nouras] = [talkerIn(bot, language), talkerIn(bot, language, noura)];
          const { w } = nouras;
          await talk(alex, ordered(alex));
          const number = (await ordersOf(bot))[0]?.number ?? '';
          await talk(nouras, [
            [says(number), 'Fabrikam B.V.', `[${w('open.receive')}]`, `[${w('history')}]`],
            [presses(w('open.receive')), w('form.receive')],
            [presses(w('do.receive'), { ...seen, day: '2026-03-02' }), 'BK-77120', w('order.active')],
            [says(`order ${number}`), 'Fabrikam B.V.', `[${w('history')}]`],
            [says('1000000005'), w('noSuchOrder')],
            // Whatever else names it is about what her own organisation does.
            [says(`cancel ${number}`), w('noSuchOrder')],
          ]);
          await talk(talkerIn(bot, language, dana), [[says(number), w('noSuchOrder'), not('Fabrikam')]]);
        },
        { operators: [noura] },
      ));

  it('and was buying: the desk ends that talk, whose card says so', () =>
    withBot(
      async (bot) => {
        const { admin: alex } = deskOn(bot, 'en');
        await talk(alex, [
          [says('data analytics')],
          [presses('Subscribe'), 'Purchase details'],
          [says('queue'), 'There is no payment proof to review.'],
          [presses('Next'), 'no longer current'],
        ]);
        assert.deepEqual(await ordersOf(bot), []);
      },
      { operators: [currentPerson] },
    ));
});
