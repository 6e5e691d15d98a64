import assert from 'node:assert/strict';
import { startOf } from '../../../membership/rules/calendar.ts';
import type { OutboxMessage } from '../../../membership/rules/message.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { ReminderSubject } from '../../../membership/rules/reminder.ts';
import { stillDue, unheard, unreached } from '../../../membership/rules/reminder-sending.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, bob, day, order, orderNumber, person } from '../../support/partner.ts';
import { at, choices, placed, reminding } from './reminding.ts';

const unpaid: ReminderSubject = { kind: 'unpaid', order: orderNumber(1) };
const owning = (given: Partial<Partner> = {}): Partner =>
  at('Europe/Amsterdam', { orders: [placed('2026-03-02')], ...given });

describe('a reminder that waits', () => {
  const reminder = { subject: unpaid, step: 'unpaid', on: day('2026-03-25') } as const;
  const judge = (owner: Partner, now: string) =>
    stillDue(catalogue, owner, { to: ada, reminder }, reminding(owner, now).now());
  const rows: readonly [says: string, owner: Partner, now: string, verdict: ReturnType<typeof stillDue>][] = [
    ['in working hours: is sent', owning(), '2026-03-25T10:00Z', 'send'],
    ['at 17:00: tomorrow', owning(), '2026-03-25T16:00Z', { later: '2026-03-26T08:00:00.000Z' as never }],
    [
      'on a Saturday: on Monday',
      owning(),
      '2026-03-28T10:00Z',
      { later: '2026-03-30T07:00:00.000Z' as never },
    ],
    [
      'of an order that was paid',
      owning({ orders: [order({ state: 'active' })] }),
      '2026-03-25T10:00Z',
      'superseded',
    ],
    ['to whom has lost the role', owning({ people: [person(ada)] }), '2026-03-25T10:00Z', 'superseded'],
    [
      'of what was stopped',
      owning({ reminders: [choices({ stopped: [unpaid] })] }),
      '2026-03-25T10:00Z',
      'superseded',
    ],
  ];
  for (const [says, owner, now, verdict] of rows)
    it(says, () => assert.deepEqual(judge(owner, now), verdict));

  it('that all were given up has reached nobody', async () => {
    const people = [person(ada, 'globalAdmin'), person(bob, 'accountAdmin')];
    const bot = reminding(owning({ people }), '2026-03-25T10:00Z');
    await bot.keep();
    const giveUp = (count: number) =>
      bot.change((stored) => ({
        ...stored,
        outbox: stored.outbox.map((one, nth) => (nth < count ? { ...one, status: 'givenUp' } : one)),
      }));
    await giveUp(1);
    assert.deepEqual(unreached(await bot.read()), []);
    await giveUp(2);
    assert.deepEqual(unreached(await bot.read()), [reminder]);
  });

  it('that reached nobody is told while it is so, until a newer one of the same matter goes out', () => {
    const message = (on: string, status: OutboxMessage['status']): OutboxMessage => ({
      id: `of ${on}` as OutboxMessage['id'],
      to: ada,
      about: { kind: 'reminder', reminder: { ...reminder, on: day(on) } },
      at: startOf(day(on)),
      status,
      attempts: 0,
    });
    const [first, second] = [message('2026-03-25', 'givenUp'), message('2026-03-29', 'givenUp')];
    const told = (outbox: readonly OutboxMessage[], today: string, own: Partial<Partner> = {}) =>
      unheard(catalogue, owning({ outbox, ...own }), day(today)).map(({ on }) => on);
    assert.deepEqual(told([first], '2026-03-26'), ['2026-03-25']);
    assert.deepEqual(told([first, second], '2026-03-30'), ['2026-03-29']);
    assert.deepEqual(told([first, message('2026-03-29', 'sent')], '2026-03-30'), []);
    assert.deepEqual(told([first], '2026-04-03'), []);
    assert.deepEqual(told([first], '2026-03-26', { orders: [order({ state: 'active' })] }), []);
  });
});
