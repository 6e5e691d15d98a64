import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { dana } from '../../playground/demo/people.ts';
import { ordersOf } from './orders.ts';
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
} from './table.ts';

const accept = { agreement: 'true' };

/** From the tile to the order number, the toggle of the agreement being the fourth touch. */
const byButtons = ({ w }: Talker): readonly Row[] => [
  [says('data analytics'), w('offersAvailable')],
  [presses(w('subscribe')), w('purchaseDetails'), w('selectPayment'), '6234461'],
  [presses(w('next')), w('reviewDetails'), w('wireInstructions'), w('amountDue'), w('agreement')],
  [
    presses(w('submit'), accept),
    w('news.placed'),
    w('orderNumber'),
    w('mpnId'),
    /\b[1-9]\d{9} 6234461\b/,
    `[${w('uploadProof')}]`,
    `[${w('cancelOrder')}]`,
  ],
];

/** The words that do the same, whatever the person's language. */
const typed: Readonly<Record<Language, readonly string[]>> = {
  en: ['subscribe gold', 'next', 'accept', 'submit'],
  nl: ['abonneren gold', 'volgende', 'akkoord', 'order plaatsen'],
  sv: ['prenumerera guld', 'nästa', 'godkänn', 'skicka'],
};

describe('buying by transfer', () => {
  inEachLanguage('takes Subscribe, Next, the agreement and Submit', byButtons);

  for (const [spoken, [subscribe, next, agree, submit]] of Object.entries(typed)) {
    inEachLanguage(`can be typed wholly, in the words of ${spoken}`, ({ w }) => [
      [says('data analytics'), w('offersAvailable')],
      [says(subscribe!), w('purchaseDetails')],
      [says(next!), w('reviewDetails')],
      [says(agree!), w('reviewDetails')],
      [says(submit!), w('news.placed'), w('orderNumber')],
    ]);
  }

  inEachLanguage('is not gone on with before the agreement is accepted', ({ w }) => [
    ...byButtons({ w } as Talker).slice(0, 3),
    [presses(w('submit'), { agreement: 'false' }), w('agreementNotAccepted'), not(w('news.placed'))],
    [says('submit'), w('agreementNotAccepted')],
    [presses(w('submit'), accept), w('news.placed')],
  ]);

  inEachLanguage('goes back from the review to the details, with what was entered', ({ w }) => [
    [says('data analytics')],
    [presses(w('subscribe')), w('purchaseDetails')],
    [presses(w('next'), { contactName: 'Zoë Bakker' }), w('reviewDetails')],
    [presses(w('back')), w('purchaseDetails')],
    [presses(w('next')), w('reviewDetails')],
    [presses(w('submit'), accept), w('news.placed')],
    [({ bot }) => ordersOf(bot).then(([order]) => assert.equal(order?.buyer.contact.name, 'Zoë Bakker'))],
  ]);

  inEachLanguage('names what is wrong in the details, and keeps the rest', ({ w, language }) => [
    [says('data analytics')],
    [presses(w('subscribe')), w('purchaseDetails')],
    [
      presses(w('next'), { taxId: 'NL123456781B90', contactPhone: '', contactName: 'Zoë Bakker' }),
      say(language, 'taxIdInvalid', { taxId: 'NL123456781B90' }),
      say(language, 'contactIncomplete', { missing: w('contact.phone') }),
      not(w('reviewDetails')),
    ],
    [
      presses(w('next'), { contactPhone: '+31 20 1' }),
      say(language, 'taxIdInvalid', { taxId: 'NL123456781B90' }),
    ],
    [presses(w('next'), { taxId: ' nl 1234 56782 b90 ' }), w('reviewDetails')],
    [presses(w('submit'), accept), w('news.placed')],
    [
      async ({ bot }) => {
        const [order] = await ordersOf(bot);
        assert.deepEqual(
          { ...order?.buyer.contact, taxId: order?.buyer.taxId },
          {
            name: 'Zoë Bakker',
            email: 'alexw@example.com',
            phone: '+31 20 1',
            taxId: 'NL123456782B90',
          },
        );
      },
    ],
  ]);

  inEachLanguage('says that a card payment comes later', ({ w, language }) => [
    [says('data analytics')],
    [presses(w('subscribe')), say(language, 'methodOff.notYet', { method: w('method.card') })],
    [says('card'), say(language, 'methodNotOffered', { method: w('method.card') })],
    [says('transfer'), w('reviewDetails')],
  ]);

  inEachLanguage('charges tax once the tax ID for the reverse charge is gone', ({ w, language }) => [
    [says('data analytics'), say(language, 'taxReversed', { amount: 'X' }).split('X')[1]!],
    [presses(w('subscribe'))],
    [presses(w('next'), { taxId: '' }), w('reviewDetails'), /\(21 ?%\)/],
  ]);

  inEachLanguage('shows the same order at every place that shows it', ({ w }) => [
    ...byButtons({ w } as Talker),
    [says('orders'), w('purchasedOffers'), w('order.awaitingTransfer'), w('payBy'), `[${w('cancelOrder')}]`],
    [presses(w('showOrder')), w('wireInstructions'), w('order.awaitingTransfer')],
    [
      async (talker) =>
        talk(talker, [[says((await ordersOf(talker.bot))[0]!.number), w('wireInstructions')]]),
    ],
  ]);
});

