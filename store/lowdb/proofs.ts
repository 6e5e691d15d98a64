import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ProofStore } from '../../membership/proof-ports.ts';
import { isProofHash, type ProofHash } from '../../membership/rules/ids.ts';
import { StoreFault } from '../faults.ts';
import { reasonOf, setAside, type StoreLog } from './damaged.ts';
import { nodeDisk } from './disk.ts';
import { folders, wholeFiles, type Files } from './files.ts';

/** Proofs as files under their hash, safe on the disk when `put` resolves; `get` gives only what still fits its hash. */
export const proofFiles = (files: Files, log: StoreLog, guard: () => void): ProofStore => {
  const pathOf = (hash: ProofHash): string => {
    // The hash becomes a path: what is none never gets that far.
    if (!isProofHash(hash)) throw new RangeError('a proof is kept under its SHA-256');
    return join(files.root, folders.proofs, hash);
  };
  return {
    put: async (hash, bytes) => {
      guard();
      const path = pathOf(hash);
      try {
        await files.write(path, bytes, 'name');
      } catch (cause) {
        throw new StoreFault('notSaved', `a proof could not be kept: ${reasonOf(cause)}`, { cause });
      }
    },
    get: async (hash) => {
      guard();
      const path = pathOf(hash);
      const bytes = await files.disk.read(path);
      if (!bytes || createHash('sha256').update(bytes).digest('hex') === hash) return bytes;
      const file = await setAside(files, path, 'its content does not fit its hash', log);
      throw new StoreFault('damaged', `the proof ${hash} is damaged and lies in ${file}`);
    },
  };
};

/** Proofs in a folder of their own, beside a store that is elsewhere; several processes may share it. */
export const proofFolder = async (folder: string, log: StoreLog): Promise<ProofStore> => {
  const files = wholeFiles(nodeDisk, folder);
  for (const name of [folders.proofs, folders.temporary]) await files.disk.makeFolder(join(folder, name));
  return proofFiles(files, log, () => undefined);
};
