import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { languages } from '../../membership/rules/catalogue.ts';
import { bankPdf, handsOver } from './files.ts';
import { ordersOf } from './orders.ts';
import { ordered } from './rows.ts';
import { says, talk, talkerIn, withBot } from './table.ts';

const iban = 'IE07 SAMP 9900 0012 3456 78';

/** What is typed to the proof that waits, and what is kept of it: day, account, reference. */
const messages: readonly (readonly [text: string, day: string, account: string, reference?: string])[] = [
  [`2026-03-02, ${iban}, ref TX-8812`, '2026-03-02', iban, 'TX-8812'],
  [`2 maart 2026; ${iban}; referentie: 8812`, '2026-03-02', iban, '8812'],
  [`${iban}\n2 mars 2026\ntransaktion nr 8812/2`, '2026-03-02', iban, '8812/2'],
  [`Paid on 2 March 2026 to ${iban} ref 8812`, '2026-03-02', iban, '8812'],
  [`betald den 1 mars till ${iban}`, '2026-03-01', iban],
  ['20-03-2026 IE07SAMP99000012345678', '2026-03-20', 'IE07SAMP99000012345678'],
  ['yesterday, DE02 1203 0000 0000 2020 51 as agreed', '2026-03-01', 'DE02 1203 0000 0000 2020 51'],
  ['today BE68 5390 0754 7034 ref 123', '2026-03-02', 'BE68 5390 0754 7034', '123'],
  ['2026-03-02, order ORDER 6234461, account 1234-5678', '2026-03-02', '1234-5678'],
  ['2026-03-02 for ORDER to 0012345678', '2026-03-02', '0012345678'],
];

describe('the fields of a proof, typed in one message', () => {
  for (const language of languages) {
    it(`are read as people write them (${language})`, () =>
      withBot(async (bot) => {
        const talker = talkerIn(bot, language);
        await talk(talker, ordered(talker));
        const [order] = await ordersOf(bot);
        for (const [text, paymentDate, account, reference] of messages) {
          await talk(talker, [
            [says('proof')],
            [handsOver(bankPdf)],
            [says(text.replace('ORDER', order!.number)), say(language, 'news.proofReceived')],
          ]);
          const proof = (await ordersOf(bot))[0]?.proofs.at(-1);
          assert.deepEqual(
            [proof?.paymentDate, proof?.account, proof?.reference],
            [paymentDate, account, reference],
            text,
          );
        }
      }));
  }

  it('are not read out of the wire’s reference, which shows the order instead', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, ordered(talker));
      const [order] = await ordersOf(bot);
      await talk(talker, [
        [says('proof')],
        [says(`${order!.number} 6234461`), 'Please go on in the card above'],
        [says(order!.number), 'Wire transfer instructions'],
      ]);
    }));
});
