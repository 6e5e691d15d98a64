import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instant, isWeekend, type Day, type Instant } from '../../../membership/rules/calendar.ts';
import { digestFrom, nextDigest } from '../../../membership/rules/digest.ts';

const at = (text: string): Instant => instant(new Date(text));

describe('the next digest', () => {
  const rows: readonly [says: string, zone: string, had: string | undefined, now: string, next: string][] = [
    ['before nine: at nine', 'Europe/Amsterdam', '2026-03-02', '2026-03-03T07:59Z', '2026-03-03T08:00Z'],
    ['at nine: now', 'Europe/Amsterdam', '2026-03-02', '2026-03-03T08:00Z', '2026-03-03T08:00Z'],
    ['late: now', 'Europe/Amsterdam', '2026-03-02', '2026-03-03T15:59Z', '2026-03-03T15:59Z'],
    ['in the evening: tomorrow', 'Europe/Amsterdam', '2026-03-02', '2026-03-03T16:00Z', '2026-03-04T08:00Z'],
    ['had today: tomorrow', 'Europe/Amsterdam', '2026-03-03', '2026-03-03T09:00Z', '2026-03-04T08:00Z'],
    ['had on Friday: Monday', 'Europe/Amsterdam', '2026-03-06', '2026-03-06T09:00Z', '2026-03-09T08:00Z'],
    ['on Saturday: Monday', 'Europe/Amsterdam', '2026-03-05', '2026-03-07T12:00Z', '2026-03-09T08:00Z'],
    [
      'three days late: now, once',
      'Europe/Amsterdam',
      '2026-03-02',
      '2026-03-05T10:00Z',
      '2026-03-05T10:00Z',
    ],
    ['in summer time', 'Europe/Amsterdam', '2026-03-27', '2026-03-28T00:00Z', '2026-03-30T07:00Z'],
    ['far west', 'America/Los_Angeles', '2026-03-02', '2026-03-03T12:00Z', '2026-03-03T17:00Z'],
    ['far east', 'Pacific/Auckland', '2026-03-02', '2026-03-02T12:00Z', '2026-03-02T20:00Z'],
    [
      'clock back by a day: after the day it was had',
      'UTC',
      '2026-03-05',
      '2026-03-04T10:00Z',
      '2026-03-06T09:00Z',
    ],
    ['clock back by a month: now', 'UTC', '2026-04-03', '2026-03-04T10:00Z', '2026-03-04T10:00Z'],
    ['never had: now', 'UTC', undefined, '2026-03-04T10:00Z', '2026-03-04T10:00Z'],
  ];
  for (const [says, timeZone, digestOn, now, next] of rows)
    it(says, () =>
      assert.equal(nextDigest({ timeZone, digestOn: digestOn as Day | undefined }, at(now)).at, at(next)),
    );

  const moments = fc
    .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') })
    .map((ms) => instant(new Date(ms)));
  const zones = fc.constantFrom('UTC', 'Europe/Dublin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia');

  it('is never before now, never at a weekend, and comes once a day wherever one is', () =>
    fc.assert(
      fc.property(moments, zones, zones, (now, timeZone, elsewhere) => {
        const next = nextDigest({ timeZone }, now);
        assert.ok(next.at >= now && !isWeekend(next.day));
        const then = nextDigest({ timeZone: elsewhere, digestOn: next.day }, next.at);
        assert.ok(then.at > next.at && then.day > next.day);
      }),
    ));

  it('of whoever has just come is at the next nine o’clock', () =>
    fc.assert(
      fc.property(moments, zones, (now, timeZone) => {
        const { at: first } = nextDigest({ timeZone, digestOn: digestFrom(timeZone, now) }, now);
        assert.ok(first > now);
        const local = new Date(first).toLocaleTimeString('en-GB', { timeZone, timeStyle: 'short' });
        assert.equal(local, '09:00');
      }),
    ));
});
