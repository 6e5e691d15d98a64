import assert from 'node:assert/strict';
import type { MpnId } from '../../../membership/rules/ids.ts';
import type { Store } from '../../../store/contract.ts';
import { StoreFault } from '../../../store/faults.ts';
import { commit, put } from '../contract/place.ts';
import { failingDisk, type FailingDisk } from '../failing-disk.ts';
import { newFolder, type Folder } from '../folders.ts';
import { bankLine, chat, orderNumber, partner, withOrder } from '../samples.ts';

const notSaved = { name: 'StoreFault', code: 'notSaved' };
const assertNotSaved = (error: unknown): void =>
  assert.ok(error instanceof StoreFault && error.code === 'notSaved', String(error));
const [one, two] = [partner(1), partner(2)];

/** More steps than any deed below takes: past its last one the deed succeeds, which ends the loop. */
const mostSteps = 40;

describe('a disk that fails', () => {
  let folder: Folder;
  let disk: FailingDisk;
  let store: Store;

  beforeEach(async () => {
    folder = await newFolder();
    disk = failingDisk();
    store = await folder.open({ disk });
    await put(store, [one, two]);
  });
  afterEach(async () => {
    disk.fails = () => false;
    await store.close();
    await folder.remove();
  });

  const reopen = async (): Promise<void> => {
    disk.fails = () => false;
    await store.close();
    store = await folder.open({ disk });
  };

  /** Fails the nth step from now on, alone or with all that follow it. */
  const failFrom = (nth: number, lasting: boolean): void => {
    const start = disk.count;
    disk.fails = (_step, count) => (lasting ? count >= start + nth : count === start + nth);
  };

  for (const lasting of [false, true])
    it(`at any step of a commit${lasting ? ' and from then on' : ''} leaves the last confirmed state`, async () => {
      let expected = one;
      let failures = 0;
      for (let nth = 1; nth <= mostSteps; nth += 1) {
        const start = disk.count;
        failFrom(nth, lasting);
        const next = withOrder(expected, orderNumber(nth));
        const outcome = await commit(store, one.mpnId, () => next).then(
          () => 'saved',
          (error: unknown) => error,
        );
        if (outcome === 'saved') expected = next;
        else {
          failures += 1;
          assertNotSaved(outcome);
        }
        assert.deepEqual(await store.partners.read(one.mpnId), expected);
        const steps = disk.count - start;
        disk.fails = () => false;
        // The probe of /readyz puts back what could not be put back at once.
        assert.equal(await store.writable(), true);
        await reopen();
        assert.deepEqual(await store.partners.read(one.mpnId), expected, `step ${nth}`);
        if (steps < nth) break;
      }
      assert.equal(failures, 5, 'create, write, sync, rename and the sync of the folder');
      assert.equal((await commit(store, one.mpnId, (before) => ({ ...before, name: 'Again' }))).kind, 'done');
    });

  it('gives back the order number that could not be saved', async () => {
    failFrom(1, true);
    const number = orderNumber(9);
    await assert.rejects(
      commit(store, one.mpnId, (before) => withOrder(before, number)),
      notSaved,
    );
    disk.fails = () => false;
    assert.equal((await commit(store, two.mpnId, (before) => withOrder(before, number))).kind, 'done');
  });

  it('is seen by the probe, and seen to have recovered', async () => {
    for (const step of ['create', 'write', 'sync', 'rename', 'syncFolder']) {
      disk.fails = (now) => now === step;
      assert.equal(await store.writable(), false, step);
      disk.fails = () => false;
      assert.equal(await store.writable(), true, step);
    }
  });

  it('is told by chat records, bank lines and proofs too, which stay as they were', async () => {
    const { person } = chat('ada');
    await store.chats.write(chat('ada'));
    disk.fails = () => true;
    await assert.rejects(store.chats.write({ ...chat('ada'), installed: false }), notSaved);
    await assert.rejects(store.ledger.record(bankLine('1')), notSaved);
    await assert.rejects(store.proofs.put('a'.repeat(64) as never, new Uint8Array(1)), notSaved);
    disk.fails = () => false;
    assert.deepEqual(await store.chats.read(person), chat('ada'));
    assert.equal(await store.ledger.record(bankLine('1')), true);
  });

  it('at any step of an import leaves all of it or nothing, also after a restart', async () => {
    const others = [partner(3), partner(4)];
    const ids = others.map(({ mpnId }) => mpnId);
    const stored = (): Promise<readonly boolean[]> =>
      Promise.all(ids.map(async (id: MpnId) => (await store.partners.read(id)) !== undefined));
    const outcomes = new Set<boolean>();
    let steps = mostSteps;
    for (let nth = 1; nth <= steps; nth += 1) {
      const place = await newFolder();
      const own = failingDisk();
      await store.close();
      store = await place.open({ disk: own });
      const start = own.count;
      own.fails = (_step, count) => count >= start + nth;
      const confirmed = await put(store, others).then(
        () => true,
        (error: unknown) => {
          assertNotSaved(error);
          return false;
        },
      );
      outcomes.add(confirmed);
      assert.deepEqual(await stored(), [confirmed, confirmed], `step ${nth}`);
      if (own.count - start < nth) steps = own.count - start;
      own.fails = () => false;
      await store.close();
      store = await place.open({ disk: own });
      const after = await stored();
      assert.equal(after[0], after[1], `half an import after step ${nth}`);
      if (confirmed) assert.deepEqual(after, [true, true]);
      await place.remove();
    }
    assert.deepEqual([...outcomes].toSorted(), [false, true]);
  });

  it('in the middle of a confirmed import is made good by the next probe', async () => {
    disk.fails = (step, count) => step === 'rename' && count > 0 && disk.bytes > 0 && renames++ > 0;
    let renames = 0;
    await put(store, [partner(3), partner(4)]);
    assert.equal(folder.events.at(-1)?.kind, 'importUnfinished');
    assert.deepEqual(await store.partners.read(partner(4).mpnId), partner(4));
    disk.fails = () => false;
    assert.equal(await store.writable(), true);
    await reopen();
    assert.deepEqual(await store.partners.read(partner(3).mpnId), partner(3));
    assert.equal(folder.events.filter(({ kind }) => kind === 'importFinished').length, 0);
  });
});
