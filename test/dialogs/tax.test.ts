import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { dana } from '../../playground/demo/people.ts';
import { ordersOf } from '../talks/orders.ts';
import { inEachLanguage, not, presses, says, type Row, type Talker } from '../talks/table.ts';

const accept = { agreement: 'true' };
const reversed = ({ language }: Talker): string =>
  say(language, 'taxReversed', { amount: '\n' }).split('\n')[1]!;
/** 21 % of 2,850.00, and the sum. */
const withTax = [/598[.,]50/, /3[.,\s]448[.,]50/] as const;
const withoutTax = /2[.,\s]850[.,]00/;

const toDetails = ({ w }: Talker): readonly Row[] => [
  [says('data analytics')],
  [presses(w('subscribe')), w('purchaseDetails')],
];

describe('the tax ID', () => {
  inEachLanguage('taken out brings tax, on the review and on the order', (talker) => {
    const { w } = talker;
    return [
      ...toDetails(talker),
      [presses(w('next'), { taxId: '' }), w('reviewDetails'), ...withTax, not(reversed(talker))],
      [presses(w('submit'), accept), w('news.placed'), ...withTax],
      [
        async ({ bot }) => {
          const [order] = await ordersOf(bot);
          assert.deepEqual([order?.buyer.taxId, order?.quote.tax.treatment], [undefined, 'domestic']);
        },
      ],
    ];
  });

  inEachLanguage('put back takes the tax off again', (talker) => {
    const { w } = talker;
    return [
      ...toDetails(talker),
      [presses(w('next'), { taxId: '' }), ...withTax],
      [presses(w('back')), w('purchaseDetails'), ...withTax],
      [
        presses(w('next'), { taxId: 'NL123456782B90' }),
        w('reviewDetails'),
        reversed(talker),
        withoutTax,
        not(withTax[1]),
      ],
      [presses(w('submit'), accept), w('news.placed'), reversed(talker), withoutTax],
      [
        async ({ bot }) => {
          const [order] = await ordersOf(bot);
          assert.deepEqual(
            [order?.buyer.taxId, order?.quote.tax.treatment, order?.quote.total.minor],
            ['NL123456782B90', 'reverseCharge', 285_000],
          );
        },
      ],
    ];
  });

  inEachLanguage('that does not check out is asked again, shows as typed, and changes no price', (talker) => {
    const { w, language } = talker;
    const wrong = ['NL123456781B90', '123', 'DE136695976', 'NL123456782B90; DROP', '🙂', 'x'.repeat(200)];
    return [
      ...toDetails(talker),
      ...wrong.map((taxId): Row => [
        presses(w('next'), { taxId }),
        say(language, 'taxIdInvalid', { taxId: '\n' }).split('\n')[1]!,
        reversed(talker),
        not(w('reviewDetails')),
      ]),
      [says('next'), say(language, 'taxIdInvalid', { taxId: '\n' }).split('\n')[1]!],
      [presses(w('next'), { taxId: '123456782 B 90' }), w('reviewDetails')],
    ];
  });

  inEachLanguage(
    'is not asked of whom it need not have, but must be right where it is given',
    (talker) => {
      const { w, language } = talker;
      return [
        [says('devops')],
        [presses(w('subscribe')), w('purchaseDetails')],
        [presses(w('next'), { taxId: '00-0000000' }), say(language, 'taxIdInvalid', { taxId: '00-0000000' })],
        [presses(w('next'), { taxId: '' }), w('reviewDetails'), not(reversed(talker))],
        [presses(w('submit'), accept), w('news.placed')],
      ];
    },
    dana,
  );
});

describe('the contact', () => {
  inEachLanguage('is asked for what is missing or no address, by name, and the rest is kept', (talker) => {
    const { w, language } = talker;
    const missing = (...parts: readonly ('name' | 'email' | 'phone')[]): string =>
      say(language, 'contactIncomplete', { missing: parts.map((part) => w(`contact.${part}`)).join(', ') });
    return [
      ...toDetails(talker),
      [
        presses(w('next'), { contactName: ' ', contactEmail: 'alex@', contactPhone: '' }),
        missing('name', 'email', 'phone'),
      ],
      [presses(w('next'), { contactName: 'Zoë Bakker' }), missing('email', 'phone')],
      [presses(w('next'), { contactPhone: '+31 20 1' }), missing('email')],
      [presses(w('next'), { contactEmail: 'zoe@fabrikam.example' }), w('reviewDetails')],
      [presses(w('submit'), accept), w('news.placed')],
      [
        async ({ bot }) =>
          assert.deepEqual((await ordersOf(bot))[0]?.buyer.contact, {
            name: 'Zoë Bakker',
            email: 'zoe@fabrikam.example',
            phone: '+31 20 1',
          }),
      ],
    ];
  });
});
