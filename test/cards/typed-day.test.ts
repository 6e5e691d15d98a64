import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../membership/rules/catalogue.ts';
import { addDays } from '../../membership/rules/calendar.ts';
import { showDay } from '../../cards/format.ts';
import { parseTypedDay } from '../../cards/typed-day.ts';
import { day, today } from './fixtures.ts';

/** What was typed → the day in English, in Dutch and Swedish. Today is 21 November 2026. */
const cases: readonly (readonly [typed: string, en: string, others: string])[] = [
  ['2026-11-21', '2026-11-21', '2026-11-21'],
  ['2026/11/21', '2026-11-21', '2026-11-21'],
  ['20261121', '2026-11-21', '2026-11-21'],
  ['21-11-2026', '2026-11-21', '2026-11-21'],
  ['21/11/2026', '2026-11-21', '2026-11-21'],
  ['21.11.2026', '2026-11-21', '2026-11-21'],
  ['21-11-26', '2026-11-21', '2026-11-21'],
  ['11/21/2026', '2026-11-21', '-'],
  ['05/06/2026', '-', '2026-06-05'],
  ['06/06/2026', '2026-06-06', '2026-06-06'],
  ['21 november 2026', '2026-11-21', '2026-11-21'],
  ['21 nov', '2026-11-21', '2026-11-21'],
  ['November 21, 2026', '2026-11-21', '2026-11-21'],
  ['Nov. 21st, 2026', '2026-11-21', '2026-11-21'],
  ['1 mrt. 2026', '2026-03-01', '2026-03-01'],
  ['den 3 maj 2026', '2026-05-03', '2026-05-03'],
  ['31 dec', '2025-12-31', '2025-12-31'],
  ['today', '2026-11-21', '2026-11-21'],
  ['Vandaag', '2026-11-21', '2026-11-21'],
  ['i dag', '2026-11-21', '2026-11-21'],
  ['yesterday', '2026-11-20', '2026-11-20'],
  ['gisteren', '2026-11-20', '2026-11-20'],
  ['igår', '2026-11-20', '2026-11-20'],
  ['31-02-2026', '-', '-'],
  ['2026-02-29', '-', '-'],
  ['32 november 2026', '-', '-'],
  ['november 2026', '-', '-'],
  ['21', '-', '-'],
  ['soon', '-', '-'],
  ['', '-', '-'],
  ['21-11-2026-5', '-', '-'],
];

describe('typed days', () => {
  for (const [typed, en, others] of cases) {
    it(JSON.stringify(typed), () => {
      assert.deepEqual(
        languages.map((language) => parseTypedDay(language, typed, today) ?? '-'),
        [en, others, others],
      );
    });
  }

  it('a day as it is shown is read as that day, in every language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...languages), (days, language) => {
        const shown = addDays(day('2000-01-01'), days);
        assert.equal(parseTypedDay(language, showDay(language, shown), today), shown);
      }),
    );
  });
});
