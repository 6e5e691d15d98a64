import type { ProofHash } from './rules/ids.ts';
import type { ProofType } from './rules/order.ts';
import type { ProofFault } from './rules/proof.ts';

/** A proof that was fetched, judged by its content and kept. */
export interface KeptProof {
  readonly hash: ProofHash;
  readonly type: ProofType;
  readonly bytes: number;
  readonly fileName: string;
}

/** Where a proof comes from, as Teams delivers files. */
export interface FileSource {
  readonly url: string;
  readonly fileName: string;
  /** Present where the file lies on the connector: fetched with the bot's token, but only from this origin. */
  readonly serviceUrl?: string | undefined;
}

export interface ProofIntake {
  /** Fetches, judges and keeps; never rejects for what the file or its host does. */
  take(source: FileSource): Promise<{ readonly kind: 'kept'; readonly proof: KeptProof } | ProofFault>;
}

/** Kept proofs, under their hash. */
export interface ProofStore {
  put(hash: ProofHash, bytes: Uint8Array): Promise<void>;
  get(hash: ProofHash): Promise<Uint8Array | undefined>;
}
