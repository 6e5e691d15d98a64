import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ProofStore } from '../../../membership/proof-ports.ts';
import type { ProofHash } from '../../../membership/rules/ids.ts';

/** A place for proofs under test, whichever run of it is the current one. */
export interface ProofsUnderTest {
  readonly proofs: ProofStore;
  reopen(): Promise<void>;
}

const bytes = new Uint8Array([37, 80, 68, 70, 0, 255]);
export const aProof = {
  bytes,
  hash: createHash('sha256').update(bytes).digest('hex') as ProofHash,
};

/** What every place for proofs promises: files, and an object store. */
export const proofsContract = (under: ProofsUnderTest): void => {
  describe('proofs', () => {
    const { hash } = aProof;

    it('are kept under their hash, twice without harm', async () => {
      assert.equal(await under.proofs.get(hash), undefined);
      await Promise.all([under.proofs.put(hash, bytes), under.proofs.put(hash, bytes)]);
      await under.reopen();
      assert.deepEqual(new Uint8Array((await under.proofs.get(hash))!), bytes);
    });

    it('of 5 MB come back whole', async () => {
      const large = new Uint8Array(5 * 1024 * 1024).map((_, n) => n % 251);
      const itsHash = createHash('sha256').update(large).digest('hex') as ProofHash;
      await under.proofs.put(itsHash, large);
      const back = await under.proofs.get(itsHash);
      assert.equal(Buffer.compare(back!, large), 0);
    });

    it('have no other names than hashes', async () => {
      const name = '../partners/6000001.json' as ProofHash;
      await assert.rejects(under.proofs.put(name, bytes), RangeError);
      await assert.rejects(under.proofs.get(name), RangeError);
    });
  });
};
