import assert from 'node:assert/strict';
import { activate } from '../../../membership/rules/activation.ts';
import {
  anniversaryOf,
  currentMembership,
  standingOf,
  windowOf,
  type Standing,
} from '../../../membership/rules/membership.ts';
import type { Membership, Partner } from '../../../membership/rules/partner.ts';
import { catalogue } from '../../support/catalogue.ts';
import { at, day, membership, order, orderNumber, partner } from '../../support/partner.ts';

const silver = membership();
const renewal = order({
  kind: 'renewal',
  renews: silver.anniversary,
  placedAt: at('2027-03-31'),
  number: orderNumber(7),
});

describe('membership: how it stands', () => {
  const rows: readonly [says: string, today: string, given: Partial<Partner>, Standing][] = [
    ['the day it is paid', '2026-03-01', {}, 'active'],
    ['its anniversary', '2027-03-01', {}, 'active'],
    ['the day after', '2027-03-02', {}, 'inWindow'],
    ['the window’s last day', '2027-03-31', {}, 'inWindow'],
    ['the day after that', '2027-04-01', {}, 'lapsed'],
    ['a renewal ordered on the last day is open', '2027-04-20', { orders: [renewal] }, 'renewing'],
    [
      'the renewal has expired',
      '2027-05-01',
      { orders: [{ ...renewal, state: 'expired' as const }] },
      'lapsed',
    ],
    [
      'the renewal was cancelled after the window',
      '2027-04-02',
      { orders: [{ ...renewal, state: 'cancelled' as const }] },
      'lapsed',
    ],
    [
      'the open order was placed after the window',
      '2027-04-20',
      { orders: [{ ...renewal, placedAt: at('2027-04-01') }] },
      'lapsed',
    ],
    [
      'the open renewal is of another year',
      '2027-04-20',
      { orders: [{ ...renewal, renews: day('2028-03-01') }] },
      'lapsed',
    ],
    [
      'the open renewal is of the other level',
      '2027-04-20',
      { orders: [{ ...renewal, level: 'gold' as const }] },
      'lapsed',
    ],
  ];
  for (const [says, today, given, standing] of rows)
    it(`${says}: ${standing}`, () => {
      const held = partner({ memberships: [silver], ...given });
      assert.equal(standingOf(catalogue, held, silver, day(today)), standing);
      assert.equal(
        currentMembership(catalogue, held, 'silver', day(today))?.standing,
        standing === 'lapsed' ? undefined : standing,
      );
    });

  for (const as of ['upgraded', 'refunded', 'reversed'] as const)
    it(`${as}: ended, whatever the day`, () => {
      const over: Membership = { ...silver, ended: { as, on: day('2026-04-01') } };
      const held = partner({ memberships: [over] });
      assert.equal(standingOf(catalogue, held, over, day('2026-03-15')), 'ended');
      assert.equal(currentMembership(catalogue, held, 'silver', day('2026-03-15')), undefined);
    });
});

describe('membership: a year that was renewed', () => {
  const next = membership({ paidOn: day('2027-03-30'), anniversary: day('2028-03-01') });
  const refunded: Membership = { ...next, ended: { as: 'refunded', on: day('2027-03-31') } };
  const gold = membership({ level: 'gold', anniversary: day('2028-03-01') });
  const boughtAnew = membership({ paidOn: day('2027-04-10'), anniversary: day('2028-04-10') });
  const rows: readonly [says: string, today: string, later: Membership, Standing][] = [
    ['paid, in its window', '2027-03-30', next, 'renewed'],
    ['paid, long ago', '2028-01-01', next, 'renewed'],
    ['refunded, in its window', '2027-03-31', refunded, 'inWindow'],
    ['refunded, after its window', '2027-04-01', refunded, 'lapsed'],
    ['of the other level', '2027-03-30', gold, 'inWindow'],
    ['no renewal: bought anew after it had lapsed', '2027-04-10', boughtAnew, 'lapsed'],
  ];
  for (const [says, today, later, standing] of rows)
    it(`the next year ${says}: ${standing}`, () => {
      const held = partner({ memberships: [silver, later] });
      assert.equal(standingOf(catalogue, held, silver, day(today)), standing);
    });

  it('refunded within the window: the old year is the current one again', () => {
    const held = partner({ memberships: [silver, refunded] });
    const now = currentMembership(catalogue, held, 'silver', day('2027-03-31'));
    assert.deepEqual([now?.standing, now?.membership.anniversary], ['inWindow', '2027-03-01']);
  });
});

describe('membership: its year', () => {
  it('the window is what the catalogue says', () => {
    assert.deepEqual(windowOf(catalogue, day('2027-01-31')), { opens: '2027-02-01', closes: '2027-03-02' });
  });

  const years: readonly [renews: string | undefined, paid: string, anniversary: string][] = [
    [undefined, '2026-03-02', '2027-03-02'],
    [undefined, '2028-02-29', '2029-02-28'],
    ['2027-03-01', '2027-03-30', '2028-03-01'],
    ['2028-02-29', '2028-03-05', '2029-02-28'],
  ];
  for (const [renews, paid, anniversary] of years)
    it(`${renews ? `renewing ${renews}, ` : ''}paid on ${paid}: ${anniversary}`, () => {
      const given = renews ? { renews: day(renews) } : {};
      assert.equal(anniversaryOf(given, day(paid)), anniversary);
    });

  it('a renewal paid late still runs from the old anniversary, and both years are kept', () => {
    const held = partner({ memberships: [silver], orders: [renewal] });
    const paid = activate(held, renewal, day('2027-04-10'), { catalogue, now: at('2027-04-10') }).partner;
    assert.deepEqual(
      paid.memberships.map(({ anniversary }) => anniversary),
      ['2027-03-01', '2028-03-01'],
    );
    const now = currentMembership(catalogue, paid, 'silver', day('2027-04-10'));
    assert.deepEqual([now?.standing, now?.membership.anniversary], ['active', '2028-03-01']);
  });
});
