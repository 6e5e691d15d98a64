import assert from 'node:assert/strict';
import { offerReasonText } from '../../cards/sentences.ts';
import { languages, type Language, type Level } from '../../membership/rules/catalogue.ts';
import type { OrderNumber } from '../../membership/rules/ids.ts';
import type { OfferReason } from '../../membership/rules/refusals.ts';
import { demoImport } from '../../playground/demo/partners.ts';
import {
  colleagues,
  currentPerson,
  dana,
  erik,
  noura,
  type DemoPerson,
} from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { ordersOf } from '../talks/orders.ts';
import {
  inEachLanguage,
  not,
  presses,
  says,
  talk,
  talkerIn,
  today,
  withBot,
  type Talker,
} from '../talks/table.ts';

const [, , isaiah, , lynne] = colleagues;
const subscribe = ({ w }: Pick<Talker, 'w'>): string => `[${w('subscribe')}]`;

/** Why a tile can't be bought, by its level; undefined where it can. */
interface Tiles {
  readonly who: DemoPerson;
  readonly competency: string;
  readonly silver?: OfferReason;
  readonly gold?: OfferReason;
  /** What helps against it. */
  readonly remedy?: Parameters<Talker['w']>[0];
}

const unauthorised: OfferReason = { reason: 'notAuthorised', globalAdmins: ['Megan Bowen'] };
const unverified: OfferReason = { reason: 'accountNotVerified' };
const notMet: OfferReason = { reason: 'requirementsNotMet' };
const alexSilver: OfferReason = {
  reason: 'alreadyActive',
  anniversary: day('2026-10-03'),
  windowOpens: day('2026-10-04'),
};
const nourasGold = { anniversary: day('2026-03-27'), windowOpens: day('2026-03-28') };
const noGold: OfferReason = { reason: 'coveredByGold', until: nourasGold.anniversary };
const gold: OfferReason = { reason: 'alreadyActive', ...nourasGold };

const tiles: readonly Tiles[] = [
  {
    who: isaiah,
    competency: 'Data Analytics',
    silver: unauthorised,
    gold: unauthorised,
    remedy: 'link.roles',
  },
  { who: lynne, competency: 'Security', silver: unauthorised, gold: unauthorised, remedy: 'link.roles' },
  {
    who: erik,
    competency: 'Application Development',
    silver: unverified,
    gold: unverified,
    remedy: 'link.support',
  },
  { who: noura, competency: 'Data Platform', silver: noGold, gold },
  { who: noura, competency: 'DevOps', silver: noGold, gold },
  { who: currentPerson, competency: 'Data Analytics', silver: alexSilver },
  { who: currentPerson, competency: 'Security', silver: alexSilver, gold: notMet, remedy: 'requirements' },
  { who: dana, competency: 'DevOps', gold: notMet, remedy: 'requirements' },
  { who: dana, competency: 'Messaging', silver: notMet, gold: notMet, remedy: 'requirements' },
  { who: dana, competency: 'Cloud Platform' },
];

const levels: readonly Level[] = ['silver', 'gold'];

/** The tile of each level, as it reads: from its title to the next one's. */
const tileTexts = ({ chat, w }: Talker): Readonly<Record<Level, string>> => {
  const [, silver = '', gold = ''] = chat
    .last()
    .split(new RegExp(`^(?:${w('membership.silver')}|${w('membership.gold')})$`, 'm'));
  return { silver, gold };
};

const markOf = ({ reason }: OfferReason): string =>
  reason === 'alreadyActive' || reason === 'coveredByGold' ? '✔' : '✖';

