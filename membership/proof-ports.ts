import type { ProofHash } from './rules/ids.ts';
import type { ProofType } from './rules/order.ts';

/** A proof that was fetched, judged by its content and kept. */
export interface KeptProof {
  readonly hash: ProofHash;
  readonly type: ProofType;
  readonly bytes: number;
  readonly fileName: string;
}

/** Why a file can't serve as a proof. */
export type ProofFault =
  | { readonly kind: 'wrongType'; readonly seen: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'tooManyPages'; readonly most: number }
  | { readonly kind: 'tooManyPixels' }
  | { readonly kind: 'damaged' }
  /** A host or a redirect that is not on the list, 404, an HTML page, an error, too slow. */
  | { readonly kind: 'unreachable'; readonly because: 'host' | 'gone' | 'page' | 'error' | 'slow' };

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
