import { say } from '../../cards/say.ts';
import { colleagues, dana, erik, noura } from '../../playground/demo/people.ts';
import { inEachLanguage, not, presses, says } from './table.ts';

const [, , isaiah, patti, lynne] = colleagues;

const bracketed = (title: string): string => `[${title}]`;

describe('choosing a competency', () => {
  inEachLanguage('takes two presses', ({ w }) => [
    [says('offers'), w('chooseCompetency'), bracketed(w('area.dataAndAi'))],
    [presses(w('area.dataAndAi')), '[Data Analytics]', '[Data Platform]', not('[DevOps]')],
    [presses('Data Platform'), w('feePerLevel'), 'Data Platform', w('membership.silver')],
  ]);

  inEachLanguage('goes back to the areas', ({ w }) => [
    [says('aanbiedingen'), w('chooseCompetency')],
    [presses(w('area.businessApplications')), '[Enterprise Resource Planning]'],
    [presses(w('allAreas')), bracketed(w('area.modernWork'))],
  ]);

  inEachLanguage('understands a part of the name, a slip, and initials', ({ w, language }) => [
    [says('analytics'), w('feePerLevel'), 'Data Analytics'],
    [says('devosp'), w('feePerLevel'), 'DevOps'],
    [says('ERP'), w('feePerLevel'), 'Enterprise Resource Planning'],
    [says('cloud'), say(language, 'severalMatch', { count: 4, typed: 'cloud' }), '[Cloud Platform]'],
    [presses('Cloud Platform'), w('feePerLevel'), 'Cloud Platform'],
  ]);

  inEachLanguage('says so where nothing matches, and asks on', ({ w, language }) => [
    [says('erbjudanden'), w('chooseCompetency')],
    [says('blockchain'), say(language, 'noneMatches', { typed: 'blockchain' })],
    [says('security'), 'Security', w('feePerLevel')],
  ]);

  inEachLanguage('where nothing was asked, what is not understood brings the menu', ({ w }) => [
    [says('blockchain'), w('notUnderstood'), bracketed(w('membershipOffers'))],
  ]);
});

describe('the fee of a competency', () => {
  inEachLanguage('is shown for both levels, without buying', ({ w, language }) => [
    [says('fee'), w('chooseForFee')],
    [presses(w('area.modernWork')), '[Messaging]'],
    [
      presses('Messaging'),
      say(language, 'feeFor', { competency: 'Messaging' }),
      w('level.silver'),
      w('level.gold'),
      /3[.,\s]800[.,]00/,
      not(bracketed(w('subscribe'))),
    ],
  ]);

  inEachLanguage('is found by name while it is asked for', ({ language }) => [
    [says('prijs'), say(language, 'chooseForFee')],
    [says('messaging'), say(language, 'feeFor', { competency: 'Messaging' })],
  ]);

  inEachLanguage('shows the upgrade where there is one', ({ w }) => [
    [says('avgift'), w('chooseForFee')],
    [says('data analytics'), w('upgradeFee'), /2[.,\s]850[.,]00/],
  ]);
});

describe('an offer tile', () => {
  inEachLanguage(
    'has its fee, tax and total, and is bought from',
    ({ w }) => [
      [says('devops'), w('offersAvailable'), w('fee'), w('total'), bracketed(w('subscribe'))],
      [says('cloud platform'), w('offersAvailable'), w('feePerLevel'), bracketed(w('subscribe'))],
    ],
    dana,
  );
  inEachLanguage('says that the requirements are not met', ({ w, language }) => [
    [
      says('security'),
      say(language, 'requirementsNotMet', { level: w('level.gold') }),
      w('requirements').replace(' ↗', ''),
    ],
  ]);
  inEachLanguage('says when the level can be renewed', ({ language }) => [
    [says('data analytics'), say(language, 'alreadyActive', { anniversary: 'X', opens: 'Y' }).split('X')[0]!],
  ]);
  inEachLanguage(
    'says that gold covers silver',
    ({ w, language }) => [
      [
        says('data platform'),
        say(language, 'coveredByGold', { day: 'X' }).split('X')[0]!,
        not(bracketed(w('subscribe'))),
      ],
    ],
    noura,
  );
  inEachLanguage(
    'says that the organisation is not verified',
    ({ w }) => [[says('application development'), w('notVerified'), not(bracketed(w('subscribe')))]],
    erik,
  );

  for (const [index, who] of [isaiah, lynne].entries()) {
    inEachLanguage(
      `says who may buy, and whom to ask: ${['no role', 'a guest without one'][index]!}`,
      ({ w, language }) => [
        [
          says('data analytics'),
          w('needsRole'),
          say(language, 'askGlobalAdmin', { admins: 'Megan Bowen' }),
          not(bracketed(w('subscribe'))),
        ],
        [says('subscribe gold'), not(w('purchaseDetails'))],
        [says('kosten'), w('chooseForFee')],
        [says('devops'), say(language, 'feeFor', { competency: 'DevOps' })],
        [says('orders'), w('needsRole')],
      ],
      who,
    );
  }

  inEachLanguage(
    'is bought from by a guest with a role',
    ({ w }) => [
      [says('data analytics'), w('offersAvailable')],
      [presses(w('subscribe')), w('purchaseDetails')],
    ],
    patti,
  );
});
