import { showDay } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { colleagues, noura } from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { isCredited } from './bank.ts';
import { until } from './due.ts';
import { bankPdf, handsOver } from './files.ts';
import { nowMeets } from './qualified.ts';
import { ordered, rightAccount } from './rows.ts';
import { inEachLanguage, not, nothing, presses, says, type Row, type Talker } from './table.ts';

/** The order is of Monday 2 March, payable up to Wednesday 1 April: its days 23, 27 and 29. */
const lastDay = day('2026-04-01');
const day23 = '2026-03-25T20:00:00Z';

const what = (language: Language): string => `${say(language, 'membership.gold')}, Data Analytics`;
const unpaid = (language: Language): string => say(language, 'reminder.unpaid', { what: what(language) });
const payBy = (language: Language, count: number): string =>
  say(language, 'reminder.payBy', { day: showDay(language, lastDay), count });

const reminded = (talker: Talker): readonly Row[] => [
  ...ordered(talker),
  [until(day23), unpaid(talker.language), payBy(talker.language, 7)],
];

describe('a reminder of an unpaid order', () => {
  inEachLanguage('says amount, date and next step, with what settles it, and is not repeated', (talker) => {
    const { w, language } = talker;
    return [
      ...ordered(talker),
      [until('2026-03-24T23:00:00Z'), nothing],
      [
        until(day23),
        unpaid(language),
        /2[.,\s]850[.,]00/,
        payBy(language, 7),
        w('reminder.transferNext'),
        `[${w('uploadProof')}]`,
        `[${w('remindLater')}]`,
        `[${w('stopReminding')}]`,
      ],
      [until('2026-03-26T23:00:00Z'), nothing],
      // Day 27 is a Sunday.
      [until('2026-03-29T23:00:00Z'), nothing],
      [until('2026-03-30T20:00:00Z'), unpaid(language)],
      [until('2026-03-31T23:00:00Z'), unpaid(language), payBy(language, 1)],
      [
        until('2026-04-02T20:00:00Z'),
        say(language, 'reminder.expired', { what: what(language) }),
        w('reminder.moneyOnItsWay'),
        `[${w('buyAgain')}]`,
        not(`[${w('remindLater')}]`),
      ],
      [presses(w('buyAgain')), w('offersAvailable')],
    ];
  });

  inEachLanguage('can be put off by a press, and by a date in words', (talker) => {
    const { w, language } = talker;
    const on = (text: string) => say(language, 'later.set', { day: showDay(language, day(text)) });
    const typed = { en: 'next monday', nl: 'over 5 dagen', sv: '30 mars' }[language];
    return [
      ...reminded(talker),
      [presses(w('remindLater')), w('later.question'), `[${w('later.tomorrow')}]`],
      [presses(w('later.tomorrow')), on('2026-03-26'), w('reminders.wayBack')],
      [until('2026-03-26T20:00:00Z'), unpaid(language)],
      [says(w('remindLater')), w('later.question')],
      [says('2025-01-01'), w('reminderDayPast'), w('later.question')],
      [says('24-24'), /24-24/, w('later.question')],
      [says('2027-05-05'), w('later.question'), showDay(language, day('2026-04-01'))],
      [presses(w('later.onDate'), { date: '' }), w('later.missing')],
      [says('28-3'), on('2026-03-30'), not(on('2026-03-28'))],
      [says(w('remindLater')), w('later.question')],
      [says(typed), on(language === 'nl' ? '2026-03-31' : '2026-03-30')],
      [until('2026-03-27T20:00:00Z'), nothing],
    ];
  });

  inEachLanguage('can be stopped and taken up again', (talker) => {
    const { w, language } = talker;
    return [
      ...reminded(talker),
      [
        presses(w('stopReminding')),
        say(language, 'reminders.stoppedAbout', { what: what(language) }),
        w('reminders.wayBack'),
      ],
      [until('2026-03-29T23:00:00Z'), nothing],
      [
        says({ en: 'reminders', nl: 'herinneringen', sv: 'påminnelser' }[language]),
        w('reminders.stopped'),
        `[${w('resumeReminding')}]`,
      ],
      [presses(w('resumeReminding')), not(w('reminders.stopped')), `[${w('stopReminding')}]`],
      [until('2026-03-31T23:00:00Z'), unpaid(language)],
      [says(w('stopReminding')), say(language, 'reminders.stoppedAbout', { what: what(language) })],
    ];
  });

  inEachLanguage('with a proof under review asks for nothing more', (talker) => {
    const { w, language } = talker;
    return [
      ...ordered(talker),
      [handsOver(bankPdf, `2026-03-02, ${rightAccount(talker)}`)],
      [presses(w('sendDetails')), w('news.proofReceived')],
      [until(day23), unpaid(language), w('reminder.reviewNext'), not(w('wireReference'))],
    ];
  });

  inEachLanguage('shows that money which was sent is enough for the new order', (talker) => {
    const { w, language } = talker;
    const covers = say(language, 'nothingToPay', { credit: '\n' }).split('\n')[1]!;
    return [
      ...ordered(talker),
      [until('2026-04-01T23:00:00Z')],
      [until('2026-04-02T01:00:00Z')],
      [isCredited({ money: ['EUR', '2850.00'], valueDate: '2026-04-02' })],
      [until('2026-04-02T20:00:00Z'), covers, w('reminder.creditCovers')],
      [presses(w('buyAgain')), w('offersAvailable')],
      [presses(w('subscribe')), w('purchaseDetails')],
      [presses(w('next')), w('reviewDetails'), covers],
      [presses(w('submit'), { agreement: 'true' }), w('news.active')],
    ];
  });
});

