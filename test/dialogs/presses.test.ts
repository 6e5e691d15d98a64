import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { buttonsOf, wordsOf } from '../support/chat.ts';
import { bankPdf, handsOver } from '../talks/files.ts';
import { ordered, rightAccount } from '../talks/rows.ts';
import { inEachLanguage, plain, presses, says, type Row, type Talker } from '../talks/table.ts';

/** The chat from the top, a message a line: its first words, and its buttons. */
const screen = ({ chat }: Talker): readonly string[] =>
  chat.shown().map((shown) => {
    const buttons = buttonsOf(shown).map(({ title }) => `[${title}]`);
    return plain([wordsOf(shown)[0], ...buttons].join(' '));
  });

const looks = (...lines: readonly string[]): Row => [
  (talker) => {
    assert.deepEqual(screen(talker), lines);
    return Promise.resolve();
  },
];

const tiles = ({ w }: Talker) => `${w('offersAvailable')} [${w('subscribe')}] [${w('otherCompetency')}]`;
const details = ({ w }: Talker) => `${w('purchaseDetails')} [${w('next')}] [${w('stop')}]`;
const review = ({ w }: Talker) => `${w('reviewDetails')} [${w('back')}] [${w('submit')}]`;
const goldOf = ({ w }: Talker) => `${w('membership.gold')}, Data Analytics`;
const waits = (talker: Talker) => {
  const { w } = talker;
  return `${goldOf(talker)} [${w('uploadProof')}] [${w('cancelOrder')}] [${w('purchasedOffers')}]`;
};
const cancelled = (talker: Talker) =>
  `${goldOf(talker)} [${talker.w('buyAgain')}] [${talker.w('purchasedOffers')}]`;

const dues: Readonly<Record<Language, string>> = {
  en: 'EUR 2,850.00',
  nl: 'EUR 2.850,00',
  sv: '2 850,00 EUR',
};

describe('what the chat looks like', () => {
  inEachLanguage(
    'three presses and the agreement from the tile to the order, in one card that changes',
    (talker) => {
      const { w } = talker;
      return [
        [says('data analytics')],
        looks(tiles(talker)),
        [presses(w('subscribe'))],
        looks(details(talker)),
        [presses(w('next'))],
        looks(review(talker)),
        [presses(w('submit'), { agreement: 'true' })],
        looks(waits(talker)),
      ];
    },
  );

  inEachLanguage('by words, each card but the newest becomes a line', (talker) => {
    const { w, language } = talker;
    const reviewed = `${w('reviewDetails')}: ${w('amountDue')} `;
    const placed = (): string => screen(talker).at(-2)!;
    return [
      [says('data analytics')],
      [says('subscribe gold')],
      looks(tiles(talker), details(talker)),
      [says('next')],
      looks(tiles(talker), `${reviewed}${dues[language]}`, review(talker)),
      [says('accept')],
      [says('submit')],
      [
        (each) => {
          const lines = screen(each);
          assert.deepEqual(
            lines.filter((line) => line.includes('[')),
            [tiles(each), waits(each)],
          );
          assert(placed().startsWith(w('news.placed')), placed());
          return Promise.resolve();
        },
      ],
    ];
  });

  inEachLanguage('the way through the areas is one card', (talker) => {
    const { w } = talker;
    return [
      [says('offers')],
      [presses(w('area.dataAndAi'))],
      [presses(w('allAreas'))],
      [presses(w('area.dataAndAi'))],
      [presses('Data Analytics')],
      looks(tiles(talker)),
    ];
  });

  inEachLanguage('an order has one card, from Submit to the cancel', (talker) => {
    const { w } = talker;
    return [
      ...ordered(talker),
      looks(waits(talker)),
      [presses(w('cancelOrder')), w('reallyCancel')],
      [presses(w('cancelOrder')), w('news.cancelled')],
      [
        (each) => {
          const withButtons = screen(each).filter((line) => line.includes('['));
          assert.deepEqual(withButtons, [cancelled(each)]);
          return Promise.resolve();
        },
      ],
    ];
  });

  inEachLanguage('a proof handed in leaves no form behind', (talker) => {
    const { w, language } = talker;
    const received = say(language, 'news.proofReceived');
    return [
      ...ordered(talker),
      [presses(w('uploadProof')), w('mustShow')],
      [presses(w('sendDetails'), { paymentDate: '2026-03-02', account: rightAccount(talker) })],
      [handsOver(bankPdf), received],
      [
        (each) => {
          const lines = screen(each);
          assert(!lines.some((line) => line.includes(`[${w('sendDetails')}]`)), lines.join('\n'));
          const buttons = `[${w('uploadProof')}] [${w('purchasedOffers')}]`;
          assert.deepEqual(
            lines.filter((line) => line.includes('[')),
            [`${goldOf(each)} ${buttons}`],
          );
          return Promise.resolve();
        },
      ],
    ];
  });
});
