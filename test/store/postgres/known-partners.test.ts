import assert from 'node:assert/strict';
import pg from 'pg';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { commit, ofTenant, placeOrder, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { orderNumber, partner } from '../samples.ts';

const one = partner(1);
const id = one.mpnId;
const [mine, theirs] = [orderNumber(1), orderNumber(2)];
const numbers = (found: Partner | undefined) => found?.orders.map(({ number }) => number);

describe('what an instance knows of a partner', () => {
  let database: Database;
  let [here, there] = [] as unknown as [Store, Store];
  beforeEach(async () => {
    database = await newDatabase();
    [here, there] = await Promise.all([database.open(), database.open()]);
    await put(here, [one]);
    await here.partners.read(id);
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    await database.remove();
  });

  it('is read as it is, whoever changed it', async () => {
    await placeOrder(there, id, theirs);
    assert.deepEqual(numbers(await here.partners.read(id)), [theirs]);
    await commit(there, id, (now) => ({ ...now, name: 'Renamed' }));
    assert.equal((await ofTenant(here, one.tenantId))?.name, 'Renamed');
  });

  it('is decided on anew where another was quicker', async () => {
    await placeOrder(there, id, theirs);
    const seen: unknown[] = [];
    const result = await here.partners.change(id, (now) => {
      seen.push(numbers(now));
      return { kind: 'commit', partner: { ...now, name: 'Renamed' }, answer: undefined };
    });
    assert.equal(result.kind, 'done');
    assert.deepEqual(seen, [[], [theirs]]);
    assert.deepEqual(numbers(await there.partners.read(id)), [theirs]);
  });

  it('answers nothing by itself: what would commit nothing is asked of the database', async () => {
    await placeOrder(there, id, theirs);
    const result = await here.partners.change(id, (now) => ({ kind: 'unchanged', answer: numbers(now) }));
    assert.deepEqual(result.kind === 'done' && result.answer, [theirs]);
  });

  it('follows a tenant to its new partner', async () => {
    assert.equal((await ofTenant(here, one.tenantId))?.mpnId, id);
    const two = partner(2);
    await put(there, [
      { ...one, tenantId: two.tenantId },
      { ...two, tenantId: one.tenantId },
    ]);
    assert.equal((await ofTenant(here, one.tenantId))?.mpnId, two.mpnId);
    assert.equal((await ofTenant(here, two.tenantId))?.mpnId, id);
  });

  it('is the text that the database could keep', async () => {
    await commit(here, id, (now) => ({ ...now, name: 'A\u0000da' }));
    assert.equal((await here.partners.read(id))?.name, 'A\uFFFDda');
  });

  /** What was not waited to the disk is gone after a crash, and its number is given to another commit. */
  const forgetNewest = async (state: Partner): Promise<void> => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query(
      'UPDATE partner SET version = version - 1, commits = commits[2:], state = $2 WHERE mpn_id = $1',
      [id, JSON.stringify(state)],
    );
    await client.end();
  };

  it('is never taken for a later commit of the same number, nor written over it', async () => {
    await here.partners.change(
      id,
      (now) => ({ kind: 'commit', partner: { ...now, name: 'Forgotten' }, answer: undefined }),
      { durable: false },
    );
    await forgetNewest(one);
    await placeOrder(there, id, theirs);
    assert.deepEqual(numbers(await here.partners.read(id)), [theirs]);

    await commit(here, id, (now) => ({ ...now, name: 'Forgotten too' }));
    await forgetNewest(await there.partners.read(id).then((now) => ({ ...now!, name: one.name })));
    await commit(there, id, (now) => ({ ...now, name: 'Kept' }));
    await placeOrder(here, id, mine);
    const found = await there.partners.read(id);
    assert.deepEqual([numbers(found), found?.name], [[theirs, mine], 'Kept']);
  });
});
