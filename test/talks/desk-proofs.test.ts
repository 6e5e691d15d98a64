import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { png } from '../payments/proof/pictures.ts';
import { at, not, presses, says, talk, type Talker } from './table.ts';
import { atDeskInEachLanguage, handedIn, withDesk } from './desk.ts';
import { handsOver } from './files.ts';
import { ordersOf } from './orders.ts';

const seen = { day: '2026-03-03', amount: '2850', reference: 'BK-77120' };

/** What the chat shows now, its changed cards included. */
const shows = ({ chat }: Talker): string =>
  chat
    .shown()
    .map((activity) => JSON.stringify(activity))
    .join('\n');

describe('at the desk: payment proofs', () => {
  atDeskInEachLanguage(
    'money seen: the order is active, and the admin’s card says so',
    async ({ admin, olivia }) => {
      const { w, language } = olivia;
      const number = await handedIn(admin);
      await talk(olivia, [
        [
          says(w('typed.queue')),
          w('queueTitle'),
          say(language, 'queuePlace', { place: 1, count: 1 }),
          'confirmation.pdf ✔',
          'TX-1',
          'Fabrikam',
          '6234461',
          number,
          `[${w('open.receive')}]`,
          `[${w('open.reject')}]`,
          `[${w('open.hold')}]`,
          not(`[${w('queueNext')}]`),
        ],
        [
          presses(w('open.receive')),
          w('form.receive'),
          w('valueDate'),
          w('amount'),
          w('field.bankReference'),
          /2.?850[.,]00/,
        ],
      ]);
      olivia.bot.clock.set('2026-03-04T10:00:00Z');
      const before = admin.mark();
      await talk(olivia, [
        [
          presses(w('do.receive'), seen),
          /2.?850[.,]00/,
          'BK-77120',
          w('order.active'),
          not(`[${w('open.receive')}]`),
        ],
        [says('queue'), w('queueEmpty')],
      ]);
      assert.match(admin.heard(before), new RegExp(admin.w('news.active')));
      const [order] = await ordersOf(olivia.bot);
      assert.deepEqual([order?.state, order?.purchaseDate], ['active', '2026-03-03']);
    },
  );

  atDeskInEachLanguage('rejected: the admin reads the reason', async ({ admin, olivia }) => {
    const { w } = olivia;
    await handedIn(admin);
    const before = admin.mark();
    await talk(olivia, [
      [says('queue')],
      [presses(w('open.reject')), w('form.reject'), w('field.reason')],
      [presses(w('do.reject'), { reason: '  ' }), w('leftEmpty.reason'), w('form.reject')],
      [
        presses(w('do.reject'), { reason: 'Page 2 is missing.' }),
        'Page 2 is missing.',
        w('order.awaitingTransfer'),
      ],
    ]);
    assert.match(admin.heard(before), /Page 2 is missing\./);
    assert((await ordersOf(olivia.bot))[0]?.proofs[0]?.rejected?.reason === 'Page 2 is missing.');
  });

  it('common reasons are offered in the language of whoever reads them', () =>
    withDesk(async ({ admin, olivia }) => {
      await handedIn(admin);
      await talk(admin, [[says('svenska')]]);
      await talk(olivia, [
        [says('queue')],
        [presses('Reject'), 'They read Swedish.', 'Dokumentet går inte att läsa.'],
        [
          presses('Reject proof', { common: 'Dokumentet går inte att läsa.' }),
          'Dokumentet går inte att läsa.',
        ],
      ]);
    }));

  atDeskInEachLanguage(
    'held: a note for colleagues, last in the queue, nothing for the partner',
    async ({ admin, olivia, oscar }) => {
      const { w, language } = olivia;
      await handedIn(admin);
      const before = admin.mark();
      await talk(olivia, [
        [says('queue')],
        [presses(w('open.hold')), w('form.hold'), w('field.note')],
        [presses(w('do.hold'), { note: 'asked the bank' }), w('done.hold'), 'asked the bank'],
      ]);
      await talk(oscar, [
        [
          says('queue'),
          'asked the bank',
          not(`[${w('open.hold')}]`),
          say(language, 'queuePlace', { place: 1, count: 1 }),
        ],
      ]);
      assert.doesNotMatch(admin.heard(before), /asked the bank/);
      await talk(admin, [[says('orders'), not('asked the bank')]]);
    },
  );

  atDeskInEachLanguage('two at once: one acts, the other sees who did', async ({ admin, olivia, oscar }) => {
    const { w } = olivia;
    await handedIn(admin);
    await talk(olivia, [[says('queue')], [presses(w('open.receive'))]]);
    await talk(oscar, [[says('queue')], [presses(w('open.reject'))]]);
    // Pressed before Oscar's card has changed.
    const late = oscar.chat.button(w('do.reject'));
    await talk(olivia, [[presses(w('do.receive'), { ...seen, day: '2026-03-02' }), w('order.active')]]);
    assert.match(shows(oscar), new RegExp(say(olivia.language, 'by.operator', { name: 'Olivia Brandt' })));
    assert.match(shows(oscar), new RegExp(w('order.active')));
    const before = oscar.mark();
    await oscar.chat.send(oscar.chat.speaker.submit({ ...late.data, reason: 'no' }, late.card));
    assert.match(oscar.heard(before), /Olivia Brandt/);
    assert.equal((await ordersOf(olivia.bot))[0]?.state, 'active');
  });

  it('the same press twice, or by two operators with the same money, has one effect', () =>
    withDesk(async ({ admin, olivia, oscar }) => {
      await handedIn(admin);
      await talk(olivia, [[says('queue')], [presses('Money seen')]]);
      const { data, card } = olivia.chat.button('Mark as received');
      const press = olivia.chat.speaker.submit({ ...data, ...seen, day: '2026-03-02' }, card);
      await Promise.all([olivia.chat.send(press), olivia.chat.send({ ...press, id: 'again' })]);
      const [order] = await ordersOf(olivia.bot);
      assert.deepEqual(
        order?.payments.map(({ amount }) => amount.minor),
        [285_000],
      );
      await talk(oscar, [[says(order.number), 'Active', not('[Money seen]')]]);
    }));

  it('what is entered wrong is named at once, and all that was entered is kept', () =>
    withDesk(async ({ admin, olivia }) => {
      await handedIn(admin);
      await talk(olivia, [
        [says('queue')],
        [presses('Money seen')],
        [
          presses('Mark as received', { day: '', amount: 'much', reference: 'BK-1' }),
          'Enter the date.',
          '“much” can’t be read as an amount in EUR',
        ],
        [
          () => {
            assert.match(JSON.stringify(olivia.chat.shown().at(-1)), /"value":"BK-1"/);
            assert.match(JSON.stringify(olivia.chat.shown().at(-1)), /"value":"much"/);
            return Promise.resolve();
          },
        ],
        [
          presses('Mark as received', { day: '2026-03-09', amount: '2.850,00', reference: 'BK-1' }),
          'is in the future',
        ],
        [
          presses('Mark as received', { day: '2026-02-20', amount: '2.850,00', reference: 'BK-1' }),
          'is too early',
        ],
        [
          presses('Mark as received', { day: '2026-03-02', amount: '2850,00', reference: ' ' }),
          'enter the bank’s reference',
        ],
        [
          presses('Mark as received', {
            day: '2026-03-02',
            amount: '2850,00',
            reference: '4111 1111 1111 1111',
          }),
          'could be a card number',
          not('4111'),
        ],
      ]);
      assert.equal((await ordersOf(olivia.bot))[0]?.state, 'proofUnderReview');
      assert.doesNotMatch(olivia.bot.logged(), /4111/);
    }));

  it('an amount that nobody expected is shown as it was read, and counts when it is pressed again', () =>
    withDesk(async ({ admin, olivia }) => {
      await handedIn(admin);
      await talk(olivia, [
        [says('queue')],
        [presses('Money seen')],
        [
          presses('Mark as received', { day: '2026-03-02', amount: '1.845', reference: 'BK-1' }),
          'The amount was read as EUR 1,845.00, where EUR 2,850.00 was expected.',
        ],
        [
          presses('Mark as received', { day: '2026-03-02', amount: '1.846', reference: 'BK-1' }),
          'The amount was read as EUR 1,846.00',
        ],
        [
          presses('Mark as received'),
          'Marked as received: EUR 1,846.00',
          'EUR 1,004.00',
          'Proof under review',
        ],
      ]);
    }));

  it('a newer proof is not decided with the older one’s card', () =>
    withDesk(async ({ admin, olivia }) => {
      const number = await handedIn(admin);
      await talk(olivia, [[says('queue')], [presses('Reject')]]);
      const late = olivia.chat.button('Reject proof');
      await admin.chat.say(`proof ${number}`);
      const { w } = admin;
      await talk(admin, [
        [handsOver({ name: 'second.png', bytes: await png() })],
        [
          presses(w('sendDetails'), { paymentDate: '2026-03-02', account: 'NL91ABNA0417164300' }),
          w('news.proofReceived'),
        ],
      ]);
      const before = olivia.mark();
      await olivia.chat.send(olivia.chat.speaker.submit({ ...late.data, reason: 'no' }, late.card));
      assert.match(olivia.heard(before), /newer payment proof/);
      assert.equal((await ordersOf(olivia.bot))[0]?.state, 'proofUnderReview');
    }));

  it('a proof whose order is over is no longer in the queue', () =>
    withDesk(async ({ admin, olivia }) => {
      const number = await handedIn(admin);
      await talk(olivia, [
        [says('queue'), number],
        [at('2026-04-02T00:00:00Z')],
        [says('queue'), 'There is no payment proof to review.'],
        [says(number), 'Expired', '[Money seen]', not('[Reject]')],
      ]);
    }));
});
