import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showDay } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { instant } from '../../membership/rules/calendar.ts';
import type { CommandId, PaymentId } from '../../membership/rules/ids.ts';
import { money, type Currency } from '../../membership/rules/money.ts';
import { day } from '../support/partner.ts';
import { isCredited } from './bank.ts';
import { atDeskInEachLanguage, handedIn, withDesk } from './desk.ts';
import { until } from './due.ts';
import { ordered } from './rows.ts';
import { installs, not, nothing, presses, says, talk, type Row, type Talker } from './table.ts';

const title = ({ language }: Talker, on: string): string =>
  say(language, 'digestTitle', { day: showDay(language, day(on)) });
const counted = (
  { language, w }: Talker,
  list: 'proof' | 'expiring' | 'credit' | 'held',
  count: number,
): string => say(language, 'counted', { title: w(`list.${list}`), count });

describe('the daily digest', () => {
  atDeskInEachLanguage(
    'comes at nine, Monday to Friday, with what waits since when',
    async ({ admin, olivia }) => {
      const { language, w } = olivia;
      await talk(olivia, [[installs]]);
      await handedIn(admin);
      const since = say(language, 'since.proof', { day: showDay(language, day('2026-03-02')) });
      const full = (on: string): Row[1] => title(olivia, on);
      await talk(olivia, [
        [until('2026-03-02T23:00:00Z'), nothing],
        [until('2026-03-03T08:59:59Z'), nothing],
        [
          until('2026-03-03T09:00:00Z'),
          full('2026-03-03'),
          counted(olivia, 'proof', 1),
          say(language, 'digestOldest', { since }),
          not(w('list.expiring')),
          not(w('digestUnreached')),
          `[${counted(olivia, 'proof', 1)}]`,
          `[${w('deskTitle')}]`,
        ],
        [presses(counted(olivia, 'proof', 1)), since],
        [until('2026-03-04T08:59:00Z'), nothing],
        [until('2026-03-06T22:00:00Z'), full('2026-03-04'), full('2026-03-05'), full('2026-03-06')],
        [until('2026-03-08T23:00:00Z'), nothing],
        [until('2026-03-09T09:00:00Z'), full('2026-03-09'), not(title(olivia, '2026-03-08'))],
        // The order's last day is 1 April.
        [until('2026-03-25T09:00:00Z'), counted(olivia, 'expiring', 1)],
      ]);
    },
  );

  atDeskInEachLanguage('says in one line that nothing waits', async ({ olivia }) => {
    const { w } = olivia;
    await talk(olivia, [
      [installs],
      [until('2026-03-03T10:00:00Z'), w('digestNothing'), not(title(olivia, '2026-03-03'))],
    ]);
  });

  atDeskInEachLanguage('counts credit, and money held at a partner or at none', async ({ admin, olivia }) => {
    await talk(olivia, [[installs]]);
    await talk(admin, [
      ...ordered(admin),
      [isCredited({ money: ['EUR', '10.00'], valueDate: '2026-03-05', text: 'no reference' })],
      [isCredited({ money: ['USD', '20.00'], valueDate: '2026-03-02' })],
      [isCredited({ money: ['EUR', '2860.00'], valueDate: '2026-03-02' })],
    ]);
    const { language } = olivia;
    const shown = showDay(language, day('2026-03-02'));
    await talk(olivia, [
      [
        until('2026-03-03T10:00:00Z'),
        counted(olivia, 'held', 2),
        say(language, 'digestOldest', { since: say(language, 'since.held', { day: shown }) }),
        counted(olivia, 'credit', 1),
        say(language, 'digestOldest', { since: say(language, 'since.credit', { day: shown }) }),
      ],
    ]);
  });

  atDeskInEachLanguage('names reminders that reached nobody', async ({ admin, olivia }) => {
    const { language, w } = olivia;
    await talk(olivia, [[installs]]);
    await talk(admin, ordered(admin));
    await admin.chat.send(admin.chat.speaker.installed('remove'));
    const what = `${say(language, 'membership.gold')}, Data Analytics`;
    const unpaid = say(language, 'reminder.unpaid', { what });
    await talk(olivia, [
      [until('2026-03-24T12:00:00Z'), not(unpaid)],
      [until('2026-03-25T12:00:00Z'), w('digestUnreached'), 'Fabrikam B.V.', unpaid],
      [presses('Fabrikam B.V.'), '6234461'],
    ]);
    // Whoever comes back settles it.
    await talk(admin, [[says('cancel')], [says(language === 'en' ? 'yes' : 'ja')]]);
    await talk(olivia, [[until('2026-03-26T12:00:00Z'), title(olivia, '2026-03-26'), not(unpaid)]]);
  });

  it('names damaged data, and the gateway’s news that have lain for an hour', () =>
    withDesk(async ({ olivia, bot }) => {
      await talk(olivia, [[installs]]);
      const file = join(bot.folder, 'partners', '6234461.json');
      await writeFile(file, (await readFile(file, 'utf8')).slice(0, -40));
      await bot.restart();
      const news = (id: string, moment: string) =>
        bot.app.store.parked.park({
          id: id as CommandId,
          at: instant(new Date(moment)),
          news: { kind: 'refunded', charge: id as PaymentId, amount: money('EUR' as Currency, 1) },
        });
      await news('evt_1', '2026-03-03T07:30:00Z');
      await news('evt_2', '2026-03-03T08:30:00Z');
      await talk(olivia, [
        [
          until('2026-03-03T09:00:00Z'),
          'The data of 1 partner was found damaged and set aside: 6234461',
          '1 message from the payment provider could not be placed; the oldest is of 3 March 2026 at 07:30 UTC.',
        ],
      ]);
    }));

  it('is made without reading all partners', () => {
    let whole = 0;
    return withDesk(
      async ({ admin, olivia }) => {
        await talk(olivia, [[installs]]);
        await handedIn(admin);
        await talk(olivia, [[until('2026-03-04T12:00:00Z'), counted(olivia, 'proof', 1)]]);
        assert.equal(whole, 0);
      },
      'en',
      {
        around: (store) => ({
          ...store,
          partners: {
            ...store.partners,
            all: () => {
              whole += 1;
              return store.partners.all();
            },
          },
        }),
      },
    );
  });
});
