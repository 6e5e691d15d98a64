import assert from 'node:assert/strict';
import { showDay, showMoney } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { currentPerson, noura } from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { isCredited, lineOf } from './bank.ts';
import { atDeskInEachLanguage } from './desk.ts';
import { ordersOf, partnerOf } from './orders.ts';
import { ordered } from './rows.ts';
import {
  at,
  inEachLanguage,
  not,
  presses,
  says,
  talk,
  talkerIn,
  type Deed,
  type Row,
  type Talker,
} from './table.ts';

/** Gold, bought with the discount and paid on 4 March 2026. */
const paid = (talker: Talker): readonly Row[] => [
  ...ordered(talker),
  [at('2026-03-04T10:00:00Z')],
  [isCredited({ money: ['EUR', '2850.00'] }), talker.w('news.active')],
];

const asks: Readonly<Record<Language, string>> = {
  en: 'refund',
  nl: 'terugbetaling',
  sv: 'återbetalning',
};

const showsOrder: Deed = async ({ bot, chat }) => chat.say((await ordersOf(bot))[0]!.number);

describe('a refund request', () => {
  inEachLanguage('says what goes back and what ends, and is then for an operator to decide', (talker) => {
    const { w, language } = talker;
    return [
      ...paid(talker),
      [showsOrder, `[${w('requestRefund')}]`],
      [
        presses(w('requestRefund')),
        say(language, 'refund.toBank', {
          amount: { en: 'EUR 2,850.00', nl: 'EUR 2.850,00', sv: '2 850,00 EUR' }[language],
        }),
        w('refund.ends'),
        say(language, 'refund.silverBack', { day: showDay(language, day('2026-10-03')) }),
        w('refund.decides'),
        `[${w('refund.keep')}]`,
      ],
      [
        presses(w('requestRefund'), { reason: 'Bought twice' }),
        w('news.refundRequested'),
        say(language, 'refundPendingBy', {
          name: currentPerson.name,
          day: showDay(language, day('2026-03-04')),
        }),
        not(`[${w('requestRefund')}]`),
      ],
      [
        async ({ bot }) => {
          const [order] = await ordersOf(bot);
          assert.equal(order?.state, 'active');
          assert.equal(order.refundRequest?.reason, 'Bought twice');
        },
      ],
      [
        says(asks[language]),
        say(language, 'refundNotPossible.alreadyRequested', { number: '\n' }).split('\n')[1]!,
      ],
    ];
  });

  atDeskInEachLanguage('of a renewal says until when the benefits go on', async ({ bot, olivia }) => {
    const nouras = talkerIn(bot, olivia.language, noura);
    const { w, language } = nouras;
    const closes = { day: showDay(language, day('2026-04-26')) };
    const orderNow = async () => (await ordersOf(bot, noura.tenantId))[0]!;
    await talk(nouras, [
      [at('2026-03-28T09:00:00Z')],
      [says('renew'), w('purchaseDetails')],
      [presses(w('next'))],
      [presses(w('submit'), { agreement: 'true' }), w('news.placed')],
      [
        async () => {
          const { number, account, quote } = await orderNow();
          const line = await lineOf(nouras, {
            money: ['KWD', '1.000'],
            valueDate: '2026-03-28',
            text: number,
          });
          await bot.app.credit({ ...line, account: account!.account, amount: quote.total });
        },
        w('news.active'),
      ],
      [says(asks[language]), say(language, 'refund.yearEnds', closes), not(w('refund.ends'))],
      [presses(w('requestRefund')), w('news.refundRequested')],
    ]);
    const { number, quote } = await orderNow();
    const paidBack = { day: '2026-03-28', amount: showMoney(language, quote.total), reference: 'OUT-1' };
    const before = nouras.mark();
    await talk(olivia, [
      [says(number)],
      [presses(w('open.refund'))],
      [presses(w('do.refundBank'), paidBack), w('done.refund')],
    ]);
    await bot.app.settled();
    assert.ok(nouras.heard(before).includes(say(language, 'next.refundedYear', closes)));
    await talk(nouras, [
      [says(number), say(language, 'next.refundedYear', closes), not(w('next.refunded'))],
      [at('2026-04-27T00:00:00Z')],
      [says(number), w('next.refunded'), not(closes.day)],
    ]);
  });

  inEachLanguage('can be thought better of', (talker) => {
    const { w, language } = talker;
    return [
      ...paid(talker),
      [says(asks[language]), w('refund.ends')],
      [presses(w('refund.keep')), say(language, 'refund.kept', { number: '\n' }).split('\n')[0]!],
      [says(asks[language]), w('refund.ends')],
      [says(w('refund.keep')), say(language, 'refund.kept', { number: '\n' }).split('\n')[0]!],
      [
        async ({ bot }) => {
          assert.equal((await ordersOf(bot))[0]?.refundRequest, undefined);
        },
      ],
    ];
  });

  inEachLanguage('is possible to the end of day 30, and then says until when it was', (talker) => {
    const { w, language } = talker;
    return [
      ...paid(talker),
      [at('2026-04-03T23:59:59Z')],
      [says(asks[language]), w('refund.ends')],
      [at('2026-04-04T00:00:00Z')],
      [says('stop')],
      [says(asks[language]), showDay(language, day('2026-04-03')), not(w('refund.ends'))],
      [showsOrder, not(`[${w('requestRefund')}]`)],
    ];
  });

  inEachLanguage(
    'needs an order that is paid',
    ({ w, language }) => [[says(asks[language]), w('noOrderToRefund')]],
    noura,
  );

  inEachLanguage('that is pressed twice asks once', (talker) => {
    const { w, language } = talker;
    return [
      ...paid(talker),
      [says(asks[language])],
      [
        async ({ chat }) => {
          const { data, card } = chat.button(w('requestRefund'));
          await chat.send(chat.speaker.submit(data, card));
          await chat.send(chat.speaker.submit(data, card));
        },
        w('news.refundRequested'),
      ],
      [
        async ({ bot }) => {
          const { history } = await partnerOf(bot);
          assert.equal(history.filter(({ event }) => event.type === 'refundRequested').length, 1);
        },
      ],
    ];
  });
});
