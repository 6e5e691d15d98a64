import assert from 'node:assert/strict';
import { nextDue } from '../../../membership/rules/next-due.ts';
import { demoImport } from '../../../playground/demo/partners.ts';
import type { Store } from '../../../store/contract.ts';
import { newDatabase } from '../../store/databases.ts';
import { rivalOn } from '../../store/postgres/rival.ts';
import { realCatalogue, testBot } from '../../support/bot.ts';
import { day } from '../../support/partner.ts';
import { ordersOf } from '../../talks/orders.ts';
import { today } from '../../talks/table.ts';
import { accept, chatOf, pressing, review } from '../turns/demo.ts';

describe('a turn that another instance takes over in its middle', () => {
  it('says and does nothing, and is answered once when it is delivered again', async () => {
    const database = await newDatabase();
    const catalogue = await realCatalogue();
    const store = await database.open({ dueAt: (partner) => nextDue(catalogue, partner) });
    let interrupt = (): Promise<void> => Promise.resolve();
    const around = (own: Store): Store => ({
      ...store,
      meet: async (person) => {
        const met = await store.meet(person);
        await interrupt();
        return met;
      },
      close: async () => {
        await Promise.all([store.close(), own.close()]);
      },
    });
    const bot = await testBot({ partners: demoImport(day(today)), around });
    const rival = await rivalOn(database.url);
    try {
      const chat = chatOf(bot);
      await review(chat);
      const press = pressing(chat, 'Submit', accept)();
      const shown = chat.shown();
      interrupt = async () => {
        interrupt = () => Promise.resolve();
        await rival.takesOver(store);
      };
      assert.equal(await chat.send(press), 503);
      assert.match(bot.logged(), /"outcome":"refused"/);
      assert.deepEqual(chat.shown(), shown);
      assert.deepEqual(await ordersOf(bot), []);

      await rival.letsGo();
      assert.equal(await chat.send(press), 200);
      const [order, another] = await ordersOf(bot);
      assert.equal(another, undefined);
      assert.ok(chat.last().includes(order!.number));
      assert.equal(chat.shown().length, shown.length);
    } finally {
      await rival.close();
      await bot.stop();
      await database.remove();
    }
  });
});
