import assert from 'node:assert/strict';
import type { StillHeld, Store } from '../../../store/contract.ts';
import { placeOrder, put } from '../contract/place.ts';
import { newDatabase, type Database } from '../databases.ts';
import { chat, orderNumber, partner } from '../samples.ts';
import { rivalOn, type Rival } from './rival.ts';

const turn = { conversation: 'a:1', delivery: 'activity 1' };
const { mpnId } = partner(1);
const ada = chat('ada');

describe('a turn that loses its session in its middle', () => {
  let database: Database;
  let store: Store;
  let rival: Rival;
  beforeEach(async () => {
    database = await newDatabase();
    store = await database.open();
    await put(store, [partner(1)]);
    rival = await rivalOn(database.url);
  });
  afterEach(async () => {
    await rival.close();
    await store.close();
    await database.remove();
  });

  /** A turn in whose middle something happens. */
  const interrupted = (
    happens: () => Promise<void>,
    work: (stillHeld: StillHeld) => Promise<unknown>,
  ): Promise<unknown> =>
    store.turns.run(turn, async (stillHeld) => {
      await happens();
      return work(stillHeld ?? assert.fail('other processes may be there'));
    });
  const takenOver = () => rival.takesOver(store);
  const order = () => placeOrder(store, mpnId, orderNumber(1));
  const orders = async () => (await store.partners.read(mpnId))?.orders.length;

  const works: readonly (readonly [string, (stillHeld: StillHeld) => Promise<unknown>])[] = [
    ['commits', order],
    ['keeps where the talk is', () => store.chats.write(ada)],
    ['says something', (stillHeld) => stillHeld()],
    ['commits in the ledger’s turn', () => store.ledger.inTurn(order)],
  ];
  for (const [does, work] of works)
    it(`fails before it ${does}, where another was quicker, and is run again when it is delivered again`, async () => {
      await assert.rejects(interrupted(takenOver, work), { name: 'StoreFault', code: 'busy' });
      assert.deepEqual([await orders(), await store.chats.read(ada.person)], [0, undefined]);
      await rival.letsGo();
      assert.equal((await store.turns.run(turn, order)).kind, 'done');
      assert.equal(await orders(), 1);
    });

  it('goes on where nobody was', async () => {
    const ended = await interrupted(
      () => rival.endsSession(store),
      async (stillHeld) => {
        await stillHeld();
        return order();
      },
    );
    assert.equal((ended as { readonly kind: string }).kind, 'done');
    assert.equal(await orders(), 1);
    assert.deepEqual(await store.turns.run(turn, order), { kind: 'repeated' });
  });

  it('fails where another has answered the same meanwhile', async () => {
    const answered = async (): Promise<void> => {
      await rival.answers(turn.delivery);
      await rival.endsSession(store);
    };
    await assert.rejects(interrupted(answered, order), { code: 'busy' });
    assert.equal(await orders(), 0);
  });

  it('is over for what it leaves behind, such as messages about an earlier commit', async () => {
    const over = Promise.withResolvers<undefined>();
    let behind: Promise<unknown> = over.promise;
    const failing = interrupted(takenOver, (stillHeld) => {
      behind = over.promise.then(order);
      return stillHeld();
    });
    await assert.rejects(failing, { code: 'busy' });
    over.resolve(undefined);
    await behind;
    assert.equal(await orders(), 1);
  });
});
