import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { areas, languages } from '../../membership/rules/catalogue.ts';
import { dana } from '../../playground/demo/people.ts';
import { competencyNames } from '../support/competency-names.ts';
import { not, presses, says, talk, talkerIn, withBot, type Row, type Talker } from '../talks/table.ts';

const all = areas.flatMap((area) => competencyNames[area]);

/** The tiles of this competency, and of no other. */
const tilesOf = ({ w }: Talker, name: string) =>
  [new RegExp(`^${name}$`, 'm'), w('feePerLevel'), not(w('chooseCompetency'))] as const;

const inTwoPresses = (talker: Talker): readonly Row[] =>
  areas.flatMap((area) =>
    competencyNames[area].flatMap((name): readonly Row[] => [
      [says('offers'), talker.w('chooseCompetency')],
      [presses(talker.w(`area.${area}`)), ...competencyNames[area].map((each) => `[${each}]`)],
      [presses(name), ...tilesOf(talker, name)],
    ]),
  );

/** What is typed, and the one that is meant. */
const parts: Readonly<Record<string, string>> = {
  integration: 'Application Integration',
  datacentre: 'Datacenter',
  erp: 'Enterprise Resource Planning',
  portfolio: 'Project and Portfolio Management',
  'business app': 'Cloud Business Applications',
  collaboration: 'Collaboration and Content',
  productivity: 'Cloud Productivity',
  EMM: 'Enterprise Mobility Management',
  'small midmarket': 'Small and Midmarket Cloud Solutions',
  'Windows & Devices': 'Windows and Devices',
  analitics: 'Data Analytics',
  '  SECURITY! ': 'Security',
};

const several: Readonly<Record<string, readonly string[]>> = {
  application: ['Application Development', 'Application Integration', 'Cloud Business Applications'],
  data: ['Data Analytics', 'Data Platform', 'Datacenter'],
  cloud: [
    'Cloud Platform',
    'Cloud Business Applications',
    'Cloud Productivity',
    'Small and Midmarket Cloud Solutions',
  ],
  management: ['Project and Portfolio Management', 'Enterprise Mobility Management'],
};

describe('every competency', () => {
  for (const language of languages) {
    const inTalk = (title: string, rows: (talker: Talker) => readonly Row[]): void => {
      it(`${title} (${language})`, () =>
        withBot(async (bot) => {
          const talker = talkerIn(bot, language, dana);
          await talk(talker, rows(talker));
        }));
    };

    inTalk('is two presses away', inTwoPresses);

    inTalk('is found by its whole name, asked for or not', (talker) =>
      all.flatMap((name): readonly Row[] => [
        [says(name.toLowerCase()), ...tilesOf(talker, name)],
        [says('fee'), talker.w('chooseForFee')],
        [says(name), say(language, 'feeFor', { competency: name })],
      ]),
    );

    inTalk('is found by a part of its name', (talker) =>
      Object.entries(parts).map(([typed, name]) => [says(typed), ...tilesOf(talker, name)]),
    );

    inTalk('is among several that match, where one part is of many', (talker) =>
      Object.entries(several).flatMap(([typed, names]): readonly Row[] => [
        [
          says(typed),
          say(language, 'severalMatch', { count: names.length, typed }),
          ...names.map((name) => `[${name}]`),
        ],
        [presses(names.at(-1)!), ...tilesOf(talker, names.at(-1)!)],
      ]),
    );
  }

  it('is in the catalogue, and no other is', () =>
    withBot((bot) => {
      assert.deepEqual(bot.catalogue.competencies.map(({ name }) => name).toSorted(), [...all].toSorted());
      return Promise.resolve();
    }));
});
