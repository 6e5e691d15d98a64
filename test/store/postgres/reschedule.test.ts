import assert from 'node:assert/strict';
import { addDays, startOf, type Day } from '../../../membership/rules/calendar.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { placeOrder, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { day, orderNumber, partner } from '../samples.ts';

const one = partner(1);
const on = (dueOn: Day) => (of: Partner) => (of.orders.length > 0 ? startOf(dueOn) : undefined);
const [early, late] = [addDays(day, 2), addDays(day, 30)];

describe('a change of the rule by which partners fall due', () => {
  let database: Database;
  beforeEach(async () => {
    database = await newDatabase();
    const store = await database.open({ dueAt: on(late), dueRule: 'late' });
    await put(store, [one, partner(2)]);
    await placeOrder(store, one.mpnId, orderNumber(1));
    await store.close();
  });
  afterEach(() => database.remove());

  const dueOn = async (asked: Day, dueRule: string): Promise<readonly string[]> => {
    const store = await database.open({ dueAt: on(early), dueRule });
    try {
      for (let tries = 0; ; tries += 1) {
        const due = await store.partners.claimDue(startOf(asked), 10, 1);
        if (due.length > 0 || tries === 20) return due;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      await store.close();
    }
  };

  it('reaches those who were committed before it', async () => {
    assert.deepEqual(await dueOn(early, 'early'), [one.mpnId]);
  });

  it('is not looked for where the rule is the same', async () => {
    assert.deepEqual(await dueOn(early, 'late'), []);
    assert.deepEqual(await dueOn(late, 'late'), [one.mpnId]);
  });
});
