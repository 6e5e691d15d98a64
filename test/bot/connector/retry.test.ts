import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pauseBeforeRepeat, readRetryAfter, type Attempt } from '../../../bot/connector/retry.ts';

const fresh = { repeats: 0, waitedMs: 0 };
/** The middle of the spread, so that the pauses are round. */
const middle = () => 0.5;
const answered = (status: number | undefined, retryAfterMs?: number): Attempt => ({
  status,
  retryAfterMs,
  unsent: false,
});

describe('whether a message is sent again', () => {
  const cases: readonly [string, Attempt, typeof fresh, number | undefined][] = [
    ['412, a conversation that is busy', answered(412), fresh, 300],
    ['429 without a time', answered(429), fresh, 300],
    ['429 with a time', answered(429, 2_000), fresh, 2_000],
    ['429 with more than a turn can wait', answered(429, 60_000), fresh, undefined],
    ['429 again and again', answered(429), { repeats: 2, waitedMs: 900 }, 1_200],
    ['429 for the fifth time', answered(429), { repeats: 4, waitedMs: 4_500 }, undefined],
    ['429 when patience is at its end', answered(429, 3_000), { repeats: 1, waitedMs: 6_000 }, undefined],
    ['502', answered(502), fresh, 300],
    ['503 with a time', answered(503, 1_000), fresh, 1_000],
    ['504', answered(504), fresh, 300],
    ['502 a second time', answered(502), { repeats: 1, waitedMs: 300 }, undefined],
    ['500: it may have arrived', answered(500), fresh, undefined],
    ['408: it may have arrived', answered(408), fresh, undefined],
    ['no answer: it may have arrived', answered(undefined), fresh, undefined],
    ['not sent at all', { status: undefined, retryAfterMs: undefined, unsent: true }, fresh, 300],
    ['403', answered(403), fresh, undefined],
    ['404', answered(404), fresh, undefined],
    ['413', answered(413), fresh, undefined],
  ];
  for (const [name, attempt, spent, pause] of cases)
    it(`${name}: ${pause === undefined ? 'no' : `after ${pause} ms`}`, () => {
      assert.equal(pauseBeforeRepeat(attempt, spent, middle), pause);
    });

  it('never waits over 8 s in all, and comes to an end', () => {
    const attempts = fc.record({
      status: fc.constantFrom(412, 429, 502, 503, 504, undefined),
      retryAfterMs: fc.option(fc.nat(20_000), { nil: undefined }),
      unsent: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(attempts, { minLength: 12, maxLength: 12 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (list, random) => {
          let spent = { repeats: 0, waitedMs: 0 };
          for (const attempt of list) {
            const pause = pauseBeforeRepeat(attempt, spent, () => random);
            if (pause === undefined) break;
            spent = { repeats: spent.repeats + 1, waitedMs: spent.waitedMs + pause };
          }
          assert.ok(spent.repeats <= 4 && spent.waitedMs <= 8_000);
        },
      ),
    );
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-10-05T09:00:00Z');
  const cases: readonly [string | undefined, number | undefined][] = [
    [undefined, undefined],
    ['2', 2_000],
    ['0.5', 500],
    ['Mon, 05 Oct 2026 09:00:03 GMT', 3_000],
    ['Mon, 05 Oct 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
  ];
  for (const [header, ms] of cases)
    it(`${header ?? '(none)'} → ${ms ?? 'nothing'}`, () => {
      // A bare minus number is a date to a lenient reader; either way nothing is waited for.
      assert.equal(readRetryAfter(header, now) || undefined, ms || undefined);
    });
});
