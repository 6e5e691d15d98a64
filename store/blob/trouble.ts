import { RestError } from '@azure/storage-blob';

/** Azure's word for what went wrong, such as `ContainerNotFound`, or the system's, such as `ECONNREFUSED`. */
export const troubleCode = (error: unknown): string => {
  if (error instanceof RestError) return error.code ?? `HTTP ${error.statusCode ?? 'unknown'}`;
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return 'timeout';
  return error instanceof Error ? error.name : 'unknown';
};

export const isNoSuchBlob = (error: unknown): boolean => troubleCode(error) === 'BlobNotFound';

/** What no second try mends: the address names an account or a container that isn't there. */
export const isNowhere = (error: unknown): boolean =>
  ['ContainerNotFound', 'ENOTFOUND'].includes(troubleCode(error));
