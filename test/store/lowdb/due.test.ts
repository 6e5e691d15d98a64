import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instant, later, type Instant } from '../../../membership/rules/calendar.ts';
import type { MpnId } from '../../../membership/rules/ids.ts';
import { dueQueue } from '../../../store/lowdb/due.ts';

const moment = (hours: number): Instant => instant(new Date(Date.UTC(2026, 0, 1, hours)));
const hour = 3_600_000;
const ids = ['1', '2', '3', '4', '5'] as MpnId[];

type Step =
  | { readonly kind: 'set'; readonly id: MpnId; readonly at: number | undefined }
  | { readonly kind: 'claim'; readonly now: number; readonly limit: number; readonly lease: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    id: fc.constantFrom(...ids),
    at: fc.option(fc.nat(20), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('claim' as const),
    now: fc.nat(24),
    limit: fc.nat(5),
    lease: fc.integer({ min: 1, max: 5 }),
  }),
);

/** The same, by looking through everything. */
const claimSlowly = (due: Map<MpnId, Instant>, now: Instant, limit: number): readonly MpnId[] =>
  [...due]
    .filter(([, at]) => at <= now)
    .sort(([a, at], [b, bt]) => (at === bt ? (a < b ? -1 : 1) : at < bt ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);

describe('the due queue', () => {
  it('claims what looking through everything would find', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const queue = dueQueue();
        const slow = new Map<MpnId, Instant>();
        for (const now of steps) {
          if (now.kind === 'set') {
            const at = now.at === undefined ? undefined : moment(now.at);
            queue.set(now.id, at);
            if (at === undefined) slow.delete(now.id);
            else slow.set(now.id, at);
          } else {
            const expected = claimSlowly(slow, moment(now.now), now.limit);
            assert.deepEqual(queue.claim(moment(now.now), now.limit, now.lease * hour), expected);
            for (const id of expected) slow.set(id, later(moment(now.now), now.lease * hour));
          }
        }
      }),
    );
  });
});
