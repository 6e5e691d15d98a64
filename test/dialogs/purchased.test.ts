import assert from 'node:assert/strict';
import { showDay } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { currentPerson, dana, noura } from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { isCredited } from '../talks/bank.ts';
import { bankPdf, handsOver } from '../talks/files.ts';
import { ordersOf } from '../talks/orders.ts';
import { ordered, rightAccount } from '../talks/rows.ts';
import {
  at,
  inEachLanguage,
  not,
  presses,
  says,
  talk,
  talkerIn,
  withBot,
  type Row,
  type Talker,
} from '../talks/table.ts';

const from = (language: Language, first: string, last: string): string =>
  say(language, 'fromTo', { from: showDay(language, day(first)), to: showDay(language, day(last)) });

/** The tile of the newest order on the card, as its lines. */
const newestTile = ({ chat, w }: Talker): string => chat.last().split(`\n${w('orders')}\n`)[1] ?? '';

describe('purchased offers', () => {
  inEachLanguage(
    'says that nothing was bought, and leads to the offers',
    ({ w }) => [
      [says('orders'), w('purchasedOffers'), w('nothingBought'), not(w('anniversary'))],
      [presses(w('membershipOffers')), w('chooseCompetency')],
    ],
    dana,
  );

  inEachLanguage('shows a membership with its dates, and no order where there is none', (talker) => {
    const { w, language } = talker;
    return [
      [
        says('orders'),
        w('memberships'),
        `${w('membership.silver')}, Data Analytics`,
        `${w('status')}: ${w('standing.active')}`,
        `${w('paidOn')}: ${showDay(language, day('2025-10-03'))}`,
        `${w('anniversary')}: ${showDay(language, day('2026-10-03'))}`,
        `${w('renewalWindow')}: ${from(language, '2026-10-04', '2026-11-02')}`,
        not(w('orderNumber')),
      ],
    ];
  });

  inEachLanguage(
    'shows how a membership stands as its days pass, whether or not a job has run',
    ({ w }) => [
      [at('2026-03-27T23:59:59Z')],
      [says('orders'), `${w('status')}: ${w('standing.active')}`, not(w('standing.inWindow'))],
      [at('2026-03-28T00:00:00Z')],
      [says('orders'), `${w('status')}: ${w('standing.inWindow')}`, w('renewalWindow')],
      [at('2026-04-26T23:59:59Z')],
      [says('orders'), `${w('status')}: ${w('standing.inWindow')}`],
      [at('2026-04-27T00:00:00Z')],
      [says('orders'), `${w('status')}: ${w('standing.lapsed')}`, not(w('renewalWindow'))],
    ],
    noura,
  );

  inEachLanguage('shows of each order what is due, by when, and what its state allows', (talker) => {
    const { w, language } = talker;
    const paid = isCredited({ money: ['EUR', '2850.00'] });
    const allows = (...titles: readonly string[]): Row => [
      (each) => {
        const wanted = [w('showOrder'), ...titles, w('membershipOffers'), w('checkFee')];
        assert.deepEqual(each.chat.buttons(), wanted);
        return Promise.resolve();
      },
    ];
    const state = (name: Parameters<typeof w>[0]) => `${w('status')}: ${w(name)}`;
    return [
      ...ordered(talker),
      [
        says('orders'),
        state('order.awaitingTransfer'),
        new RegExp(`${w('amountDue')}: .*2[.,\\s]850[.,]00`),
        `${w('payBy')}: ${showDay(language, day('2026-04-01'))}`,
      ],
      allows(w('uploadProof'), w('cancelOrder')),
      [handsOver(bankPdf, `2026-03-02, ${rightAccount(talker)}`)],
      [presses(w('sendDetails')), w('news.proofReceived')],
      [says('orders'), state('order.proofUnderReview'), w('payBy')],
      allows(w('uploadProof')),
      [paid, w('news.active')],
      [
        says('orders'),
        state('order.active'),
        new RegExp(`${w('total')}: .*2[.,\\s]850[.,]00`),
        `${w('membership.gold')}, Data Analytics`,
        `${w('anniversary')}: ${showDay(language, day('2027-03-04'))}`,
        say(language, 'ended.upgraded', { day: showDay(language, day('2026-03-04')) }),
        not(w('payBy')),
      ],
      allows(),
    ];
  });

  inEachLanguage('shows what is left to the partner’s credit', (talker) => [
    ...ordered(talker),
    [isCredited({ money: ['EUR', '3000.00'] }), talker.w('news.active')],
    [
      says('orders'),
      new RegExp(say(talker.language, 'creditKept', { credit: 'X' }).split('X')[0]! + '.*150[.,]00'),
    ],
  ]);

  it('shows the newest orders first, tells of older ones, and a number shows one of them', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en', currentPerson);
      for (const minute of [10, 11, 12, 13, 14, 15, 16, 17, 18]) {
        await talk(talker, [
          [at(`2026-03-02T09:${minute}:00Z`)],
          ...ordered(talker),
          [says('cancel')],
          [says('yes'), 'The order is cancelled.'],
        ]);
      }
      const numbers = (await ordersOf(bot)).map(({ number }) => number);
      const [oldest] = numbers;
      await talk(talker, [
        [says('orders'), '1 older order is not shown', not(oldest!)],
        [
          ({ chat }) => {
            const shown = newestTile(talker).match(/(?<=Order number: )\d{10}/g);
            assert.deepEqual(shown, numbers.slice(1).toReversed(), chat.last());
            return Promise.resolve();
          },
        ],
        [says(oldest!), oldest!, 'Cancelled', '[Buy again]'],
        [says(`order ${oldest!}`), oldest!],
      ]);
    }));
});