describe('an upgrade', () => {
  inEachLanguage('costs 25 % less on the tile, the details, the review and the order', ({ w, language }) => {
    const discount = say(language, 'discountRate', { percent: language === 'sv' ? '25 %' : '25%' });
    const shown = [discount, /2[.,\s]850[.,]00/] as const;
    return [
      [says('data analytics'), ...shown, /3[.,\s]800[.,]00/],
      [presses(w('subscribe')), ...shown, w('silverNotRefundable')],
      [presses(w('next')), ...shown],
      [presses(w('submit'), accept), ...shown],
      [says('orders'), /2[.,\s]850[.,]00/],
    ];
  });
});

describe('a purchase', () => {
  it('of one who may choose between levels asks for the level', () =>
    withBot((bot) =>
      talk(talkerIn(bot, 'en', dana), [
        [says('cloud platform'), 'Offers available for purchase'],
        [says('subscribe'), not('Purchase details')],
        [says('subscribe silver'), 'Purchase details', 'Silver membership: Cloud Platform'],
        [says('back'), not('order')],
      ]),
    ));

  it('is an order in progress on the tiles of its level and of the lower one', () =>
    withBot((bot) =>
      talk(talkerIn(bot, 'en', dana), [
        [says('cloud platform')],
        [says('subscribe gold')],
        [says('next')],
        [says('accept')],
        [says('submit'), 'Your order has been received'],
        [
          says('cloud platform'),
          /Order \d{10} for Silver is in progress|Order \d{10} for Gold is in progress/,
        ],
        [says('devops'), /Order \d{10} for Gold is in progress/, not('[Subscribe]')],
      ]),
    ));

  it('can be left by a word, and nothing is changed', () =>
    withBot(async (bot) => {
      await talk(talkerIn(bot, 'en'), [
        [says('data analytics')],
        [presses('Subscribe')],
        [presses('Next')],
        [says('stop'), 'Stopped. Nothing was changed.'],
        [says('submit'), 'I have not asked anything'],
        [says('orders'), not('Awaiting transfer')],
        [says('avsluta'), 'There is nothing to stop.'],
      ]);
      assert.deepEqual(await ordersOf(bot), []);
    }));

  it('whose day has passed expires by itself, and can be bought again', () =>
    withBot((bot) =>
      talk(talkerIn(bot, 'en'), [
        ...byButtons(talkerIn(bot, 'en')),
        [at('2026-04-01T23:59:59Z'), /^$/],
        [says('orders'), 'Awaiting transfer', not('Expired')],
        [at('2026-04-02T00:00:00Z'), /^$/],
        [says('orders'), 'Expired', not('[Cancel Order]')],
        [says('cancel'), 'There is no order that can be cancelled.'],
        [says('proof'), 'No order is waiting for a payment proof.'],
        ...byButtons(talkerIn(bot, 'en')),
      ]),
    ));
});
