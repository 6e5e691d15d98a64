import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { PaymentId, ProofHash } from '../../../membership/rules/ids.ts';
import type { Store } from '../../../store/contract.ts';
import { commit, put } from '../contract/place.ts';
import { newFolder } from '../folders.ts';
import { forgetfulDisk } from '../forgetful-disk.ts';
import { bankLine, chat, orderNumber, parkedNews, partner, withOrder } from '../samples.ts';

const runs = process.env.ENDURE ? 2_000 : 60;
const one = partner(1);
const proof = Buffer.from('a proof');
const proofHash = createHash('sha256').update(proof).digest('hex') as ProofHash;

/** Something that is confirmed, and how it is seen to be there. */
interface Deed {
  readonly does: (store: Store) => Promise<unknown>;
  readonly isThere: (store: Store) => Promise<unknown>;
}

const placing = (nth: number): Deed => ({
  does: (store) => commit(store, one.mpnId, (before) => withOrder(before, orderNumber(nth))),
  isThere: async (store) => {
    const orders = (await store.partners.read(one.mpnId))?.orders ?? [];
    return orders.filter(({ number }) => number === orderNumber(nth)).length === 1;
  },
});

const importing: Deed = {
  does: (store) => put(store, [partner(2), partner(3)]),
  isThere: async (store) =>
    (await store.partners.read(partner(2).mpnId)) && (await store.partners.read(partner(3).mpnId)),
};

/** In the order in which they are done; between them messages are marked and the chat's record is written, which may
 * be forgotten. */
const deeds: readonly Deed[] = [
  placing(1),
  { does: (s) => s.ledger.record(bankLine('1')), isThere: (s) => s.ledger.find('1' as PaymentId) },
  importing,
  placing(2),
  { does: (s) => s.parked.park(parkedNews('e')), isThere: async (s) => (await s.parked.all()).length === 1 },
  {
    does: (s) => s.ledger.mark({ ...bankLine('1'), status: { kind: 'matched', order: orderNumber(1) } }),
    isThere: async (s) => (await s.ledger.find('1' as PaymentId))?.status.kind === 'matched',
  },
  { does: (s) => s.proofs.put(proofHash, proof), isThere: (s) => s.proofs.get(proofHash) },
  placing(3),
];

/** What may be forgotten, and takes nothing with it. */
const note = (store: Store, count: number): Promise<unknown> =>
  store.partners.change(
    one.mpnId,
    (before) => ({
      kind: 'commit',
      partner: { ...before, outbox: before.outbox.map((message) => ({ ...message, attempts: count })) },
      answer: undefined,
    }),
    { durable: false },
  );

/** As many as the power lasts for. */
const doAll = async (store: Store): Promise<readonly Deed[]> => {
  const confirmed: Deed[] = [];
  for (const deed of deeds) {
    try {
      await deed.does(store);
    } catch {
      return confirmed;
    }
    confirmed.push(deed);
    await note(store, confirmed.length).catch(() => undefined);
    await store.chats.write({ ...chat('ada'), name: String(confirmed.length) }).catch(() => undefined);
  }
  return confirmed;
};

describe('a power cut, on a disk that forgets what was not synced', () => {
  it(`at any step leaves all that was confirmed, and no document in pieces (${runs} cuts)`, async () => {
    const counts = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(120),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999 })),
        async (steps, draws) => {
          const folder = await newFolder();
          const disk = forgetfulDisk();
          const random = (): number => Number(draws.next().value);
          const store = await folder.open({ disk });
          await put(store, [one]);
          disk.endsAt = disk.count + steps;
          const confirmed = await doAll(store);
          await store.close();
          disk.cutPower(random);
          const after = await folder.open({ disk });
          for (const deed of confirmed) assert.ok(await deed.isThere(after), `lost: ${deeds.indexOf(deed)}`);
          // The record of a chat may be forgotten, or be in pieces: it is set aside then, and the talk begins anew.
          await after.chats.read(chat('ada').person);
          const inPieces = folder.events.filter(
            (event) => event.kind === 'setAside' && !event.as.includes('chats'),
          );
          assert.deepEqual(inPieces, []);
          assert.equal(await after.writable(), true);
          await after.close();
          await folder.remove();
          counts.set(confirmed.length, (counts.get(confirmed.length) ?? 0) + 1);
        },
      ),
      { numRuns: runs },
    );
    assert.ok(counts.size > deeds.length / 2, 'the power was cut at few places');
  }).timeout(300_000);

  it('forgets no message that was sent, nor where somebody can be reached, once that was put in order', async () => {
    const folder = await newFolder();
    const disk = forgetfulDisk();
    const first = await folder.open({ disk });
    await put(first, [one]);
    await commit(first, one.mpnId, (before) => withOrder(before, orderNumber(1)));
    await note(first, 7);
    await first.chats.write(chat('ada'));
    await first.close();
    const second = await folder.open({ disk });
    await second.close();
    disk.cutPower(() => 0.9);
    const after = await folder.open({ disk });
    assert.equal((await after.partners.read(one.mpnId))?.outbox[0]?.attempts, 7);
    assert.deepEqual(await after.chats.read(chat('ada').person), chat('ada'));
    await after.close();
    await folder.remove();
  });
});
