import assert from 'node:assert/strict';
import type { CommandId } from '../../../membership/rules/ids.ts';
import type { Store } from '../../../store/contract.ts';
import { StoreFault } from '../../../store/faults.ts';
import { postgres } from '../../support/postgres.ts';
import { all, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { orderNumber, partner, withOrder } from '../samples.ts';

const crashes = process.env.ENDURE ? 40 : 3;
const partners = 4;
const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

describe('PostgreSQL that crashes under load', () => {
  let database: Database;
  beforeEach(async () => {
    database = await newDatabase();
  });
  afterEach(() => database.remove());

  /** Places orders as a deed does, again under the same command where it is told that it could not be saved. */
  const work = async (
    store: Store,
    first: number,
    confirmed: string[],
    over: () => boolean,
  ): Promise<void> => {
    for (let nth = first; !over(); nth += 100) {
      const command = `c-${nth}` as CommandId;
      const { mpnId } = partner((nth % partners) + 1);
      for (let done = false; !done;) {
        try {
          const result = await store.partners.change(mpnId, (now) =>
            now.handled.some(({ id }) => id === command)
              ? { kind: 'unchanged', answer: 0 }
              : { kind: 'commit', partner: withOrder(now, orderNumber(nth), command), answer: 0 },
          );
          done = result.kind === 'done';
          assert.ok(done, `the number of ${command} was free`);
        } catch (error) {
          assert.ok(
            error instanceof StoreFault && ['unavailable', 'notSaved'].includes(error.code),
            String(error),
          );
        }
      }
      confirmed.push(command);
    }
  };

  it(`loses and doubles nothing, and is used again as soon as it is back (${crashes} times)`, async () => {
    const server = await postgres();
    const stores = await Promise.all([database.open(), database.open({ patience: 300 })]);
    await put(
      stores[0],
      Array.from({ length: partners }, (_, n) => partner(n + 1)),
    );
    const confirmed: string[] = [];
    let over = false;
    const workers = Array.from({ length: 8 }, (_, n) => work(stores[n % 2]!, n + 1, confirmed, () => over));
    for (let n = 0; n < crashes; n += 1) {
      await pause(150);
      await server.crash();
      assert.equal(await stores[0].writable(), false);
      const before = confirmed.length;
      await pause((n % 3) * 200);
      await server.start();
      while (!(await stores[0].writable())) await pause(20);
      while (confirmed.length === before) await pause(20);
    }
    over = true;
    await Promise.all(workers);
    const stored = (await all(stores[0])).flatMap(({ orders, handled }) => {
      assert.equal(orders.length, handled.length);
      return handled.map(({ id }) => id as string);
    });
    assert.deepEqual(stored.toSorted(), confirmed.toSorted());
    assert.ok(confirmed.length > crashes * 8);
    await Promise.all(stores.map((store) => store.close()));
  }).timeout(20_000 + crashes * 8_000);
});
