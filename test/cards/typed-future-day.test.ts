import assert from 'node:assert/strict';
import { parseTypedFutureDay } from '../../cards/typed-future-day.ts';
import { addDays } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { day } from '../support/partner.ts';

/** A Saturday. */
const today = day('2026-11-21');

describe('a day to come, typed', () => {
  const table: readonly (readonly [Language, string, string | undefined])[] = [
    ['en', 'tomorrow', '2026-11-22'],
    ['nl', 'Morgen!', '2026-11-22'],
    ['sv', 'i morgon', '2026-11-22'],
    ['sv', 'imorgon', '2026-11-22'],
    ['en', 'today', '2026-11-21'],
    ['nl', 'overmorgen', '2026-11-23'],
    ['sv', 'i övermorgon', '2026-11-23'],
    ['en', 'the day after tomorrow', '2026-11-23'],
    ['en', 'in 3 days', '2026-11-24'],
    ['nl', 'over 3 dagen', '2026-11-24'],
    ['sv', 'om 3 dagar', '2026-11-24'],
    ['en', 'in a week', '2026-11-28'],
    ['nl', 'over een week', '2026-11-28'],
    ['sv', 'om en vecka', '2026-11-28'],
    ['sv', 'om 2 veckor', '2026-12-05'],
    ['en', 'next week', '2026-11-28'],
    ['en', 'next monday', '2026-11-23'],
    ['en', 'Saturday', '2026-11-28'],
    ['nl', 'volgende vrijdag', '2026-11-27'],
    ['nl', 'op ma.', '2026-11-23'],
    ['sv', 'nästa måndag', '2026-11-23'],
    ['sv', 'på lördag', '2026-11-28'],
    ['en', '24-12', '2026-12-24'],
    ['en', '12/24', '2026-12-24'],
    ['en', '5-6', undefined],
    ['nl', '5-6', '2027-06-05'],
    ['nl', '20-11', '2027-11-20'],
    ['nl', '21-11', '2027-11-21'],
    ['nl', '24 december', '2026-12-24'],
    ['en', 'December 24th', '2026-12-24'],
    ['sv', 'den 3 mars', '2027-03-03'],
    ['sv', '29 februari', '2028-02-29'],
    ['nl', '24-12-2026', '2026-12-24'],
    ['en', '24 dec 2027', '2027-12-24'],
    ['sv', '2026-12-24', '2026-12-24'],
    ['en', '2025-01-01', '2025-01-01'],
    ['en', '31 February', undefined],
    ['nl', '32-12', undefined],
    ['en', 'soon', undefined],
    ['en', 'in 99999 days', undefined],
    ['en', 'in days', undefined],
    ['en', 'in -3 days', undefined],
    ['sv', 'om −2 veckor', undefined],
    ['en', '', undefined],
  ];
  for (const [language, typed, wanted] of table) {
    it(`${language}: “${typed}” is ${wanted ?? 'not read'}`, () =>
      assert.equal(parseTypedFutureDay(language, typed, today), wanted));
  }

  it('by the name of a weekday is within a week, never today', () => {
    for (let ahead = 0; ahead < 7; ahead += 1) {
      const now = addDays(today, ahead);
      const found = parseTypedFutureDay('en', 'thursday', now);
      assert.ok(found && found > now && found <= addDays(now, 7), `${now}: ${found}`);
    }
  });
});
