import assert from 'node:assert/strict';
import { showDay } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { offerReasonText } from '../../cards/sentences.ts';
import { noura } from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { lineOf } from '../talks/bank.ts';
import { ordersOf, partnerOf } from '../talks/orders.ts';
import { at, inEachLanguage, not, presses, says, type Deed, type Row, type Talker } from '../talks/table.ts';

/** Her gold's last day, and the days within which it is renewed. */
const anniversary = day('2026-03-27');
const opens = '2026-03-28T00:00:00Z';
const lastMoment = '2026-04-26T23:59:59Z';

const buys = ({ w }: Talker): readonly Row[] => [
  [says('data platform'), w('offersAvailable')],
  [says('subscribe gold'), w('purchaseDetails')],
  [presses(w('next')), w('reviewDetails')],
  [presses(w('submit'), { agreement: 'true' }), w('news.placed'), /1[.,\s]438[.,]500/],
];

const pays: Deed = async (talker) => {
  const order = (await ordersOf(talker.bot, noura.tenantId)).at(-1);
  const account = talker.bot.catalogue.bankAccounts['KWD']?.account ?? '';
  const money = ['KWD', '1438.500'] as const;
  const text = `${order!.number} 6518842`;
  await talker.bot.app.credit(await lineOf(talker, { money, valueDate: '2026-05-04', text, account }));
};

const memberships = async ({ bot }: Talker): Promise<readonly string[]> =>
  (await partnerOf(bot, noura.tenantId)).memberships.map((held) => held.anniversary);

describe('a renewal', () => {
  inEachLanguage(
    'is for sale from the day that the tile names, and no day earlier',
    ({ w, language }) => {
      const renews = say(language, 'renewsFrom', { day: showDay(language, anniversary) });
      return [
        [
          says('data platform'),
          offerReasonText(language, 'gold', {
            reason: 'alreadyActive',
            anniversary,
            windowOpens: day('2026-03-28'),
          }),
        ],
        [at('2026-03-27T23:59:59Z')],
        [says('data platform'), not(renews), not(`[${w('subscribe')}]`)],
        [at(opens)],
        [says('data platform'), renews, `[${w('subscribe')}]`],
        [at(lastMoment)],
        [says('data platform'), renews],
        [at('2026-04-27T00:00:00Z')],
        [says('data platform'), not(renews), `[${w('subscribe')}]`, not('✔')],
      ];
    },
    noura,
  );

  inEachLanguage(
    'keeps the benefits until it is paid, and then runs on from the old anniversary',
    (talker) => {
      const { w, language } = talker;
      const renewed = day('2027-03-27');
      return [
        [at(lastMoment)],
        ...buys(talker),
        // The window is over, the order is open.
        [at('2026-05-04T09:00:00Z')],
        [says('orders'), `${w('status')}: ${w('standing.renewing')}`],
        [pays, w('news.active')],
        [says('orders'), `${w('anniversary')}: ${showDay(language, renewed)}`],
        [async (each) => assert.equal((await memberships(each)).at(-1), renewed)],
        [says('data platform'), not(`[${w('subscribe')}]`)],
      ];
    },
    noura,
  );

  inEachLanguage(
    'that is cancelled after the window lets the membership lapse, and a new year is bought',
    (talker) => {
      const { w } = talker;
      return [
        [at(lastMoment)],
        ...buys(talker),
        [at('2026-05-04T09:00:00Z')],
        [says('cancel'), w('reallyCancel')],
        [says('yes'), w('news.cancelled')],
        [says('orders'), `${w('status')}: ${w('standing.lapsed')}`, not(w('standing.renewing'))],
        ...buys(talker),
        [pays, w('news.active')],
        [async (each) => assert.equal((await memberships(each)).at(-1), '2027-05-04')],
      ];
    },
    noura,
  );
});
