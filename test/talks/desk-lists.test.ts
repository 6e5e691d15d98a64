import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import type { PaymentId } from '../../membership/rules/ids.ts';
import { amount, isCredited } from './bank.ts';
import { atDeskInEachLanguage, handedIn, withDesk } from './desk.ts';
import { ordersOf, partnerOf } from './orders.ts';
import { ordered } from './rows.ts';
import { at, not, presses, says, talk } from './table.ts';

describe('at the desk: lists and search', () => {
  atDeskInEachLanguage('what waits is on its list, and each row opens it', async ({ admin, olivia }) => {
    const { w, language } = olivia;
    const counted = (title: string, count: number) => say(language, 'counted', { title, count });
    const number = await handedIn(admin);
    await talk(olivia, [
      [
        says(w('typed.desk')),
        counted(w('list.proof'), 1),
        counted(w('list.refund'), 0),
        counted(w('list.open'), 1),
        counted(w('list.expiring'), 0),
      ],
      [presses(counted(w('list.proof'), 1)), w('list.proof'), `${number} · Fabrikam B.V.`],
      [
        presses(`${number} · Fabrikam B.V.`),
        say(language, 'orderHeading', { number }),
        `[${w('open.receive')}]`,
      ],
      [at('2026-03-26T10:00:00Z')],
      [says(w('list.expiring')), `${number} · Fabrikam B.V.`, w('order.proofUnderReview')],
      [at('2026-04-02T10:00:00Z')],
      [says(w('list.open')), w('listEmpty'), not(number)],
      [says(number), w('order.expired')],
    ]);
  });

  atDeskInEachLanguage(
    'an order number, an MPN ID and a name are found, typed or in the field',
    async ({ admin, olivia }) => {
      const { w, language } = olivia;
      const number = await handedIn(admin);
      await talk(olivia, [
        [says(number), say(language, 'orderHeading', { number })],
        [says(`order ${number}`), say(language, 'orderHeading', { number })],
        [says('6234461'), 'Fabrikam B.V.', number],
        [says('fabrikam'), 'Fabrikam B.V.', number],
        [says('FÁBRI'), 'Fabrikam B.V.'],
        [says('zzz'), say(language, 'nothingFound', { typed: 'zzz' })],
        [says('999'), say(language, 'nothingFound', { typed: '999' })],
        // Several organisations have an "a" in their name.
        [says('a'), /Fabrikam B\.V\.[^]*Nordvind/],
        [says(w('typed.desk'))],
        [presses(w('search'), { query: number }), say(language, 'orderHeading', { number })],
        [presses(w('search'), { query: '' }), w('deskTitle')],
        [presses(w('search'), { query: 'nordvind' }), 'Nordvind Handel AB', w('partnerNothing')],
      ]);
    },
  );

  it('a list has eight to a page, oldest first', () =>
    withDesk(async ({ admin, olivia, bot }) => {
      await talk(admin, ordered(admin));
      const { partners } = bot.app.store;
      const { mpnId } = await partnerOf(bot);
      const left = amount('EUR', '1.00');
      const [order] = await ordersOf(bot);
      assert(order);
      await partners.change(mpnId, (partner) => ({
        kind: 'commit',
        partner: {
          ...partner,
          credits: Array.from({ length: 20 }, (_, nth) => ({
            id: `credit-${nth}` as PaymentId,
            left: { ...left, minor: 100 + nth },
            from: order.number,
            since: order.lastDay,
          })),
        },
        answer: undefined,
      }));
      await talk(olivia, [
        [says('credits'), '1 to 8 of 20, oldest first', 'Credit EUR 1.00', not('[Previous page]')],
        [presses('Next page'), '9 to 16 of 20'],
        [presses('Next page'), '17 to 20 of 20', not('[Next page]')],
        [presses('Previous page'), '9 to 16 of 20'],
      ]);
    }));
});

describe('at the desk: the history of an order', () => {
  atDeskInEachLanguage('who, what, when, through what, newest first', async ({ admin, olivia }) => {
    const { w, language } = olivia;
    const number = await handedIn(admin);
    await talk(olivia, [
      [says('queue')],
      [presses(w('open.reject'))],
      [presses(w('do.reject'), { reason: 'Blurred.' })],
      [
        presses(w('history')),
        say(language, 'historyOf', { number }),
        say(language, 'did.proofRejected', { reason: 'Blurred.' }),
        say(language, 'by.operator', { name: 'Olivia Brandt' }),
        w('through.card'),
        w('did.proofSubmitted'),
        'Alex Wilber',
        'UTC',
        say(language, 'did.agreementAccepted', { version: '2021-01' }).split('2021')[0] ?? '',
      ],
    ]);
    const words = olivia.chat.last();
    assert(words.indexOf('Blurred.') < words.indexOf(w('did.proofSubmitted')), 'newest first');
  });

  it('tells of an order that has expired before any job has run', () =>
    withDesk(async ({ admin, olivia }) => {
      const number = await handedIn(admin);
      await talk(olivia, [
        [at('2026-04-05T10:00:00Z')],
        [says(number), 'Expired'],
        [presses('History'), 'Expired: not paid in time', '2 April 2026 at 00:00 UTC'],
      ]);
    }));
});

