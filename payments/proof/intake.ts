import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { Agent } from 'undici';
import type { FileSource, KeptProof, ProofIntake, ProofStore } from '../../membership/proof-ports.ts';
import type { ProofFault } from '../../membership/rules/proof.ts';
import { isProofHash, type ProofHash } from '../../membership/rules/ids.ts';
import { type FetchMeans, fetchFile } from './fetch.ts';
import { tidyFileName } from './file-name.ts';
import { type KnownHosts, loopbackReach, reachOf, teamsHosts } from './hosts.ts';
import { inspect } from './inspect.ts';
import { type ProofLimits, usualLimits } from './limits.ts';

export interface ProofIntakeOptions {
  readonly store: ProofStore;
  /** The bot's token for the connector, asked for only where the file lies there. None in local mode. */
  readonly token?: (() => Promise<string>) | undefined;
  /** Local mode: any loopback http address, and nothing else. */
  readonly loopback?: boolean | undefined;
  /** In production; Teams' own unless told. */
  readonly hosts?: KnownHosts | undefined;
  readonly limits?: Partial<ProofLimits> | undefined;
}

type Taken = { readonly kind: 'kept'; readonly proof: KeptProof } | ProofFault;

/**
 * Fetches, judges and keeps payment proofs. `take` rejects where the store or the token fails, and where
 * `close` comes first; `close` resolves when no request and no thread of it is left.
 */
export const proofIntake = (options: ProofIntakeOptions): ProofIntake & { close(): Promise<void> } => {
  const limits = { ...usualLimits, ...options.limits };
  const closing = new AbortController();
  const dispatcher = new Agent();
  const means: FetchMeans = {
    dispatcher,
    reach: options.loopback === true ? loopbackReach : reachOf(options.hosts ?? teamsHosts),
    limits,
    token: options.token,
    closing: closing.signal,
  };
  const held = pLimit(limits.filesAtOnce);
  const judged = pLimit(limits.inspectionsAtOnce);
  const open = new Set<Promise<Taken>>();

  const takeNow = async (source: FileSource): Promise<Taken> => {
    closing.signal.throwIfAborted();
    const fetched = await fetchFile(source, means);
    if (fetched.kind !== 'fetched') return fetched;
    const { bytes } = fetched;
    const inspected = await judged(() => inspect(bytes, limits, closing.signal));
    if (inspected.kind !== 'sound') return inspected;
    const hash = hashOf(bytes);
    // Under its hash, so that the same file handed in again is kept once.
    await options.store.put(hash, bytes);
    const fileName = tidyFileName(source.fileName);
    return { kind: 'kept', proof: { hash, type: inspected.type, bytes: bytes.length, fileName } };
  };

  return {
    take: (source) => {
      const taking = held(() => takeNow(source)).finally(() => open.delete(taking));
      open.add(taking);
      return taking;
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(open);
      await dispatcher.destroy();
    },
  };
};

const hashOf = (bytes: Uint8Array): ProofHash => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (!isProofHash(hash)) throw new TypeError('SHA-256 gave something else than 64 hex digits.');
  return hash;
};
