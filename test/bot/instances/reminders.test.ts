import assert from 'node:assert/strict';
import { nextDue } from '../../../membership/rules/next-due.ts';
import { newDatabase, type Database } from '../../store/databases.ts';
import { newFolder, type Folder } from '../../store/folders.ts';
import { realCatalogue } from '../../support/bot.ts';
import { standInConnector, type StandInConnector } from '../../support/connector.ts';
import { after as momentAfter, conversationOf, due, groups, minute, seed } from '../../support/crowd.ts';
import { startFleet, type Fleet } from './fleet.ts';

const endure = process.env.ENDURE !== undefined;
const count = endure ? 2_000 : 100;
const kills = endure ? 8 : 1;
const hour = 60 * minute;
/** Longer than the lease of what a dead process had claimed. */
const leaseIsOver = 2 * minute;
/** So long may it take from a reminder's sending until it is noted. */
const inFlightMs = 1_000;

describe(`${count} reminders due on two instances at once, which are killed in the middle (${kills} times)`, () => {
  const all = groups(count, 'reminders');
  let database: Database;
  let folder: Folder;
  let connector: StandInConnector;
  let fleet: Fleet;
  before(async function () {
    this.timeout(minute);
    database = await newDatabase();
    folder = await newFolder();
    connector = await standInConnector();
    const catalogue = await realCatalogue();
    const store = await database.open({ dueAt: (partner) => nextDue(catalogue, partner) });
    await seed(store, all, { serviceUrl: connector.serviceUrl, at: due });
    await store.close();
    fleet = await startFleet(2, { begins: momentAfter(-hour), folder: folder.path, url: database.url });
  });
  after(async () => {
    await fleet.stop();
    await connector.close();
    await database.remove();
    await folder.remove();
  });

  const sendings = (group: (typeof all)[number]): readonly number[] =>
    connector.in(conversationOf(group)).map(({ at }) => at);
  const untilSent = async (most: number): Promise<void> => {
    let seen = 0;
    await connector.waitFor(() => ++seen >= most);
  };

  /** Both begin at once and are killed, the last time one of them alone, which leaves the rest to the other. */
  const sweepAndKill = async (nth: number): Promise<number> => {
    const already = connector.recorded.length;
    const ahead = hour + nth * leaseIsOver;
    const sweeps = fleet.instances.map((instance) => instance.sweep(ahead));
    const killed = nth < kills - 1 ? fleet.instances : fleet.instances.slice(0, 1);
    await untilSent(already + count / (2 * kills));
    for (const instance of killed) instance.kill();
    const at = performance.now();
    await Promise.allSettled(sweeps);
    await Promise.all(fleet.instances.map((instance) => instance.ready()));
    return at;
  };

  it('go out, each once, but for those on their way at the kill', async function () {
    this.timeout(5 * minute);
    const ends: number[] = [];
    for (let nth = 0; nth < kills; nth += 1) ends.push(await sweepAndKill(nth));
    await Promise.all(fleet.instances.map((instance) => instance.sweep(hour + kills * leaseIsOver)));
    let twice = 0;
    for (const group of all) {
      const [first = NaN, ...others] = sendings(group);
      assert.ok(!Number.isNaN(first), `${conversationOf(group)} was not reminded`);
      if (others.length === 0) continue;
      twice += others.length;
      assert.ok(
        ends.some((end) => first > end - inFlightMs && first <= end + inFlightMs),
        'sent twice, and nothing ended in between',
      );
    }
    console.log(`      ${count} reminders, ${ends.length} kills, ${twice} sent twice`);
  });
});
