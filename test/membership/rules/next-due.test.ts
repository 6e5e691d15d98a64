import assert from 'node:assert/strict';
import type { MessageId } from '../../../membership/rules/ids.ts';
import { nextDue } from '../../../membership/rules/next-due.ts';
import type { OutboxMessage } from '../../../membership/rules/message.ts';
import type { Order } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, at, bob, day, membership, order, orderNumber, partner, person } from '../../support/partner.ts';

const message = (status: OutboxMessage['status'], when: string): OutboxMessage => ({
  id: `m-${when}` as MessageId,
  to: ada,
  about: { kind: 'order', order: orderNumber(1), news: 'placed' },
  at: at(when),
  status,
  attempts: 0,
});
const card = (given: Partial<Order> = {}) =>
  order({ method: 'card', state: 'awaitingCardPayment', ...given });
const later = card({ number: orderNumber(2), lastDay: day('2026-05-01') });

describe('when a partner needs attention next', () => {
  const rows: readonly [says: string, given: Partial<Partner>, due: string | undefined][] = [
    ['nothing waits', {}, undefined],
    ['an open order expires after its last day', { orders: [card()] }, '2026-04-02T00:00:00.000Z'],
    ['the earliest of two orders', { orders: [later, card()] }, '2026-04-02T00:00:00.000Z'],
    ['its people are to be reminded to pay', { orders: [order()] }, '2026-03-25T08:00:00.000Z'],
    ['nobody may be reminded', { orders: [order()], people: [person(bob)] }, '2026-04-02T00:00:00.000Z'],
    ['a membership is to be renewed', { memberships: [membership()] }, '2027-02-15T08:00:00.000Z'],
    ['an order that ended', { orders: [order({ state: 'cancelled' })] }, undefined],
    [
      'a message waits',
      { orders: [order()], outbox: [message('pending', '2026-03-02')] },
      '2026-03-02T12:00:00.000Z',
    ],
    [
      'messages that are settled',
      { outbox: (['sent', 'givenUp', 'superseded'] as const).map((status) => message(status, '2026-03-02')) },
      undefined,
    ],
  ];
  for (const [says, given, due] of rows)
    it(`${says}: ${due ?? 'never'}`, () => {
      assert.equal(nextDue(catalogue, partner(given)), due);
    });
});
