import assert from 'node:assert/strict';
import { remindLater, resumeReminders, stopReminders } from '../../../membership/deeds/choose-reminders.ts';
import { noteTimeZone } from '../../../membership/deeds/note-time-zone.ts';
import type { Doing } from '../../../membership/deeds/perform.ts';
import type { CommandId } from '../../../membership/rules/ids.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { ReminderSubject } from '../../../membership/rules/reminder.ts';
import { upcoming } from '../../../membership/rules/reminder-choices.ts';
import { stillDue } from '../../../membership/rules/reminder-sending.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, bob, day, orderNumber, partner, person } from '../../support/partner.ts';
import { doing } from '../deeds/deeds.ts';
import { at, choices, paidUntil, placed, reminding, shownIn } from './reminding.ts';

const zone = 'Europe/Amsterdam';
const unpaid: ReminderSubject = { kind: 'unpaid', order: orderNumber(1) };
const silver: ReminderSubject = { kind: 'membership', level: 'silver', anniversary: day('2026-06-10') };
const { mpnId } = partner();

let presses = 0;
const press = (): Doing => doing(`press-${(presses += 1)}`);
const owning = (given: Partial<Partner> = {}): Partner =>
  at(zone, { orders: [placed('2026-03-02')], ...given });

const laterOn = (
  bot: ReturnType<typeof reminding>,
  on: string,
  subject: ReminderSubject = unpaid,
  who = ada,
) => remindLater(bot.ports, press(), { person: who, subject, on: day(on) });
const refusalIn = (outcome: Awaited<ReturnType<typeof laterOn>>) =>
  outcome.kind === 'refused' ? outcome.refusal : outcome.kind;

