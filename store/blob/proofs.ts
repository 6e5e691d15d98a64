import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import type { ProofStore } from '../../membership/proof-ports.ts';
import { isProofHash, type ProofHash } from '../../membership/rules/ids.ts';
import { StoreFault } from '../faults.ts';
import { containerClient, usualTimes, type BlobContainer, type BlobTimes } from './container.ts';
import { isNoSuchBlob, isNowhere, troubleCode } from './trouble.ts';

/** What a proof may be at most, and some: nobody else's blob is read to its end. */
const mostBytes = 16 * 1024 * 1024;

const blobOf = (container: ContainerClient, hash: ProofHash): BlockBlobClient => {
  // The hash becomes a blob's name: what is none never gets that far.
  if (!isProofHash(hash)) throw new RangeError('a proof is kept under its SHA-256');
  return container.getBlockBlobClient(hash);
};

/** All its bytes; undefined where there is no such blob. */
const download = async (blob: BlockBlobClient, overall: number): Promise<Uint8Array | undefined> => {
  try {
    const answer = await blob.download(0, mostBytes, { abortSignal: AbortSignal.timeout(overall) });
    return answer.readableStreamBody && (await buffer(answer.readableStreamBody));
  } catch (cause) {
    if (isNoSuchBlob(cause)) return undefined;
    const text = `the object store could not be read: ${troubleCode(cause)}`;
    throw new StoreFault('unusable', text, { cause });
  }
};

/**
 * Proofs as blobs under their hash, as files have them, so that a folder of files can be copied over. `put` resolves
 * when the blob is kept; `get` gives only what still fits its hash. Both reject with a `StoreFault`: `notSaved`,
 * `unusable` where the container can't be read, `damaged` where the content is another one (it stays where it is).
 */
const blobProofs = (container: ContainerClient, { overall }: BlobTimes): ProofStore => ({
  put: async (hash, bytes) => {
    const blob = blobOf(container, hash);
    try {
      await blob.upload(Buffer.from(bytes), bytes.length, { abortSignal: AbortSignal.timeout(overall) });
    } catch (cause) {
      const text = `a proof could not be kept in the object store: ${troubleCode(cause)}`;
      throw new StoreFault('notSaved', text, { cause });
    }
  },
  get: async (hash) => {
    const bytes = await download(blobOf(container, hash), overall);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') === hash) return bytes;
    throw new StoreFault('damaged', `the proof ${hash} in the object store does not fit its hash`);
  },
});

/** How the container stood at the start; `unreachable` may mend itself. */
export type ContainerState = 'ready' | { readonly unreachable: string };

/** A container that is not there is made in Azurite alone: elsewhere its name may be misspelt. */
const look = async (
  container: ContainerClient,
  { identity }: BlobContainer,
  { overall }: BlobTimes,
): Promise<ContainerState> => {
  const abortSignal = AbortSignal.timeout(overall);
  try {
    if (identity.kind === 'azurite') await container.createIfNotExists({ abortSignal });
    else await container.getProperties({ abortSignal });
    return 'ready';
  } catch (error) {
    const code = troubleCode(error);
    if (isNowhere(error)) {
      const text = `PROOF_STORE names an account or a container that is not there (${code})`;
      throw new StoreFault('unusable', text, { cause: error });
    }
    return { unreachable: code };
  }
};

/**
 * Opens the container. An outage is no reason not to start, since orders go on without proofs; a name that leads
 * nowhere is: it rejects with a `StoreFault` `unusable`.
 */
export const openBlobProofs = async (
  place: BlobContainer,
  times: BlobTimes = usualTimes,
): Promise<{ readonly proofs: ProofStore; readonly state: ContainerState }> => {
  const container = containerClient(place, times);
  return { state: await look(container, place, times), proofs: blobProofs(container, times) };
};
