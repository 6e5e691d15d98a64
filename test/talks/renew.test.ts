import assert from 'node:assert/strict';
import { showDay } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { dana, noura } from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { ordersOf } from './orders.ts';
import { nowMeets } from './qualified.ts';
import { at, inEachLanguage, not, presses, says } from './table.ts';

/** Her gold for Data Platform runs until 27 March and can be renewed from 28 March to 26 April 2026. */
const inWindow = '2026-03-28T00:00:00Z';
const year = (language: Language): string =>
  say(language, 'renewalYear', {
    from: showDay(language, day('2026-03-27')),
    to: showDay(language, day('2027-03-27')),
  });

describe('“renew”', () => {
  const words: Readonly<Record<Language, string>> = { en: 'renew', nl: 'verlengen', sv: 'förnya' };

  inEachLanguage(
    'shows the date before the window, buys in it, and offers to buy anew after it',
    ({ w, language }) => {
      const shown = (key: 'renew.notYet' | 'renew.lapsed') => ({
        membership: say(language, 'membership.gold'),
        anniversary: showDay(language, day('2026-03-27')),
        opens: showDay(language, day('2026-03-28')),
        closes: showDay(language, day('2026-04-26')),
        key,
      });
      return [
        [
          says(words[language]),
          say(language, 'renew.notYet', shown('renew.notYet')),
          not(w('purchaseDetails')),
        ],
        [says('orders'), not(`[${w('renew')}]`)],
        [at(inWindow)],
        [says('orders'), `[${w('renew')}]`],
        [presses(w('renew')), w('purchaseDetails'), 'Data Platform', year(language)],
        [says('stop')],
        [says(words[language]), w('purchaseDetails'), year(language)],
        [presses(w('next')), w('reviewDetails'), year(language)],
        [says('stop')],
        [at('2026-04-27T00:00:00Z')],
        [says(words[language]), say(language, 'renew.lapsed', shown('renew.lapsed')), `[${w('seeOffers')}]`],
        [presses(w('seeOffers')), w('offersAvailable')],
      ];
    },
    noura,
  );

  inEachLanguage(
    'reviewed on the last day of the window and submitted on the next is reviewed again, as what it is by then',
    ({ w, language }) => [
      [at('2026-04-26T23:59:00Z')],
      [says('renew'), w('purchaseDetails')],
      [presses(w('next')), w('reviewDetails'), year(language)],
      [at('2026-04-27T00:01:00Z')],
      [
        presses(w('submit'), { agreement: 'true' }),
        w('quoteChanged'),
        w('reviewDetails'),
        not(year(language)),
      ],
      [async ({ bot }) => assert.equal((await ordersOf(bot, noura.tenantId)).length, 0)],
      [presses(w('submit'), { agreement: 'true' }), w('news.placed')],
      [async ({ bot }) => assert.equal((await ordersOf(bot, noura.tenantId))[0]?.kind, 'new')],
    ],
    noura,
  );

  inEachLanguage(
    'shows the renewal that is open, and a button of before is judged by it',
    ({ w }) => [
      [at(inWindow)],
      [says('orders'), `[${w('renew')}]`],
      [says('renew'), w('purchaseDetails')],
      [presses(w('next'))],
      [presses(w('submit'), { agreement: 'true' }), w('news.placed')],
      [says('renew'), w('order.awaitingTransfer'), not(w('purchaseDetails'))],
      [presses(w('renew')), w('order.awaitingTransfer'), not(w('purchaseDetails'))],
      [async ({ bot }) => assert.equal((await ordersOf(bot, noura.tenantId)).length, 1)],
    ],
    noura,
  );

  inEachLanguage(
    'is for another competency where its own is met no more, asked for where several are',
    ({ w, language }) => {
      const former = say(language, 'renew.noLongerMet', { competency: 'Data Platform' });
      const asked = [former, 'DevOps', 'Security'] as const;
      return [
        [at(inWindow)],
        [nowMeets(['devops', 'gold'])],
        [says('renew'), w('purchaseDetails'), 'DevOps', year(language)],
        [says('stop')],
        [nowMeets(['devops', 'gold'], ['security', 'gold'], ['messaging', 'silver'])],
        [says('renew'), ...asked, not('Messaging')],
        [says('security'), w('purchaseDetails'), 'Security', year(language)],
        [says('stop')],
        [says('renew'), ...asked],
        [
          ({ chat }) => {
            const card = chat.shown().at(-1);
            const rows = JSON.stringify(card).match(/"data":(\{"action":"renew"[^}]*"devops"[^}]*\})/);
            const { card: id } = chat.button(w('stop'));
            return chat.send(chat.speaker.submit(JSON.parse(rows![1]!) as Record<string, unknown>, id));
          },
          w('purchaseDetails'),
          'DevOps',
        ],
      ];
    },
    noura,
  );

  inEachLanguage(
    'says which requirements are not met, with the link to them',
    ({ w, language }) => [
      [at(inWindow)],
      [nowMeets(['devops', 'silver'])],
      [
        says('renew'),
        say(language, 'renew.noneMet', {
          membership: say(language, 'membership.gold'),
          level: say(language, 'level.gold'),
        }),
        w('requirements'),
        not(w('purchaseDetails')),
      ],
    ],
    noura,
  );

  inEachLanguage('tells until when another membership is active', ({ language }) => [
    [says('renew'), say(language, 'membership.silver'), showDay(language, day('2026-10-03'))],
  ]);

  inEachLanguage('needs a membership', ({ w }) => [[says('renew'), w('renew.none')]], dana);
});
