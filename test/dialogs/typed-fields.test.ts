import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { languages } from '../../membership/rules/catalogue.ts';
import { ordered } from '../talks/rows.ts';
import { inEachLanguage, not, says, talk, talkerIn, withBot, type Talker } from '../talks/table.ts';

const iban = 'IE07 SAMP 9900 0012 3456 78';

/** What the waiting card has in its inputs: date, account, reference. */
const filled = ({ chat }: Talker): readonly string[] => {
  const card = JSON.stringify(chat.shown().at(-1));
  return ['paymentDate', 'account', 'reference'].map(
    (id) => new RegExp(`"id":"${id}"[^}]*?"value":"([^"]*)"`).exec(card)?.[1] ?? '',
  );
};

type Message = readonly [text: string, day: string, account: string, reference: string];

/** What people write to a proof that waits for its file, and what then stands on its card. */
const messages: readonly Message[] = [
  // The card's own names, copied and filled in.
  [
    `Payment date: 2 March 2026\nPaid to account number: ${iban}\nTransaction/Ref no: TX-8812`,
    '2026-03-02',
    iban,
    'TX-8812',
  ],
  [
    `Betalingsdatum: 2 maart 2026\nOvergemaakt naar rekeningnummer: ${iban}\nTransactie-/referentienummer: TX-8812`,
    '2026-03-02',
    iban,
    'TX-8812',
  ],
  [
    `Betalningsdatum: 2 mars 2026\nInbetalt till kontonummer: ${iban}\nTransaktions-/referensnummer: TX-8812`,
    '2026-03-02',
    iban,
    'TX-8812',
  ],
  // A number by any of its names, wherever it stands.
  [`ref. nr. 8812/2026 ${iban}`, '', iban, '8812/2026'],
  ['transaction reference 8812', '', '', '8812'],
  ['kenmerk: 8812-7', '', '', '8812-7'],
  // A reference that is also a part of the account.
  [`${iban}, ref 3456`, '', iban, '3456'],
  // One of them alone.
  [iban.replaceAll(' ', '').toLowerCase(), '', iban.replaceAll(' ', '').toLowerCase(), ''],
  ['1 mars 2026', '2026-03-01', '', ''],
  ['account 1234-5678, reference of the payment follows', '', '1234-5678', ''],
];

describe('the proof’s fields in a message', () => {
  for (const language of languages) {
    it(`fill the card that waits for the file (${language})`, () =>
      withBot(async (bot) => {
        const talker = talkerIn(bot, language);
        await talk(talker, ordered(talker));
        for (const [text, ...fields] of messages) {
          await talk(talker, [
            [says('stop')],
            [says('proof'), talker.w('mustShow')],
            [says(text), talker.w('mustShow')],
          ]);
          assert.deepEqual(filled(talker), fields, text);
        }
      }));
  }

  const noDays = ['31-02-2026', '2026-02-31', '31.02.2026', '40/13/2026'];

  inEachLanguage('that can be no day are asked again by what was typed, and are no account', (talker) => {
    const { w, language } = talker;
    return [
      ...ordered(talker),
      ...noDays.flatMap((typed) => [
        [says('stop')] as const,
        [says('proof')] as const,
        [
          says(typed),
          say(language, 'dateUnreadable', { typed }),
          w('accountMissing'),
          not(w('haveFields')),
        ] as const,
        [
          says(`${iban}, ref 8812`),
          say(language, 'dateUnreadable', { typed }),
          not(w('accountMissing')),
        ] as const,
        [says('2 maart 2026'), w('haveFields'), not(say(language, 'dateUnreadable', { typed }))] as const,
        [
          (each: Talker) => {
            assert.deepEqual(filled(each), ['2026-03-02', iban, '8812']);
            return Promise.resolve();
          },
        ] as const,
      ]),
    ];
  });

  it('in English are asked again where day and month could be either', () =>
    withBot((bot) => {
      const talker = talkerIn(bot, 'en');
      return talk(talker, [
        ...ordered(talker),
        [says('proof')],
        [says(`02-03-2026, ${iban}`), '“02-03-2026” can’t be read as a date', not('Enter the account')],
        [says('13-03-2026'), '✔ Details: there'],
      ]);
    }));
});
