import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { dana } from '../../playground/demo/people.ts';
import { orderNumber } from '../support/partner.ts';
import { isCredited } from './bank.ts';
import { bankPdf, handsOver } from './files.ts';
import { ordersOf } from './orders.ts';
import { ordered, rightAccount } from './rows.ts';
import { inEachLanguage, not, presses, says, talk, talkerIn, withBot } from './table.ts';

/** A sentence about the order, without its number and what else it is filled with. */
const about = (
  language: Language,
  key: 'cannotCancel.proofUnderReview' | 'cannotCancel.active' | 'kept',
): string => say(language, key, { number: '\n' }).split('\n')[1]!;

describe('cancelling an order', () => {
  inEachLanguage('asks first, cancels, and offers to buy again', (talker) => {
    const { w } = talker;
    return [
      ...ordered(talker),
      [presses(w('cancelOrder')), w('reallyCancel'), `[${w('keepOrder')}]`, not(w('news.cancelled'))],
      [presses(w('cancelOrder')), w('news.cancelled'), w('order.cancelled'), `[${w('buyAgain')}]`],
      [says('orders'), w('order.cancelled'), not(`[${w('cancelOrder')}]`), not(w('payBy'))],
      [presses(w('buyAgain')), w('offersAvailable')],
      [presses(w('subscribe')), w('purchaseDetails')],
      [presses(w('next')), w('reviewDetails')],
      [presses(w('submit'), { agreement: 'true' }), w('news.placed')],
      [
        async ({ bot }) => {
          const [first, second] = await ordersOf(bot);
          assert.deepEqual([first?.state, second?.state], ['cancelled', 'awaitingTransfer']);
          assert.notEqual(first?.number, second?.number);
        },
      ],
    ];
  });

  const spoken: Readonly<Record<Language, readonly [cancel: string, yes: string, no: string]>> = {
    en: ['cancel', 'yes', 'no'],
    nl: ['annuleren', 'ja', 'nee'],
    sv: ['Annullera!', 'ja', 'behåll'],
  };

  inEachLanguage('can be typed, and thought better of', (talker) => {
    const { w, language } = talker;
    const [cancel, yes, no] = spoken[language];
    return [
      ...ordered(talker),
      [says(cancel), w('reallyCancel')],
      [says(no), about(language, 'kept')],
      [says('orders'), w('order.awaitingTransfer')],
      [says(cancel), w('reallyCancel')],
      [presses(w('keepOrder')), about(language, 'kept')],
      [says(cancel), w('reallyCancel')],
      [says(yes), w('news.cancelled')],
      [says(cancel), w('noOrderToCancel')],
    ];
  });

  inEachLanguage('is not possible while a proof is under review, nor once it is paid', (talker) => {
    const { w, language } = talker;
    return [
      ...ordered(talker),
      [handsOver(bankPdf, `2026-03-02, ${rightAccount(talker)}`)],
      [presses(w('sendDetails')), w('news.proofReceived'), not(`[${w('cancelOrder')}]`)],
      [says('cancel'), about(language, 'cannotCancel.proofUnderReview')],
      [isCredited({ money: ['EUR', '2850.00'] }), w('news.active')],
      [
        async (each) => each.chat.say(`cancel ${(await ordersOf(each.bot))[0]!.number}`),
        about(language, 'cannotCancel.active'),
      ],
    ];
  });

  it('that is answered by neither yes nor no is asked on, and another word leaves it', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [
        ...ordered(talker),
        [says('cancel'), 'Do you want to cancel this order?'],
        [says('perhaps'), 'Please go on in the card above'],
        [says('orders'), 'Purchased offers'],
        [says('yes'), 'I have not asked anything'],
      ]);
      assert.equal((await ordersOf(bot))[0]?.state, 'awaitingTransfer');
    }));

  it('asks which, where several are possible, by button and by number', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en', dana);
      const bought = (level: string) =>
        [[says('cloud platform')], [says(`subscribe ${level}`)], [says('next')], [says('accept')]] as const;
      await talk(talker, [
        ...bought('silver'),
        [says('submit'), 'Your order has been received.'],
        ...bought('gold'),
        [says('submit'), 'Your order has been received.'],
      ]);
      const [silver, gold] = await ordersOf(bot, dana.tenantId);
      await talk(talker, [
        [says('cancel'), 'Which order do you want to cancel?', silver!.number, gold!.number],
        [says(orderNumber(99)), 'Your organisation has no such order.'],
        [says('cancel')],
        [says(silver!.number), 'Do you want to cancel this order?', silver!.number],
        [says('yes'), 'The order is cancelled.'],
        [says('cancel'), 'Do you want to cancel this order?', gold!.number],
      ]);
    }));
});