const assertTiles = (talker: Talker, expected: Tiles): void => {
  const shown = tileTexts(talker);
  for (const level of levels) {
    const why = expected[level];
    if (!why) assert.doesNotMatch(shown[level], /[✔✖]/);
    else {
      const sentence = offerReasonText(talker.language, level, why);
      assert(shown[level].includes(`${markOf(why)} ${sentence}`), `${sentence} is not in ${shown[level]}`);
    }
  }
  const sold = levels.filter((level) => !expected[level]).length;
  const buttons = talker.chat.buttons().filter((title) => title === talker.w('subscribe'));
  assert.equal(buttons.length, sold, 'as many Subscribe as there are offers');
  const title = talker.w(sold > 0 ? 'offersAvailable' : 'membershipOffers');
  assert(talker.chat.last().startsWith(`${title}\n${expected.competency}\n`));
};

describe('the reason on an offer tile', () => {
  for (const language of languages) {
    it(`is the first that applies, with what helps against it (${language})`, () =>
      withBot(async (bot) => {
        const talkers = new Map(tiles.map(({ who }) => [who, talkerIn(bot, language, who)]));
        for (const expected of tiles) {
          const talker = talkers.get(expected.who)!;
          const helps = expected.remedy ? [`[${talker.w(expected.remedy)}](http`] : [];
          await talk(talker, [[says(expected.competency), expected.competency, ...helps]]);
          assertTiles(talker, expected);
        }
      }));
  }
});

const ordersGold = ({ w }: Talker) =>
  [
    [says('cloud platform')],
    [says('subscribe gold')],
    [says('next')],
    [says('accept')],
    [says('submit'), w('news.placed')],
  ] as const;

const inProgress = (language: Language, number: OrderNumber): string =>
  offerReasonText(language, 'silver', {
    reason: 'orderInProgress',
    order: number,
    level: 'gold',
    state: 'awaitingTransfer',
  });

describe('an order in progress', () => {
  inEachLanguage(
    'is named on the tiles of its level and of the lower one, with its buttons',
    (talker) => [
      ...ordersGold(talker),
      [
        async (each) => {
          const [order] = await ordersOf(each.bot, dana.tenantId);
          const sentence = `✖ ${inProgress(each.language, order!.number)}`;
          await talk(each, [[says('devops'), sentence, not(subscribe(each))]]);
          assert.equal(each.chat.last().split(sentence).length - 1, 2, 'on both tiles');
        },
      ],
      [presses(talker.w('showOrder')), talker.w('wireInstructions')],
      [says('cloud platform')],
      [presses(talker.w('uploadProof')), talker.w('mustShow')],
      [says('devops')],
      [presses(talker.w('cancelOrder')), talker.w('reallyCancel')],
      [says('yes'), talker.w('news.cancelled')],
      [says('devops'), subscribe(talker), talker.w('offersAvailable')],
    ],
    dana,
  );

  inEachLanguage(
    'is said to whoever presses Subscribe on tiles of before',
    (talker) => [
      [says('cloud platform')],
      ...ordersGold(talker),
      [
        async (each) => {
          const [order] = await ordersOf(each.bot, dana.tenantId);
          const sentence = inProgress(each.language, order!.number);
          await talk(each, [[presses(each.w('subscribe')), sentence, not(each.w('purchaseDetails'))]]);
        },
      ],
      [says('submit'), talker.w('nothingAsked')],
    ],
    dana,
  );
});

describe('where no global admin is known', () => {
  for (const language of languages) {
    it(`the tile has the link that finds one (${language})`, async () => {
      const [fabrikam, ...others] = demoImport(day(today)).partners as readonly { people: object[] }[];
      const people = fabrikam!.people.filter((person) => !JSON.stringify(person).includes('globalAdmin'));
      const partners = { partners: [{ ...fabrikam, people }, ...others] };
      await withBot(
        (bot) => {
          const talker = talkerIn(bot, language, isaiah);
          const { w } = talker;
          return talk(talker, [
            [
              says('security'),
              w('noGlobalAdmin'),
              `[${w('link.findGlobalAdmin')}](http`,
              not(subscribe(talker)),
            ],
          ]);
        },
        { partners },
      );
    });
  }
});