describe('“reminders”', () => {
  inEachLanguage('says what there is to be reminded of, and what there would be', (talker) => {
    const { w, language } = talker;
    const silver = `${say(language, 'membership.silver')}, Data Analytics`;
    return [[says('reminders'), w('reminders'), silver, w('renewalWindow'), `[${w('remindLater')}]`]];
  });

  inEachLanguage(
    'is not for those without a role',
    ({ w }) => [
      [says('reminders'), w('needsRole')],
      [says('renew'), w('needsRole')],
      [says('refund'), w('needsRole')],
      [says(w('remindLater')), w('needsRole')],
    ],
    colleagues[2],
  );

  inEachLanguage(
    'about a membership whose requirements are met no more: that, with the link, and no button that would refuse',
    ({ w, language }) => {
      const gold = `${say(language, 'membership.gold')}, Data Platform`;
      const unmet = say(language, 'reminder.unmet', { what: gold });
      const none = say(language, 'renew.noneMet', {
        membership: w('membership.gold'),
        level: w('level.gold'),
      });
      const closes = showDay(language, day('2026-04-26'));
      const lapsed = say(language, 'renew.lapsedUnmet', { membership: w('membership.gold'), closes });
      return [
        [says('menu')],
        [nowMeets(['devops', 'silver'])],
        [until('2026-03-27T22:00:00Z')],
        [until('2026-03-30T20:00:00Z'), unmet, none, w('requirements'), not(`[${w('renew')}]`)],
        [until('2026-04-20T20:00:00Z'), unmet, none, w('requirements'), not(`[${w('renew')}]`)],
        [
          until('2026-04-27T20:00:00Z'),
          say(language, 'reminder.lapsedUnmet', { day: closes }),
          w('requirements'),
          not(say(language, 'reminder.lapsedNext', { day: closes })),
        ],
        [says('renew'), lapsed],
      ];
    },
    noura,
  );

  inEachLanguage(
    'about a membership: when its window opens, when it closes, and that it has lapsed',
    ({ w, language }) => {
      const gold = `${say(language, 'membership.gold')}, Data Platform`;
      return [
        [says('menu')],
        [
          until('2026-03-15T20:00:00Z'),
          say(language, 'reminder.before', { what: gold }),
          say(language, 'reminder.opensOn', { day: showDay(language, day('2026-03-28')) }),
          not(`[${w('renew')}]`),
        ],
        [
          until('2026-03-30T20:00:00Z'),
          say(language, 'reminder.opens', { what: gold }),
          /1[.,\s]438[.,]500/,
          `[${w('renew')}]`,
        ],
        [until('2026-04-20T20:00:00Z'), say(language, 'reminder.closing', { what: gold }), `[${w('renew')}]`],
        [
          until('2026-04-28T20:00:00Z'),
          say(language, 'reminder.lapsed', { what: gold }),
          `[${w('seeOffers')}]`,
          not(`[${w('renew')}]`),
        ],
        [presses(w('seeOffers')), w('offersAvailable')],
      ];
    },
    noura,
  );
});
