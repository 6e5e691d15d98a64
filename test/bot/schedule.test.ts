import assert from 'node:assert/strict';
import { schedule, type Beside } from '../../bot/schedule.ts';
import { addDays, dayOf, startOf, type Instant } from '../../membership/rules/calendar.ts';
import type { MessageId, MpnId } from '../../membership/rules/ids.ts';
import { markMessages } from '../../membership/deeds/mark-message.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Partners } from '../../membership/ports.ts';
import { dueQueue } from '../../store/lowdb/due.ts';
import { testChance, testClock } from '../support/bot.ts';
import { catalogue } from '../support/catalogue.ts';
import { ada, at, order, partner } from '../support/partner.ts';
import { partnersInMemory } from '../support/partners.ts';

const told = order({ state: 'cancelled' });

/** A partner with a message that waits for a moment. */
const withMessage = (mpnId: string, moment: Instant): Partner =>
  partner({
    mpnId: mpnId as MpnId,
    locationIds: [],
    orders: [],
    outbox: [
      {
        id: `of ${mpnId}` as MessageId,
        to: ada,
        about: { kind: 'order', order: told.number, news: 'cancelled' },
        at: moment,
        status: 'pending',
        attempts: 0,
      },
    ],
  });

const pendingAt = ({ outbox }: Partner): Instant | undefined =>
  outbox.find(({ status }) => status === 'pending')?.at;

/** With leases, which a store has. */
const leasing = (...given: readonly Partner[]): Partners => {
  const partners = partnersInMemory(...given);
  const queue = dueQueue();
  for (const each of given) queue.set(each.mpnId, pendingAt(each));
  return {
    ...partners,
    claimDue: (now, limit, lease) => Promise.resolve(queue.claim(now, limit, lease)),
    change: async (id, decide, options) => {
      const changed = await partners.change(id, decide, options);
      if (changed.kind === 'done') queue.set(id, pendingAt(changed.partner));
      return changed;
    },
  };
};

/** A schedule that notes, in order, what it does and when. */
const noting = (
  besides: (note: (what: string) => void) => readonly Beside[],
  ...given: readonly Partner[]
) => {
  const notes: string[] = [];
  const faults: unknown[] = [];
  const partners = leasing(...given);
  const clock = testClock('2026-03-02T09:00:00Z');
  const note = (what: string): void => void notes.push(`${clock.now().slice(5, 16)} ${what}`);
  const due = schedule({
    deeds: { partners, clock, catalogue, chance: testChance() },
    notifier: {
      deliver: async (id) => {
        note(id);
        const waiting = (await partners.read(id))?.outbox ?? [];
        const ids = waiting.map((message) => message.id);
        await markMessages(partners, id, ids, (message) => ({ ...message, status: 'sent' }));
      },
      refresh: () => Promise.resolve(),
    },
    besides: besides(note),
    fault: (error) => void faults.push(error),
  });
  const runTo = (moment: string) => due.runDue(at(moment), (next) => clock.set(next));
  return { due, runTo, notes, faults, clock };
};

/** Something that is done at each midnight, from that of 3 March on. */
const nightly = (note: (what: string) => void): Beside => {
  let next = at('2026-03-03', '00:00:00.000');
  return {
    name: 'nightly',
    next: () => Promise.resolve(next),
    run: (now) => {
      note('nightly');
      next = startOf(addDays(dayOf(now), 1));
      return Promise.resolve();
    },
  };
};

describe('a clock that is moved', () => {
  it('stops at each moment of a partner, and of what is done besides, in their order', async () => {
    const { runTo, notes } = noting(
      (note) => [nightly(note)],
      withMessage('6000001', at('2026-03-03', '10:00:00.000')),
      withMessage('6000002', at('2026-03-04', '08:00:00.000')),
    );
    await runTo('2026-03-05');
    assert.deepEqual(notes, [
      '03-03T00:00 nightly',
      '03-03T10:00 6000001',
      '03-04T00:00 nightly',
      '03-04T08:00 6000002',
      '03-05T00:00 nightly',
    ]);
  });

  it('does what is overdue now, without moving', async () => {
    const { runTo, notes, clock } = noting(
      (note) => [nightly(note)],
      withMessage('6000001', at('2026-03-01')),
    );
    clock.set('2026-03-03T12:00:00Z');
    await runTo('2026-03-03');
    assert.deepEqual(notes.toSorted(), ['03-03T12:00 6000001', '03-03T12:00 nightly']);
  });

  it('what is done besides and fails is told of, comes up again at a later moment, and holds up nothing', async () => {
    const failing: Beside = {
      name: 'failing',
      next: () => Promise.resolve(at('2026-03-03')),
      run: () => Promise.reject(new Error('digest')),
    };
    const { runTo, notes, faults } = noting(() => [failing], withMessage('6000001', at('2026-03-04')));
    await runTo('2026-03-05');
    assert.deepEqual(notes, ['03-04T12:00 6000001']);
    assert.deepEqual(faults, [new Error('digest'), new Error('digest')]);
  });
});

describe('the end of the schedule', () => {
  it('waits so long and no longer for what hangs', async () => {
    const { due } = noting(() => [
      { name: 'hangs', next: (now) => Promise.resolve(now), run: () => new Promise<void>(() => undefined) },
    ]);
    due.start();
    await due.stop(20);
  });
});
