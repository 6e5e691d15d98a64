import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { RestError } from '@azure/storage-blob';
import type { ProofStore } from '../../../membership/proof-ports.ts';
import { containerClient, usualTimes } from '../../../store/blob/container.ts';
import { openBlobProofs } from '../../../store/blob/proofs.ts';
import { isNowhere } from '../../../store/blob/trouble.ts';
import { startAzurite, type Azurite } from '../../support/azurite.ts';
import { aProof, proofsContract } from '../contract/proofs.ts';

const identity = { kind: 'azurite' } as const;
const short = { perTry: 150, overall: 500 };
const { hash, bytes } = aProof;

const proofsAt = async (url: string, times = usualTimes): Promise<ProofStore> =>
  (await openBlobProofs({ url, identity }, times)).proofs;

describe('proofs in an object store', () => {
  let azurite: Azurite;
  let url: string;
  let proofs: ProofStore;
  let containers = 0;

  before(async () => {
    azurite = await startAzurite();
  });
  after(() => azurite.stop());
  beforeEach(async () => {
    url = azurite.containerUrl(`proofs-${++containers}`);
    proofs = await proofsAt(url);
  });

  proofsContract({
    get proofs() {
      return proofs;
    },
    reopen: async () => {
      proofs = await proofsAt(url);
    },
  });

  it('that are not what they were are never given, and can be put again', async () => {
    await proofs.put(hash, bytes);
    await containerClient({ url, identity }, usualTimes).getBlockBlobClient(hash).upload('else', 4);
    await assert.rejects(proofs.get(hash), { name: 'StoreFault', code: 'damaged' });
    await proofs.put(hash, bytes);
    assert.deepEqual(new Uint8Array((await proofs.get(hash))!), bytes);
  });

  it('are not waited for longer than a turn can wait, and go on once the store does', async () => {
    proofs = await proofsAt(url, short);
    azurite.hang();
    const began = performance.now();
    try {
      await assert.rejects(proofs.put(hash, bytes), { name: 'StoreFault', code: 'notSaved' });
      await assert.rejects(proofs.get(hash), { name: 'StoreFault', code: 'unusable' });
    } finally {
      azurite.goOn();
    }
    assert.ok(performance.now() - began < 4 * short.overall);
    await proofs.put(hash, bytes);
    assert.equal((await proofs.get(hash))?.length, bytes.length);
  });

  it('fail clearly, with no address and no key, where the container is gone', async () => {
    await containerClient({ url, identity }, usualTimes).delete();
    await assert.rejects(proofs.put(hash, bytes), {
      code: 'notSaved',
      message: 'a proof could not be kept in the object store: ContainerNotFound',
    });
    await assert.rejects(proofs.get(hash), { code: 'unusable' });
  });
});

describe('an object store that is not there at the start', () => {
  const times = { perTry: 150, overall: 400 };

  it('is an outage where nobody answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const url = `http://127.0.0.1:${port}/devstoreaccount1/proofs`;
    const { state } = await openBlobProofs({ url, identity }, times);
    assert.notEqual(state, 'ready');
  });

  it('is nowhere where the address names nothing, and that alone', () => {
    const refusedWith = (code: string, statusCode?: number) =>
      isNowhere(new RestError('no', { code, ...(statusCode === undefined ? {} : { statusCode }) }));
    assert.equal(refusedWith('ContainerNotFound', 404), true);
    assert.equal(refusedWith('ENOTFOUND'), true);
    // The name server is out of reach; a role that was given a minute ago; a busy store.
    for (const code of ['EAI_AGAIN', 'AuthorizationPermissionMismatch', 'ServerBusy'])
      assert.equal(refusedWith(code), false, code);
  });
});
