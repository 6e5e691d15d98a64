import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { dana } from '../../playground/demo/people.ts';
import { jpeg, png } from '../payments/proof/pictures.ts';
import { pdfOf } from '../payments/proof/pdf-files.ts';
import { bankPdf, handsOver, photographs } from './files.ts';
import { ordersOf } from './orders.ts';
import { ordered, rightAccount } from './rows.ts';
import { at, inEachLanguage, not, presses, says, talk, talkerIn, withBot, type Talker } from './table.ts';

const fieldsOf = (talker: Pick<Talker, 'bot'>): Record<string, string> => ({
  paymentDate: '2026-03-02',
  account: rightAccount(talker),
  reference: 'TX-8812',
});

const have = (language: Talker['language'], name: string): string =>
  say(language, 'haveFile', { name, size: 'X' }).split('X')[0]!;

describe('a payment proof', () => {
  inEachLanguage('is handed in: told first what it must show, then the fields, then the file', (talker) => {
    const { w } = talker;
    return [
      ...ordered(talker),
      [
        presses(w('uploadProof')),
        w('paymentProof'),
        w('mustShow'),
        w('paymentDate'),
        w('paidToAccount'),
        w('transactionRef'),
        w('howToAttach'),
      ],
      [presses(w('sendDetails'), fieldsOf(talker)), w('haveFields'), w('lackFile')],
      [handsOver(bankPdf), w('news.proofReceived'), w('order.proofUnderReview'), 'confirmation.pdf ✔'],
      [says('orders'), w('order.proofUnderReview'), not(`[${w('cancelOrder')}]`)],
    ];
  });

  inEachLanguage('may come file first', (talker) => {
    const { w, language } = talker;
    return [
      ...ordered(talker),
      [says('bewijs'), w('paymentProof')],
      [handsOver(bankPdf), have(language, 'confirmation.pdf'), w('lackFields')],
      [presses(w('sendDetails'), { account: 'x' }), w('dateMissing'), have(language, 'confirmation.pdf')],
      [presses(w('sendDetails'), fieldsOf(talker)), w('news.proofReceived')],
    ];
  });

  inEachLanguage('may come as a photo from a phone, with nothing asked before', (talker) => [
    ...ordered(talker),
    [async (each) => photographs(await jpeg())(each), talker.w('paymentProof'), talker.w('lackFields')],
    [
      says(`2026-03-02; ${rightAccount(talker)}; ref TX-8812`),
      talker.w('news.proofReceived'),
      'TX-8812',
      not('✖'),
    ],
  ]);

  inEachLanguage('may come unasked in one message with its fields, and waits for Submit', (talker) => {
    const { w } = talker;
    const text = `2 maart 2026, ${rightAccount(talker)}`;
    return [
      ...ordered(talker),
      [handsOver(bankPdf, text), w('haveFields'), not(w('news.proofReceived')), not('✖')],
      [presses(w('sendDetails')), w('news.proofReceived'), not('✖')],
      [handsOver(bankPdf, text), w('haveFields')],
      [says(w('sendDetails')), w('news.proofReceived'), not('✖')],
    ];
  });

  inEachLanguage('keeps a date that was typed alone, and the card shows it', (talker) => {
    const { w, chat } = talker;
    return [
      ...ordered(talker),
      [says('proof')],
      [says('2 maart 2026'), w('accountMissing'), not(w('dateMissing'))],
      [
        () => {
          assert.match(JSON.stringify(chat.shown().at(-1)), /"value":"2026-03-02"/);
          return Promise.resolve();
        },
      ],
      [handsOver(bankPdf), w('accountMissing')],
      [says(rightAccount(talker)), w('news.proofReceived'), not('✖')],
    ];
  });

  inEachLanguage('is taken with what is wrong marked', ({ w, ...talker }) => [
    ...ordered({ w }),
    [says('proof')],
    [handsOver(bankPdf)],
    [
      presses(w('sendDetails'), { paymentDate: '2026-03-09', account: 'DE02120300000000202051' }),
      w('news.proofReceived'),
      `✖ ${w('mark.futureDate')}`,
      `✖ ${w('mark.otherAccount')}`,
    ],
    [says('proof'), w('paymentProof'), say(talker.language, 'replacesProof', { at: 'X' }).split('X')[0]!],
    [async (each) => handsOver({ name: 'second.png', bytes: await png() })(each)],
    [
      presses(w('sendDetails'), { paymentDate: '2026-03-01', account: rightAccount(talker) }),
      w('news.proofReceived'),
      `✖ ${w('mark.dateBeforeOrder')}`,
      not(w('mark.otherAccount')),
    ],
    [
      async ({ bot }) => {
        const proofs = (await ordersOf(bot)).flatMap((order) => order.proofs);
        assert.deepEqual(
          proofs.map(({ fileName, marks }) => [fileName, marks]),
          [
            ['confirmation.pdf', ['futureDate', 'otherAccount']],
            ['second.png', ['dateBeforeOrder']],
          ],
        );
        for (const { hash } of proofs) assert(await bot.app.store.proofs.get(hash));
      },
    ],
  ]);

  it('asks again for a date that can’t be read, and keeps the account', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      const { account } = fieldsOf(talker);
      await talk(talker, [
        ...ordered(talker),
        [says('proof')],
        [handsOver(bankPdf), '✔ File: confirmation.pdf'],
        [
          presses('Submit', { paymentDate: '31.02.2026', account: account! }),
          '“31.02.2026” can’t be read as a date',
          not('Enter the account number'),
        ],
        [presses('Submit', { paymentDate: '2026-03-02' }), 'Your payment proof has been received.'],
      ]);
    }));

  it('is flagged where another order has the same file', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      const { w } = talker;
      await talk(talker, ordered(talker));
      const [first] = await ordersOf(bot);
      await talk(talker, [
        [says(`proof ${first!.number}`), first!.number],
        [handsOver(bankPdf, `2026-03-02, ${rightAccount(talker)}`), w('news.proofReceived')],
        [at('2026-04-02T00:00:00Z')],
        ...ordered(talker),
        [says('proof'), not(`[${first!.number}]`)],
        [handsOver(bankPdf, `2026-04-02, ${rightAccount(talker)}`), `✖ ${w('mark.alsoFor')}`],
      ]);
      assert.equal((await ordersOf(bot))[1]?.proofs.at(-1)?.alsoFor, first!.number);
    }));

  it('tells nothing where another organisation has the same file, and flags it for the operators', () =>
    withBot(async (bot) => {
      const [alex, other] = [talkerIn(bot, 'en'), talkerIn(bot, 'en', dana)];
      const { w } = alex;
      const handsIn = handsOver(bankPdf, `2026-03-02, ${rightAccount(alex)}`);
      await talk(alex, [
        ...ordered(alex),
        [says('proof'), w('mustShow')],
        [handsIn, w('news.proofReceived')],
      ]);
      await talk(other, [
        [says('cloud platform'), w('offersAvailable')],
        ...ordered(other).slice(1),
        [says('proof'), w('mustShow')],
        [handsIn, 'confirmation.pdf ✔', not(w('mark.alsoFor'))],
      ]);
      const [[first], [second]] = await Promise.all([ordersOf(bot), ordersOf(bot, dana.tenantId)]);
      assert.equal(second?.proofs[0]?.alsoFor, first?.number);
    }));

  it('is not kept where no order waits for one', () =>
    withBot((bot) =>
      talk(talkerIn(bot, 'en'), [
        [handsOver({ name: 'unasked.pdf', bytes: pdfOf(2) }), 'No order is waiting for a payment proof'],
        [says('proof'), 'No order is waiting for a payment proof'],
      ]),
    ));
});
