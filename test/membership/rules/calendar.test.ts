import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  dayOf,
  daysBetween,
  isDay,
  isInstant,
  later,
  oneYearAfter,
  startOf,
} from '../../../membership/rules/calendar.ts';
import { at, day } from '../../support/partner.ts';

describe('calendar', () => {
  const years: readonly [from: string, to: string][] = [
    ['2026-03-01', '2027-03-01'],
    ['2028-02-29', '2029-02-28'],
    ['2027-02-28', '2028-02-28'],
    ['2026-12-31', '2027-12-31'],
  ];
  for (const [from, to] of years)
    it(`one year after ${from} is ${to}`, () => {
      assert.equal(oneYearAfter(day(from)), to);
    });

  const sums: readonly [from: string, days: number, to: string][] = [
    ['2026-03-02', 30, '2026-04-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'], // clocks go forward in Europe on the 29th
    ['2026-10-24', 2, '2026-10-26'], // and back on the 25th
    ['2026-03-01', -1, '2026-02-28'],
  ];
  for (const [from, days, to] of sums)
    it(`${from} and ${days} days are ${to}`, () => {
      assert.equal(addDays(day(from), days), to);
      assert.equal(daysBetween(day(from), day(to)), days);
    });

  it('counts days in UTC', () => {
    assert.equal(dayOf(at('2026-03-31', '23:59:59.999')), '2026-03-31');
    assert.equal(dayOf(later(at('2026-03-31', '23:59:59.999'), 1)), '2026-04-01');
    assert.equal(startOf(day('2026-04-01')), '2026-04-01T00:00:00.000Z');
  });

  const texts: readonly [text: string, isOne: boolean][] = [
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-1-01', false],
    ['28-02-2026', false],
    ['2026-02-28T00:00', false],
    ['', false],
  ];
  for (const [text, isOne] of texts)
    it(`'${text}' is ${isOne ? 'a' : 'no'} day`, () => {
      assert.equal(isDay(text), isOne);
    });

  it('takes only the one form of a moment', () => {
    assert.ok(isInstant('2026-02-28T12:00:00.000Z'));
    for (const text of ['2026-02-28', '2026-02-28T12:00:00Z', '2026-02-28T12:00:00.000+01:00', 'now'])
      assert.ok(!isInstant(text), text);
  });

  it('adds and counts alike, and days sort as they follow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 800 }), (start, days) => {
        const from = addDays(day('2000-01-01'), start);
        const to = addDays(from, days);
        assert.equal(daysBetween(from, to), days);
        assert.ok(from < to && isDay(to));
      }),
    );
  });
});
