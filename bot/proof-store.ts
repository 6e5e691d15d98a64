import type { ProofStore } from '../membership/proof-ports.ts';
import type { BlobIdentity } from '../store/blob/container.ts';
import type { Store } from '../store/contract.ts';
import type { BotIdentity } from './adapter/identity.ts';
import type { Log } from './observe/log.ts';
import type { Settings } from './settings/settings.ts';

/** The bot's own identity, which the storage account has given the right to read and write blobs. */
const blobIdentity = (identity: BotIdentity): BlobIdentity => {
  switch (identity.kind) {
    case 'none':
      return { kind: 'azurite' };
    case 'userAssignedMsi':
      return { kind: 'managedIdentity', clientId: identity.appId };
    case 'singleTenant': {
      const { tenantId, appId, password } = identity;
      return { kind: 'appSecret', tenantId, clientId: appId, secret: password };
    }
  }
};

const openProofs = async (url: string, identity: BotIdentity, log: Log): Promise<ProofStore> => {
  // Its SDK takes a while to load, and most have no use for it.
  const { openBlobProofs } = await import('../store/blob/proofs.ts');
  const { proofs, state } = await openBlobProofs({ url, identity: blobIdentity(identity) });
  if (state !== 'ready') log.warning('proofStore.unreachable', { why: state.unreachable });
  return proofs;
};

/**
 * The store with its proofs in the object store, where one is set. Rejects with a `StoreFault` where that is
 * nowhere; an outage is only logged.
 */
export const withProofStore = async (
  store: Store,
  { proofStore, identity }: Pick<Settings, 'proofStore' | 'identity'>,
  log: Log,
): Promise<Store> => {
  if (proofStore === undefined) return store;
  try {
    return { ...store, proofs: await openProofs(proofStore, identity, log) };
  } catch (error) {
    await store.close();
    throw error;
  }
};