describe('"remind me later"', () => {
  it('says nothing until that day, then once, and then goes by the schedule', async () => {
    const bot = reminding(owning(), '2026-03-25T10:00Z');
    await bot.until('2026-03-25T10:00Z');
    assert.equal(refusalIn(await laterOn(bot, '2026-03-26')), 'accepted');
    const sent = (await bot.until('2026-05-01')).map(shownIn(zone));
    assert.deepEqual(sent, [
      '2026-03-26 Thu 09:00 unpaid',
      '2026-03-30 Mon 09:00 unpaid',
      '2026-03-31 Tue 09:00 unpaid',
      '2026-04-02 Thu 09:00 expired',
    ]);
    assert.deepEqual((await bot.read()).reminders[0]?.later, []);
  });

  it('passes over the steps before that day, not over the end', async () => {
    const bot = reminding(owning(), '2026-03-20T10:00Z');
    await laterOn(bot, '2026-04-01');
    const sent = (await bot.until('2026-05-01')).map(shownIn(zone));
    assert.deepEqual(sent, ['2026-04-01 Wed 09:00 unpaid', '2026-04-02 Thu 09:00 expired']);
  });

  it('holds back what waits to be sent', async () => {
    const bot = reminding(owning(), '2026-03-24T20:00Z');
    bot.set('2026-03-25T20:00Z');
    await bot.keep();
    await laterOn(bot, '2026-03-27');
    const stored = await bot.read();
    const [message] = stored.outbox;
    assert.ok(message?.about.kind === 'reminder');
    const { reminder } = message.about;
    assert.equal(stillDue(catalogue, stored, { to: ada, reminder }, bot.now()), 'superseded');
  });

  it('says what is so on that day: the window has opened meanwhile', async () => {
    const bot = reminding(
      owning({ orders: [], memberships: [paidUntil('2026-06-10')] }),
      '2026-05-26T10:00Z',
    );
    await bot.until('2026-05-26T10:00Z');
    await laterOn(bot, '2026-06-20', silver);
    const sent = (await bot.until('2026-07-04')).map(shownIn(zone));
    assert.deepEqual(sent, ['2026-06-22 Mon 09:00 opens', '2026-07-03 Fri 09:00 closing']);
  });

  it('a weekend before the end is told on the Friday', async () => {
    const bot = reminding(owning({ orders: [placed('2026-03-06')] }), '2026-03-30T10:00Z');
    await laterOn(bot, '2026-04-05');
    const sent = (await bot.until('2026-04-20')).map(shownIn(zone));
    assert.deepEqual(sent, ['2026-04-03 Fri 09:00 unpaid', '2026-04-06 Mon 09:00 expired']);
  });

  it('takes up what was stopped', async () => {
    const bot = reminding(owning(), '2026-03-20T10:00Z');
    await stopReminders(bot.ports, press(), { person: ada, subject: unpaid });
    await laterOn(bot, '2026-03-31');
    assert.deepEqual((await bot.until('2026-04-01')).map(shownIn(zone)), ['2026-03-31 Tue 09:00 unpaid']);
  });

  const refused: readonly [says: string, now: string, on: string, refusal: object][] = [
    ['today', '2026-03-25T10:00Z', '2026-03-25', { kind: 'reminderDayPast' }],
    ['yesterday', '2026-03-25T10:00Z', '2026-03-24', { kind: 'reminderDayPast' }],
    [
      'a day after the order’s last',
      '2026-03-25T10:00Z',
      '2026-04-02',
      { kind: 'reminderDayTooLate', last: '2026-04-01' },
    ],
    ['far away', '2026-03-25T10:00Z', '9999-12-31', { kind: 'reminderDayTooLate', last: '2026-04-01' }],
    ['of what is over', '2026-04-02T10:00Z', '2026-04-10', { kind: 'nothingToRemind' }],
  ];
  for (const [says, now, on, refusal] of refused)
    it(`is refused: ${says}`, async () => {
      assert.deepEqual(refusalIn(await laterOn(reminding(owning(), now), on)), refusal);
    });

  it('is refused on a Friday for a weekend on which the order ends', async () => {
    const bot = reminding(owning({ orders: [placed('2026-03-06')] }), '2026-04-03T10:00Z');
    const refusal = { kind: 'reminderDayTooLate', last: '2026-04-03' };
    assert.deepEqual(refusalIn(await laterOn(bot, '2026-04-04')), refusal);
  });

  it('today is what the reader’s calendar shows', async () => {
    const bot = reminding(
      owning({ reminders: [choices({ timeZone: 'Pacific/Auckland' })] }),
      '2026-03-24T20:00Z',
    );
    assert.deepEqual(refusalIn(await laterOn(bot, '2026-03-25')), { kind: 'reminderDayPast' });
  });

  it('is refused of what is paid, cancelled, another’s, or to whom has no role', async () => {
    const settled = reminding(
      owning({ orders: [placed('2026-03-02', { state: 'active' })] }),
      '2026-03-25T10:00Z',
    );
    assert.deepEqual(refusalIn(await laterOn(settled, '2026-03-27')), { kind: 'nothingToRemind' });
    const bot = reminding(owning(), '2026-03-25T10:00Z');
    const other: ReminderSubject = { kind: 'unpaid', order: orderNumber(7) };
    assert.deepEqual(refusalIn(await laterOn(bot, '2026-03-27', other)), { kind: 'nothingToRemind' });
    const refusal = refusalIn(await laterOn(bot, '2026-03-27', unpaid, bob));
    assert.equal(typeof refusal === 'object' && refusal.kind, 'notAuthorised');
    assert.equal(bot.store.commits(), 0);
  });
});

