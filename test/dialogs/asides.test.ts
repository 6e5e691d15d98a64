import assert from 'node:assert/strict';
import { languages, type Language } from '../../membership/rules/catalogue.ts';
import { currentPerson, dana, type DemoPerson } from '../../playground/demo/people.ts';
import { pdfOf } from '../payments/proof/pdf-files.ts';
import { bankPdf, handsOver } from '../talks/files.ts';
import { ordersOf } from '../talks/orders.ts';
import { ordered, rightAccount } from '../talks/rows.ts';
import { presses, says, talk, talkerIn, withBot, type Deed, type Row, type Talker } from '../talks/table.ts';

const ownName: Readonly<Record<Language, string>> = { en: 'english', nl: 'nederlands', sv: 'svenska' };

const sendsSeveralFiles: Deed = ({ chat, bot }) => {
  const url = bot.connector.offer({ bytes: pdfOf(1), contentType: 'application/pdf' });
  const one = chat.speaker.file(url, 'a.pdf');
  const attachments = one['attachments'] as readonly unknown[];
  return chat.send({ ...one, attachments: [...attachments, ...attachments] });
};

/** What is asked or done beside the point, and what the bot says to it, before it asks again. */
const asides = ({ w, language }: Talker): readonly Row[] => [
  [says('help'), w('whatYouCanType')],
  [presses(w('language')), w('chooseLanguage')],
  [says(ownName[language]), w('languageChanged')],
  [says('queue'), w('operatorsOnly')],
  [sendsSeveralFiles, w('severalFiles')],
  [({ chat }) => chat.send(chat.speaker.submit({ v: 0, action: 'orders' })), w('oldCard')],
];

/** A place where the talk waits: the way there, what is asked again, and the answer that goes on. */
interface Waiting {
  readonly where: string;
  readonly who?: DemoPerson;
  readonly there: (talker: Talker) => readonly Row[];
  readonly asked: (talker: Talker) => readonly string[];
  readonly goesOn: (talker: Talker) => Row;
}

const toReview = ({ w }: Talker): readonly Row[] => [
  [says('data analytics')],
  [presses(w('subscribe'))],
  [presses(w('next'), { contactName: 'Zoë Bakker' }), w('reviewDetails')],
];

const twoOrders = ({ w }: Talker): readonly Row[] =>
  ['silver', 'gold'].flatMap((level): readonly Row[] => [
    [says('cloud platform')],
    [says(`subscribe ${level}`)],
    [says('next')],
    [says('accept')],
    [says('submit'), w('news.placed')],
  ]);

const places: readonly Waiting[] = [
  {
    where: 'the choice of a competency',
    there: ({ w }) => [[says('offers')], [presses(w('area.dataAndAi'))]],
    asked: ({ w }) => [w('chooseCompetency'), '[Data Platform]'],
    goesOn: ({ w }) => [presses('Data Platform'), w('feePerLevel')],
  },
  {
    where: 'the tiles',
    there: () => [[says('data analytics')]],
    asked: ({ w }) => [w('offersAvailable'), `[${w('subscribe')}]`],
    goesOn: ({ w }) => [says('subscribe gold'), w('purchaseDetails')],
  },
  {
    where: 'the purchase details, with something wrong in them',
    there: ({ w }) => [
      [says('data analytics')],
      [presses(w('subscribe'))],
      [presses(w('next'), { contactName: 'Zoë Bakker', contactPhone: '' }), w('contact.phone')],
    ],
    asked: ({ w }) => [w('purchaseDetails'), w('contact.phone'), 'value: Zoë Bakker'],
    goesOn: ({ w }) => [presses(w('next'), { contactPhone: '+31 20 1' }), w('reviewDetails')],
  },
  {
    where: 'the review, whose agreement is accepted by a word',
    there: (talker) => [...toReview(talker), [says('accept')]],
    asked: ({ w }) => [w('reviewDetails'), 'value: true'],
    goesOn: ({ w }) => [says('submit'), w('news.placed')],
  },
  {
    where: 'the proof, whose fields are there',
    there: (talker) => [
      ...ordered(talker),
      [says('proof')],
      [says(`2026-03-02; ${rightAccount(talker)}; ref TX-8812`), talker.w('lackFile')],
    ],
    asked: (talker) => [talker.w('haveFields'), `value: ${rightAccount(talker)}`, 'value: TX-8812'],
    goesOn: ({ w }) => [handsOver(bankPdf), w('news.proofReceived'), 'TX-8812'],
  },
  {
    where: 'the proof, whose file is there',
    there: (talker) => [...ordered(talker), [says('proof')], [handsOver(bankPdf), talker.w('lackFields')]],
    asked: ({ w }) => ['confirmation.pdf', w('lackFields')],
    goesOn: (talker) => [
      says(`2026-03-02; ${rightAccount(talker)}`),
      talker.w('news.proofReceived'),
      'confirmation.pdf',
    ],
  },
  {
    where: 'the confirmation of a cancel',
    there: (talker) => [...ordered(talker), [says('cancel'), talker.w('reallyCancel')]],
    asked: ({ w }) => [w('reallyCancel'), `[${w('keepOrder')}]`],
    goesOn: ({ w }) => [says('yes'), w('news.cancelled')],
  },
  {
    where: 'the choice of an order',
    who: dana,
    there: (talker) => [...twoOrders(talker), [says('cancel'), talker.w('chooseForCancel')]],
    asked: ({ w }) => [w('chooseForCancel')],
    goesOn: ({ w }) => [presses(w('cancelOrder')), w('reallyCancel')],
  },
];

/** All that the newest card asks, its inputs' values too. */
const assertAsked = ({ chat }: Talker, asked: readonly string[]): void => {
  const values = JSON.stringify(chat.shown().at(-1)).matchAll(/"value":"([^"]*)"/g);
  const buttons = chat.buttons().map((title) => `[${title}]`);
  const all = [chat.last(), ...buttons, ...[...values].map(([, value]) => `value: ${value}`)].join('\n');
  for (const each of asked) assert(all.includes(each), `missing: ${each}\n--- shown:\n${all}`);
};

describe('what is asked beside the point leaves the talk where it was, a restart too:', () => {
  for (const language of languages)
    for (const { where, who = currentPerson, there, asked, goesOn } of places) {
      it(`${where} (${language})`, () =>
        withBot(async (bot) => {
          const talker = talkerIn(bot, language, who);
          await talk(talker, there(talker));
          assertAsked(talker, asked(talker));
          for (const aside of asides(talker)) {
            await talk(talker, [aside]);
            assertAsked(talker, asked(talker));
          }
          await bot.restart();
          await talk(talker, [goesOn(talker)]);
        }));
    }
});

describe('what was entered before the asides', () => {
  it('is what is ordered', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [...toReview(talker), ...asides(talker), [says('accept')], [says('submit')]]);
      assert.deepEqual(
        (await ordersOf(bot)).map((order) => order.buyer.contact.name),
        ['Zoë Bakker'],
      );
    }));
});