describe('at the desk: money', () => {
  atDeskInEachLanguage(
    'a transfer is marked without a proof, and the statement adds nothing',
    async ({ admin, olivia }) => {
      const { w } = olivia;
      await talk(admin, ordered(admin));
      const number = (await ordersOf(olivia.bot))[0]?.number ?? '';
      await talk(olivia, [
        [says(number), w('order.awaitingTransfer'), not(`[${w('open.reject')}]`)],
        [presses(w('open.receive'))],
        [
          presses(w('do.receive'), { day: '2026-03-02', amount: '2850,00', reference: 'BK-77120' }),
          w('order.active'),
        ],
      ]);
      await isCredited({ money: ['EUR', '2850.00'], valueDate: '2026-03-02' })(admin);
      await talk(olivia, [
        [says(w('list.credit')), w('listEmpty')],
        [says(number), w('order.active')],
        [presses(w('history')), w('did.lineConfirmed')],
      ]);
      const [order] = await ordersOf(olivia.bot);
      assert.deepEqual(
        order?.payments.map((payment) => payment.amount.minor),
        [285_000],
      );
    },
  );

  atDeskInEachLanguage(
    'a held bank line is put on the order that it was meant for',
    async ({ admin, olivia }) => {
      const { w, language } = olivia;
      await talk(admin, ordered(admin));
      const number = (await ordersOf(olivia.bot))[0]?.number ?? '';
      await isCredited({ money: ['EUR', '2850.00'], text: 'membership fee' })(admin);
      olivia.bot.clock.set('2026-03-05T10:00:00Z');
      await talk(olivia, [
        [says(w('list.held')), w('heldWhy.noReference')],
        [
          async ({ chat }) => {
            const row = chat.buttons().find((title) => title.includes('850')) ?? '';
            await chat.press(row);
          },
          w('heldTitle'),
          'membership fee',
        ],
        [presses(w('open.place')), w('form.place')],
        [presses(w('do.place'), { toOrder: '123' }), say(language, 'orderUnreadable', { typed: '123' })],
        [presses(w('do.place'), { toOrder: '5500000006' }), /5500000006/, w('form.place')],
        [presses(w('do.place'), { toOrder: number }), w('done.place'), w('order.active')],
        [says(w('list.held')), w('listEmpty')],
      ]);
    },
  );

  atDeskInEachLanguage('money in another currency is paid back', async ({ admin, olivia }) => {
    const { w } = olivia;
    await talk(admin, ordered(admin));
    await isCredited({ money: ['USD', '2850.00'], valueDate: '2026-03-02' })(admin);
    const before = admin.mark();
    await talk(olivia, [
      [says(w('list.held')), w('heldWhy.wrongCurrency'), 'Fabrikam'],
      [
        async ({ chat }) => {
          await chat.press(chat.buttons().find((title) => title.includes('850')) ?? '');
        },
        w('heldTitle'),
      ],
      [presses(w('open.payBack')), w('form.payBack'), w('field.paidOn')],
      [
        presses(w('do.payBack'), { day: '2026-03-02', amount: '2850', reference: 'OUT-1' }),
        w('order.awaitingTransfer'),
        'USD',
      ],
      [says(w('list.held')), w('listEmpty')],
    ]);
    assert.match(admin.heard(before), /USD/);
  });

  atDeskInEachLanguage(
    'a refund that was asked for is paid by the bank, or declined with a reason',
    async ({ admin, olivia }) => {
      const { w } = olivia;
      await talk(admin, ordered(admin));
      await isCredited({ money: ['EUR', '2850.00'], valueDate: '2026-03-02' })(admin);
      const number = (await ordersOf(olivia.bot))[0]?.number ?? '';
      const ask = [
        [says('refund')],
        [presses(admin.w('requestRefund')), admin.w('news.refundRequested')],
      ] as const;
      await talk(admin, ask);
      const before = admin.mark();
      await talk(olivia, [
        [says(w('list.refund')), number],
        [presses(`${number} · Fabrikam B.V.`), w('refundRequestFact')],
        [presses(w('open.decline'))],
        [
          presses(w('do.decline'), { reason: 'Benefits were used.' }),
          'Benefits were used.',
          w('order.active'),
        ],
      ]);
      assert.match(admin.heard(before), /Benefits were used\./);
      await talk(admin, ask);
      await talk(olivia, [
        [says(number), `[${w('open.refund')}]`],
        [presses(w('open.refund')), /2.?850[.,]00/],
        [
          presses(w('do.refundBank'), { day: '2026-03-02', amount: '2850', reference: 'OUT-2' }),
          w('done.refund'),
          w('order.refunded'),
        ],
      ]);
      assert.equal((await ordersOf(olivia.bot))[0]?.state, 'refunded');
    },
  );
});