describe('"stop reminding me about this"', () => {
  it('is about one subject and one person, and can be taken back', async () => {
    const people = [person(ada, 'globalAdmin'), person(bob, 'accountAdmin')];
    const bot = reminding(owning({ people, memberships: [paidUntil('2026-04-10')] }), '2026-03-20T10:00Z');
    await stopReminders(bot.ports, press(), { person: ada, subject: unpaid });
    const sent = await bot.until('2026-03-30T10:00Z');
    assert.deepEqual(
      sent.map((message) => `${message.to} ${shownIn(zone)(message).slice(5)}`),
      [
        'bob 03-25 Wed 09:00 unpaid',
        'ada 03-26 Thu 09:00 before',
        'bob 03-26 Thu 09:00 before',
        'bob 03-30 Mon 09:00 unpaid',
      ],
    );
    await resumeReminders(bot.ports, press(), { person: ada, subject: unpaid });
    assert.deepEqual(await bot.until('2026-03-30T16:00Z'), [], 'nothing is made up for');
    const after = await bot.until('2026-03-31T16:00Z');
    assert.deepEqual(
      after.map(({ to }) => to),
      [ada, bob],
    );
  });

  it('there is nothing to stop once it is over', async () => {
    const bot = reminding(owning(), '2026-04-02T10:00Z');
    const outcome = await stopReminders(bot.ports, press(), { person: ada, subject: unpaid });
    assert.deepEqual(outcome.kind === 'refused' && outcome.refusal, { kind: 'nothingToRemind' });
  });

  it('pressed twice is one choice', async () => {
    const bot = reminding(owning(), '2026-03-20T10:00Z');
    const twice = { ...press(), command: 'same' as CommandId };
    await stopReminders(bot.ports, twice, { person: ada, subject: unpaid });
    await stopReminders(bot.ports, twice, { person: ada, subject: unpaid });
    assert.deepEqual((await bot.read()).reminders[0]?.stopped, [unpaid]);
  });
});

describe('what is to come', () => {
  const owner = owning({ memberships: [paidUntil('2026-06-10')] });

  it('has the reader’s next day of each, what was stopped and what was put off', async () => {
    const bot = reminding(owner, '2026-03-25T10:00Z');
    await bot.until('2026-03-25T10:00Z');
    await laterOn(bot, '2026-04-20', silver);
    await stopReminders(bot.ports, press(), { person: ada, subject: unpaid });
    assert.deepEqual(upcoming(catalogue, await bot.read(), ada, bot.now()), [
      { subject: unpaid, next: undefined, stopped: true, later: undefined, last: '2026-04-01' },
      { subject: silver, next: '2026-04-20', stopped: false, later: '2026-04-20', last: '2026-07-10' },
    ]);
    assert.deepEqual(
      upcoming(catalogue, owner, bob, bot.now()).map(({ next }) => next),
      ['2026-03-30', '2026-05-26'],
    );
  });

  it('has nothing of what is settled or over', () => {
    const over = owning({
      orders: [placed('2026-03-02', { state: 'expired' })],
      memberships: [paidUntil('2025-06-10')],
    });
    assert.deepEqual(upcoming(catalogue, over, ada, reminding(over, '2026-04-02T10:00Z').now()), []);
  });
});

describe('where a person is', () => {
  it('is kept when it is new, and moves the next reminder', async () => {
    const bot = reminding(owning({ reminders: [] }), '2026-03-20T10:00Z');
    const note = (zoneNow: string) => noteTimeZone(bot.store, mpnId, ada, zoneNow);
    await note('Asia/Kolkata');
    await note('Asia/Kolkata');
    await note('Nowhere/At all');
    assert.equal(bot.store.commits(), 1);
    assert.deepEqual((await bot.until('2026-03-26')).map(shownIn('Asia/Kolkata')), [
      '2026-03-25 Wed 09:00 unpaid',
    ]);
  });
});

describe('what was told', () => {
  it('is forgotten when the matter is long over, and not before', async () => {
    const bot = reminding(owning(), '2026-03-02T12:00Z');
    await bot.until('2026-05-01');
    assert.equal((await bot.read()).reminders[0]?.told.length, 4);
    const again = placed('2027-03-01', { number: orderNumber(2) });
    await bot.change((stored) => ({ ...stored, orders: [...stored.orders, again] }));
    await bot.until('2027-03-30');
    assert.equal((await bot.read()).reminders[0]?.told.length, 6);
    await bot.change((stored) => ({
      ...stored,
      orders: [...stored.orders, placed('2027-06-01', { number: orderNumber(3) })],
    }));
    await bot.until('2027-06-25');
    const told = (await bot.read()).reminders[0]?.told ?? [];
    assert.ok(told.every(({ subject }) => subject.kind === 'unpaid' && subject.order !== orderNumber(1)));
  });
});
