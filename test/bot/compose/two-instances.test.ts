import assert from 'node:assert/strict';
import { instant } from '../../../membership/rules/calendar.ts';
import type { CommandId, MessageId } from '../../../membership/rules/ids.ts';
import { nextDue } from '../../../membership/rules/next-due.ts';
import type { Store } from '../../../store/contract.ts';
import { demoImport } from '../../../playground/demo/partners.ts';
import { newDatabase, type Database } from '../../store/databases.ts';
import { realCatalogue, testBot, testChance, type TestBot } from '../../support/bot.ts';
import { deliver } from '../../support/activities.ts';
import { day } from '../../support/partner.ts';
import { ordersOf, partnerOf } from '../../talks/orders.ts';
import { talkerIn, today, type Talker } from '../../talks/table.ts';

/** One of several bots on a database: it draws ids of its own. */
const instance = async (database: Database, name: string): Promise<TestBot> => {
  const catalogue = await realCatalogue();
  const store = await database.open({ dueAt: (partner) => nextDue(catalogue, partner) });
  const ids = testChance();
  const around = (own: Store): Store => ({
    ...store,
    close: async () => {
      await Promise.all([store.close(), own.close()]);
    },
  });
  return testBot({
    partners: demoImport(day(today)),
    around,
    chance: {
      random: () => ids.random(),
      commandId: () => `${name}-${ids.commandId()}` as CommandId,
      messageId: () => `${name}-${ids.messageId()}` as MessageId,
    },
  });
};

describe('two instances of the bot on one database', () => {
  let database: Database;
  let one: TestBot;
  let two: TestBot;
  beforeEach(async () => {
    database = await newDatabase();
    one = await instance(database, 'one');
    two = await instance(database, 'two');
  });
  afterEach(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await database.remove();
  });

  /** A bot whose turns go to the one and the other in turn, as a proxy's would. */
  const both = (): TestBot => {
    let turns = 0;
    return {
      ...one,
      get url() {
        return (turns++ % 2 === 0 ? one : two).url;
      },
    };
  };

  const inChat = ({ chat }: Talker) => one.connector.in(chat.speaker.conversation);

  const buy = async () => {
    const talker = talkerIn(both(), 'en');
    const { chat, w } = talker;
    await chat.send(chat.speaker.installed());
    await chat.say('data analytics');
    await chat.press(w('subscribe'));
    await chat.press(w('next'));
    const mark = talker.mark();
    await chat.press(w('submit'), { agreement: 'true' });
    assert.match(talker.heard(mark), new RegExp(w('news.placed')));
    return talker;
  };

  it('take the turns of one talk as they come', async () => {
    await buy();
    assert.equal((await ordersOf(one)).length, 1);
    // What is not there and what is undefined are the same once they are kept.
    const kept = async (bot: TestBot): Promise<unknown> => JSON.parse(JSON.stringify(await ordersOf(bot)));
    assert.deepEqual(await kept(two), await kept(one));
  });

  it('answer an activity once that is delivered to both', async () => {
    const { chat, mark } = await buy();
    const before = mark();
    const activity = chat.speaker.message('orders');
    const answers = await Promise.all([one, two].map(({ url }) => deliver(url, activity)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(mark(), before + 1);
  });

  it('tell what falls due once, though both wake for it', async () => {
    const talker = await buy();
    const later = instant(new Date('2026-04-02T09:00:00Z'));
    for (const bot of [one, two]) bot.clock.set(later);
    const before = inChat(talker).filter(({ kind }) => kind === 'sent').length;
    await Promise.all([one, two].map(({ app }) => app.runDue(later, () => undefined)));
    await Promise.all([one, two].map(({ app }) => app.settled()));
    const [order] = await ordersOf(two);
    assert.equal(order?.state, 'expired');
    const sent = inChat(talker).filter(({ kind }) => kind === 'sent');
    assert.equal(sent.length, before + 1, 'one new card; the others are updated');
    const outbox = (await partnerOf(two)).outbox.filter(({ status }) => status === 'sent');
    assert.equal(new Set(outbox.map(({ to, at }) => `${to} ${at}`)).size, outbox.length);
  });
});
