import assert from 'node:assert/strict';
import { day } from '../../support/partner.ts';
import { at, paidUntil, placed, reminding, shownIn, type Row } from './reminding.ts';

const amsterdam = 'Europe/Amsterdam';
const auckland = 'Pacific/Auckland';
const kolkata = 'Asia/Kolkata';
const held = (zone: string, anniversary: string) => at(zone, { memberships: [paidUntil(anniversary)] });

const rows: readonly Row[] = [
  [
    'a membership’s four steps, in India',
    kolkata,
    held(kolkata, '2026-06-10'),
    '2026-03-02T12:00Z',
    '2026-12-01',
    [
      '2026-05-26 Tue 09:00 before',
      '2026-06-11 Thu 09:00 opens',
      '2026-07-03 Fri 09:00 closing',
      '2026-07-13 Mon 09:00 lapsed',
    ],
  ],
  [
    'no window opens before it does, though the day has begun in Auckland',
    auckland,
    held(auckland, '2026-06-10'),
    '2026-03-02T12:00Z',
    '2026-12-01',
    [
      '2026-05-26 Tue 09:00 before',
      '2026-06-11 Thu 12:00 opens',
      '2026-07-03 Fri 09:00 closing',
      '2026-07-13 Mon 09:00 lapsed',
    ],
  ],
  [
    'silver that gold covers needs nothing',
    amsterdam,
    at(amsterdam, {
      memberships: [paidUntil('2026-06-10'), paidUntil('2027-01-10', { level: 'gold' })],
    }),
    '2026-03-02T12:00Z',
    '2026-12-01',
    [],
  ],
  [
    'one that was renewed speaks of its next year only',
    amsterdam,
    at(amsterdam, { memberships: [paidUntil('2026-06-10'), paidUntil('2027-06-10')] }),
    '2026-06-15T12:00Z',
    '2027-06-01',
    ['2027-05-26 Wed 09:00 before'],
  ],
  [
    'one that was refunded is over',
    amsterdam,
    at(amsterdam, {
      memberships: [paidUntil('2026-06-10', { ended: { as: 'refunded', on: day('2025-07-01') } })],
    }),
    '2026-03-02T12:00Z',
    '2026-12-01',
    [],
  ],
  [
    'a renewal that was ordered settles it, until that order ends: then it has lapsed',
    amsterdam,
    at(amsterdam, {
      memberships: [paidUntil('2026-06-10')],
      orders: [
        placed('2026-07-01', {
          kind: 'renewal',
          renews: day('2026-06-10'),
          method: 'card',
          state: 'awaitingCardPayment',
        }),
      ],
    }),
    '2026-07-01T12:00Z',
    '2026-12-01',
    ['2026-08-03 Mon 09:00 lapsed'],
  ],
];

describe('reminders of a membership go out', () => {
  for (const [says, zone, owner, from, until, sent] of rows)
    it(says, async () => {
      const bot = reminding(owner, from);
      assert.deepEqual((await bot.until(until)).map(shownIn(zone)), sent);
    });
});
