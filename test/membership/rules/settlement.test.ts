import assert from 'node:assert/strict';
import type { Actor, PartnerEvent } from '../../../membership/rules/history.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { ReminderSubject } from '../../../membership/rules/reminder.ts';
import { reminderDate } from '../../../membership/rules/reminder-date.ts';
import { settlementOf, type Settlement } from '../../../membership/rules/settlement.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, at, bob, day, membership, order, orderNumber, partner } from '../../support/partner.ts';

const [first, second] = [orderNumber(1), orderNumber(2)];
const unpaid: ReminderSubject = { kind: 'unpaid', order: first };
const silver: ReminderSubject = { kind: 'membership', level: 'silver', anniversary: day('2027-03-01') };

const bobs: Actor = { kind: 'person', aadObjectId: bob, name: 'Bob' };
const entry = (on: string, by: Actor, event: PartnerEvent): Partner['history'][number] => ({
  at: at(on),
  by,
  through: 'card',
  event,
});
const activated = (by: Actor) => entry('2026-03-10', by, { type: 'orderActivated', order: first });
const active = { state: 'active', purchaseDate: day('2026-03-09') } as const;
const renewal = { number: second, placedAt: at('2027-03-05'), renews: day('2027-03-01') } as const;

describe('what settles a reminder’s matter', () => {
  const table: readonly (readonly [string, ReminderSubject, Partial<Partner>, Settlement | undefined])[] = [
    ['an order that waits: nothing', unpaid, { orders: [order()] }, undefined],
    ['a proof under review: nothing', unpaid, { orders: [order({ state: 'proofUnderReview' })] }, undefined],
    [
      'the bank’s money: nobody by name',
      unpaid,
      { orders: [order(active)], history: [activated({ kind: 'bank' })] },
      { as: 'paid', on: day('2026-03-10'), by: undefined, order: first },
    ],
    [
      'a card: who opened the page',
      unpaid,
      {
        orders: [order({ ...active, method: 'card' })],
        history: [
          entry('2026-03-09', bobs, { type: 'cardPageAsked', order: first, attempt: `${first}-1` as never }),
          activated({ kind: 'gateway' }),
        ],
      },
      { as: 'paid', on: day('2026-03-10'), by: 'Bob', order: first },
    ],
    [
      'a cancel: who did it',
      unpaid,
      { orders: [order({ state: 'cancelled', cancelled: { at: at('2026-03-05'), by: ada } })] },
      { as: 'cancelled', on: day('2026-03-05'), by: 'ada of Fabrikam', order: first },
    ],
    ['an expiry: nothing', unpaid, { orders: [order({ state: 'expired' })] }, undefined],
    [
      'an order after the expired one',
      unpaid,
      {
        orders: [
          order({ state: 'expired' }),
          order({ number: second, level: 'gold', placedAt: at('2026-04-10') }),
        ],
      },
      { as: 'orderedAgain', on: day('2026-04-10'), by: 'ada of Fabrikam', order: second },
    ],
    ['a membership that runs: nothing', silver, { memberships: [membership()] }, undefined],
    [
      'a renewal that is ordered',
      silver,
      { memberships: [membership()], orders: [order(renewal)] },
      { as: 'renewalOrdered', on: day('2027-03-05'), by: 'ada of Fabrikam', order: second },
    ],
    [
      'a renewal that is paid',
      silver,
      { memberships: [membership()], orders: [order({ ...renewal, state: 'active' })] },
      { as: 'renewed', on: day('2027-03-05'), by: 'ada of Fabrikam', order: second },
    ],
    [
      'a renewal that was cancelled: nothing',
      silver,
      { memberships: [membership()], orders: [order({ ...renewal, state: 'cancelled' })] },
      undefined,
    ],
    [
      'gold in its place',
      silver,
      {
        memberships: [membership({ ended: { as: 'upgraded', on: day('2026-06-02'), by: second } })],
        orders: [order({ number: second, level: 'gold', placedAt: at('2026-06-01'), state: 'active' })],
      },
      { as: 'upgraded', on: day('2026-06-01'), by: 'ada of Fabrikam', order: second },
    ],
    [
      'a refund',
      silver,
      { memberships: [membership({ order: first, ended: { as: 'refunded', on: day('2026-03-20') } })] },
      { as: 'ended', on: day('2026-03-20'), order: first },
    ],
    ['what the partner does not have: nothing', silver, {}, undefined],
  ];
  for (const [name, subject, given, wanted] of table) {
    it(name, () => assert.deepEqual(settlementOf(partner(given), subject), wanted));
  }
});

describe('the date of a reminder', () => {
  const dates: readonly (readonly [today: string, kind: string | undefined, on?: string])[] = [
    ['2027-02-14', 'opens', '2027-03-02'],
    ['2027-03-01', 'opens', '2027-03-02'],
    ['2027-03-02', 'renewBy', '2027-03-31'],
    ['2027-03-31', 'renewBy', '2027-03-31'],
    ['2027-04-01', undefined],
  ];
  for (const [today, kind, on] of dates) {
    it(`of a membership, on ${today}: ${kind ?? 'none'}`, () => {
      const date = reminderDate(catalogue, partner({ memberships: [membership()] }), silver, day(today));
      assert.deepEqual(date, kind && on ? { kind, day: day(on) } : undefined);
    });
  }
  it('of an order is its last day, while it is open', () => {
    const dateOf = (state: 'awaitingTransfer' | 'expired') =>
      reminderDate(catalogue, partner({ orders: [order({ state })] }), unpaid, day('2026-03-20'));
    assert.deepEqual(dateOf('awaitingTransfer'), { kind: 'payBy', day: day('2026-04-01') });
    assert.equal(dateOf('expired'), undefined);
  });
});
