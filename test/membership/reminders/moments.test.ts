import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, startOf, type Instant } from '../../../membership/rules/calendar.ts';
import { planWanted, readerOf } from '../../../membership/rules/reminder-plan.ts';
import { mattersOf } from '../../../membership/rules/reminder-steps.ts';
import { isTimeZone, nextWorkingMoment } from '../../../membership/rules/working-hours.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, day } from '../../support/partner.ts';
import { at, localText, paidUntil, placed, reminding, shownIn } from './reminding.ts';

const zones = Intl.supportedValuesOf('timeZone');
const anyZone = fc.constantFrom(...zones);
const anyDay = fc.integer({ min: 0, max: 3_652 }).map((days) => addDays(day('2026-01-01'), days));

const isWorking = (text: string): boolean => {
  const [, weekday = '', time = ''] = text.split(' ');
  return !['Sat', 'Sun'].includes(weekday) && time >= '09:00' && time < '17:00';
};

describe('every planned moment', () => {
  it('is Monday to Friday, 09:00 to 17:00, in every zone, and never later than what it is about', () =>
    fc.assert(
      fc.property(anyZone, anyDay, fc.boolean(), (zone, on, ordered) => {
        const owner = at(zone, ordered ? { orders: [placed(on)] } : { memberships: [paidUntil(on)] });
        const scene = { catalogue, partner: owner };
        const [matter] = mattersOf(catalogue, owner);
        const planned = [...planWanted(scene, matter!, readerOf(catalogue, owner, ada))];
        assert.ok(planned.length >= (ordered ? 2 : 4), 'steps are lost');
        for (const { at: when, day: local, until, reminder } of planned) {
          const text = localText(when, zone);
          assert.ok(isWorking(text), text);
          assert.equal(text.slice(0, 10), local);
          assert.ok(when < until, `${text} is too late`);
          if (reminder.step === 'opens') assert.ok(when >= startOf(reminder.on), 'not open yet');
        }
        const days = planned.map(({ day: local }) => local);
        assert.deepEqual(days, [...new Set(days)].toSorted(), 'one a day, in order');
      }),
      { numRuns: 1_500 },
    ));

  it('the next working moment is the moment itself, or the first after it', () =>
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 0, max: 90_000 }), (zone, hours) => {
        const from = new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString() as Instant;
        const next = nextWorkingMoment(from, { timeZone: zone, hours: catalogue.reminders.workingHours });
        assert.ok(next.at >= from);
        assert.ok(isWorking(localText(next.at, zone)));
        if (isWorking(localText(from, zone))) assert.equal(next.at, from);
        assert.ok(Date.parse(next.at) - Date.parse(from) <= 66 * 3_600_000);
      }),
      { numRuns: 1_500 },
    ));

  it('keeps its hour through daylight saving', async () => {
    // Europe’s clocks change on 29 March 2026, between the two.
    const bot = reminding(at('Europe/Amsterdam', { orders: [placed('2026-03-03')] }), '2026-03-03T12:00Z');
    const moments = (await bot.until('2026-04-01')).map(({ sentAt }) => sentAt);
    assert.deepEqual(moments, ['2026-03-26T08:00:00.000Z', '2026-03-30T07:00:00.000Z']);
  });
});

describe('a time zone', () => {
  it('is known by its place', () => {
    for (const zone of ['Europe/Dublin', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'UTC'])
      assert.ok(isTimeZone(zone), zone);
    for (const none of ['', '+01:00', 'Mars/Olympus', 'W. Europe Standard Time', '__proto__', ' UTC'])
      assert.ok(!isTimeZone(none), none);
  });
});

describe('whatever the clock and the job do', () => {
  const anyTick = fc.record({ hours: fc.integer({ min: -200, max: 400 }), twice: fc.boolean() });
  const lives = fc.array(anyTick, { minLength: 1, maxLength: 40 });

  it('nobody gets a reminder twice, none out of hours, none after what it is about', () =>
    fc.assert(
      fc.asyncProperty(anyZone, anyDay, lives, async (zone, on, ticks) => {
        const owner = at(zone, { orders: [placed(on)], memberships: [paidUntil(addDays(on, 20))] });
        const bot = reminding(owner, `${on}T12:00:00Z`);
        const told: string[] = [];
        for (const { hours, twice } of ticks) {
          bot.set(new Date(Date.parse(bot.now()) + hours * 3_600_000).toISOString());
          await Promise.all(twice ? [bot.keep(), bot.keep()] : [bot.keep()]);
          for (const message of (await bot.read()).outbox) {
            const key = `${message.id} ${JSON.stringify(message.about)}`;
            if (!told.includes(key)) told.push(key);
            assert.ok(isWorking(localText(message.at, zone)), message.at);
          }
        }
        const abouts = told.map((key) => key.slice(key.indexOf(' ')));
        assert.equal(new Set(abouts).size, abouts.length, abouts.join('\n'));
      }),
      { numRuns: 150 },
    ));

  it('a clock set back tells nothing again', async () => {
    const zone = 'Europe/Amsterdam';
    const bot = reminding(at(zone, { orders: [placed('2026-03-02')] }), '2026-03-02T12:00Z');
    assert.equal((await bot.until('2026-03-31T12:00Z')).length, 3);
    bot.set('2026-03-20T12:00Z');
    assert.deepEqual(await bot.until('2026-03-31T12:00Z'), []);
    assert.deepEqual((await bot.until('2026-05-01')).map(shownIn(zone)), ['2026-04-02 Thu 09:00 expired']);
  });

  it('a job that finds nothing to do commits nothing', async () => {
    const bot = reminding(at('Asia/Tokyo', { orders: [placed('2026-03-02')] }), '2026-03-20T12:00Z');
    await bot.keep();
    assert.equal(bot.store.commits(), 0);
  });
});
