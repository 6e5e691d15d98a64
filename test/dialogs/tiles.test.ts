import { say } from '../../cards/say.ts';
import { colleagues, dana } from '../../playground/demo/people.ts';
import { inEachLanguage, not, presses, says } from '../talks/table.ts';

const [, , isaiah] = colleagues;

describe('the tiles', () => {
  inEachLanguage(
    'ask for the level where "subscribe" leaves it open',
    ({ w }) => [
      [says('cloud platform'), w('offersAvailable')],
      [says('subscribe'), w('whichLevel'), not(w('useTheCard')), not(w('offersAvailable'))],
      [says('abonneren'), w('whichLevel')],
      [says('prenumerera'), w('whichLevel')],
      [says(w('level.gold')), w('purchaseDetails'), w('membership.gold')],
      [says('cloud platform')],
      [says('silver'), w('purchaseDetails'), w('membership.silver')],
    ],
    dana,
  );

  inEachLanguage('are in nobody’s way: what is not understood is answered as at the top', ({ w }) => [
    [says('data analytics'), w('offersAvailable')],
    [says('blah blah'), w('notUnderstood'), `[${w('membershipOffers')}]`, not(w('useTheCard'))],
    [says('yes'), w('nothingAsked'), not(w('useTheCard'))],
    [says('subscribe gold'), w('purchaseDetails')],
    [says('blah blah'), w('useTheCard')],
  ]);

  inEachLanguage(
    'point nobody without a role to a card that they can’t press',
    ({ w }) => [
      [says('data analytics'), w('needsRole')],
      [says('subscribe'), w('notUnderstood'), not(w('useTheCard'))],
    ],
    isaiah,
  );
});

describe('the review', () => {
  inEachLanguage('says what to type where "yes" does not accept', ({ w, language }) => [
    [says('data analytics')],
    [presses(w('subscribe'))],
    [presses(w('next')), w('reviewDetails')],
    [says('ja'), w('agreementNotAccepted'), not(w('useTheCard'))],
    [says({ en: 'I accept', nl: 'akkoord', sv: 'jag godkänner' }[language]), w('reviewDetails')],
    [says('submit'), say(language, 'news.placed')],
  ]);
});
