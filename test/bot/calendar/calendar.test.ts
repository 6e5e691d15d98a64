import assert from 'node:assert/strict';
import { calendarFile } from '../../../bot/calendar/entry.ts';
import { instant } from '../../../membership/rules/calendar.ts';
import type { Language } from '../../../membership/rules/catalogue.ts';
import { demoImport } from '../../../playground/demo/partners.ts';
import { colleagues, currentPerson, noura } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { at, day } from '../../support/partner.ts';
import { ordered } from '../../talks/rows.ts';
import { ordersOf } from '../../talks/orders.ts';
import { says, talk, talkerIn, today, withBot, type Talker } from '../../talks/table.ts';

/** The address that the newest "Add to calendar" leads to, at the running bot. */
const linkIn = ({ bot, chat, w }: Talker): string => {
  const urls = [...JSON.stringify(chat.shown().at(-1)).matchAll(/"title":"([^"]+)","url":"([^"]+)"/g)];
  const [, , url = ''] = urls.find(([, title]) => title === w('addToCalendar')) ?? [];
  return `${bot.url}${new URL(url).pathname}`;
};

const get = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
};

/** A reminder's list with an order that is to be paid by 1 April. */
const reminders = async (bot: TestBot, language: Language): Promise<Talker> => {
  const talker = talkerIn(bot, language);
  await talk(talker, [...ordered(talker), [says('reminders'), talker.w('reminders')]]);
  return talker;
};

const titles: Readonly<Record<Language, string>> = {
  en: 'Last day to pay: Gold membership\\, Data Analytics',
  nl: 'Laatste betaaldag: Gold-lidmaatschap\\, Data Analytics',
  sv: 'Sista betalningsdag: Guldmedlemskap\\, Data Analytics',
};

