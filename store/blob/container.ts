import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import {
  ContainerClient,
  StorageSharedKeyCredential,
  type StoragePipelineOptions,
} from '@azure/storage-blob';

/** As whom the container is spoken to; no key and no signed link of the storage account is ever needed. */
export type BlobIdentity =
  | { readonly kind: 'managedIdentity'; readonly clientId: string }
  | {
      readonly kind: 'appSecret';
      readonly tenantId: string;
      readonly clientId: string;
      readonly secret: string;
    }
  /** Azurite on this machine, with the account that everybody knows. */
  | { readonly kind: 'azurite' };

export interface BlobContainer {
  /** `https://ACCOUNT.blob.core.windows.net/CONTAINER`, or Azurite's `http://127.0.0.1:PORT/ACCOUNT/CONTAINER`. */
  readonly url: string;
  readonly identity: BlobIdentity;
}

/** Milliseconds; a person waits for it, and Teams for the turn. */
export interface BlobTimes {
  /** One try. */
  readonly perTry: number;
  /** All tries and the pauses between them. */
  readonly overall: number;
}
export const usualTimes: BlobTimes = { perTry: 3_000, overall: 8_000 };

/** Printed in Azurite's documentation, and good for nothing else. */
const azurite = {
  account: 'devstoreaccount1',
  key: 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
};

const credentialOf = (identity: BlobIdentity): TokenCredential | StorageSharedKeyCredential => {
  switch (identity.kind) {
    case 'managedIdentity':
      return new ManagedIdentityCredential({ clientId: identity.clientId });
    case 'appSecret':
      return new ClientSecretCredential(identity.tenantId, identity.clientId, identity.secret);
    case 'azurite':
      return new StorageSharedKeyCredential(azurite.account, azurite.key);
  }
};

/** The SDK's client, with its own retries held to what a turn can wait for. */
export const containerClient = ({ url, identity }: BlobContainer, times: BlobTimes): ContainerClient => {
  const options: StoragePipelineOptions = {
    retryOptions: {
      maxTries: 3,
      tryTimeoutInMs: times.perTry,
      retryDelayInMs: 200,
      maxRetryDelayInMs: 1_000,
    },
  };
  return new ContainerClient(url, credentialOf(identity), options);
};