describe('the calendar entry of a date', () => {
  for (const language of ['en', 'nl', 'sv'] as const) {
    it(`is all day, with an alarm the day before, in ${language}`, () =>
      withBot(async (bot) => {
        const talker = await reminders(bot, language);
        const { status, type, body } = await get(linkIn(talker));
        const [order] = await ordersOf(bot);
        assert.deepEqual([status, type], [200, 'text/calendar; charset=utf-8']);
        const lines = body.replaceAll('\r\n ', '').split('\r\n');
        for (const line of [
          'DTSTART;VALUE=DATE:20260401',
          'DTEND;VALUE=DATE:20260402',
          `SUMMARY:${titles[language]}`,
          `UID:order-${order!.number}@membership-bot`,
          'TRIGGER:-PT15H',
        ])
          assert.ok(lines.includes(line), `${line}\n${body}`);
        assert.match(body, new RegExp(`${order!.number} 6234461`));
      }));
  }

  it('is the same entry however often it is fetched', () =>
    withBot(async (bot) => {
      const link = linkIn(await reminders(bot, 'en'));
      assert.equal((await get(link)).body, (await get(link)).body);
    }));

  describe('of a membership', () => {
    const linesOf = (body: string) => body.replaceAll('\r\n ', '').split('\r\n');
    const valueOf = (body: string, name: string) =>
      linesOf(body)
        .find((line) => line.startsWith(name))
        ?.slice(name.length + 1);
    /** The entry of the newest list of reminders. */
    const fetched = async (talker: Talker) => {
      await talk(talker, [[says('reminders'), talker.w('reminders')]]);
      return (await get(linkIn(talker))).body;
    };

    it('fetched again, later and from another list, takes the place of the first', () =>
      withBot(async (bot) => {
        const alex = talkerIn(bot, 'en');
        const first = await fetched(alex);
        bot.clock.set('2026-05-04T09:00:00Z');
        const second = await fetched(alex);
        assert.equal(valueOf(first, 'UID'), '6234461-silver-2026-10-03-opens@membership-bot');
        assert.equal(valueOf(second, 'UID'), valueOf(first, 'UID'));
        const stamps = [first, second].map((body) => valueOf(body, 'DTSTAMP'));
        assert.deepEqual(stamps, ['20260302T090000Z', '20260504T090000Z']);
      }));

    it('is the same whoever of the partner fetches it, and in whichever language', () =>
      withBot(async (bot) => {
        const [alex, adele] = [talkerIn(bot, 'en'), talkerIn(bot, 'sv', colleagues[1])];
        const [first, second] = [await fetched(alex), await fetched(adele)];
        assert.notEqual(valueOf(second, 'SUMMARY'), valueOf(first, 'SUMMARY'));
        assert.equal(valueOf(second, 'UID'), valueOf(first, 'UID'));
      }));

    it('is another one once its date is another', () =>
      withBot(async (bot) => {
        const nouras = talkerIn(bot, 'en', noura);
        const opens = await fetched(nouras);
        bot.clock.set('2026-03-28T09:00:00Z');
        const renewBy = await fetched(nouras);
        assert.deepEqual(
          [opens, renewBy].map((body) => valueOf(body, 'DTSTART;VALUE=DATE')),
          ['20260328', '20260426'],
        );
        const uid = valueOf(opens, 'UID') ?? '';
        assert.match(uid, /-gold-2026-03-27-opens@membership-bot$/);
        assert.equal(valueOf(renewBy, 'UID'), uid.replace('-opens@', '-renewBy@'));
      }));

    it('of two partners with the same level and date are two', () => {
      const file = structuredClone(demoImport(day(today))) as {
        partners: { mpnId: string; tenantId: string; memberships?: object[] }[];
      };
      const [fabrikam] = file.partners;
      const theirs = file.partners.find(({ tenantId }) => tenantId === noura.tenantId);
      assert(fabrikam?.memberships && theirs);
      theirs.memberships = fabrikam.memberships;
      return withBot(
        async (bot) => {
          const uids = [talkerIn(bot, 'en'), talkerIn(bot, 'en', noura)].map(async (talker) =>
            valueOf(await fetched(talker), 'UID'),
          );
          const [one = '', other = ''] = await Promise.all(uids);
          assert.equal(other, one.replace(fabrikam.mpnId, theirs.mpnId));
          assert.notEqual(one, other);
        },
        { partners: file },
      );
    });
  });

  it('is gone once the matter is settled', () =>
    withBot(async (bot) => {
      const talker = await reminders(bot, 'en');
      const link = linkIn(talker);
      await talk(talker, [[says('cancel')], [says('yes'), 'The order is cancelled.']]);
      const { status, body } = await get(link);
      assert.equal(status, 404);
      assert.match(body, /There is no such date any more/);
    }));

  it('is for the person only while they have a role', () =>
    withBot(async (bot) => {
      const link = linkIn(await reminders(bot, 'en'));
      const { partners } = demoImport(day(today)) as { partners: readonly { people: readonly object[] }[] };
      const [fabrikam] = partners;
      const people = fabrikam!.people.map((person) =>
        'aadObjectId' in person && person.aadObjectId === currentPerson.aadObjectId
          ? { ...person, roles: [] }
          : person,
      );
      await bot.import({ partners: [{ ...fabrikam, people }] });
      assert.equal((await get(link)).status, 404);
    }));

  it('is reached by its own link alone, and for three days', () =>
    withBot(async (bot) => {
      const link = linkIn(await reminders(bot, 'en'));
      assert.equal((await get(`${link}x`)).status, 404);
      assert.equal((await get(link.replace('/calendar/', '/pay/receipt/'))).status, 404);
      bot.clock.set('2026-03-05T08:59:59Z');
      assert.equal((await get(link)).status, 200);
      bot.clock.set('2026-03-05T09:00:00Z');
      const { status, body } = await get(link);
      assert.equal(status, 410);
      assert.match(body, /type “reminders” there/);
    }));
});

describe('a calendar file', () => {
  const file = calendarFile({
    uid: 'gold-2026-03-27-renewBy@membership-bot',
    day: day('2026-12-31'),
    title: 'Sista dag; att förnya, "Guld"\\ ååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå',
    description: 'Första raden\nBEGIN:VALARM',
    language: 'sv',
    at: instant(new Date(at('2026-12-01'))),
  });

  it('escapes what has a meaning there, and ends each line with CRLF', () => {
    const unfolded = file.replaceAll('\r\n ', '');
    assert.ok(unfolded.includes('SUMMARY:Sista dag\\; att förnya\\, "Guld"\\\\ å'));
    assert.ok(unfolded.includes('DESCRIPTION:Första raden\\nBEGIN:VALARM\r\n'));
    assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/);
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    assert.ok(unfolded.includes('DTEND;VALUE=DATE:20270101'));
  });

  it('folds lines at 75 octets', () => {
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });
});
