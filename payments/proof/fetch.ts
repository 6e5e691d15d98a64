import { type Dispatcher, request } from 'undici';
import type { FileSource } from '../../membership/proof-ports.ts';
import type { ProofFault } from '../../membership/rules/proof.ts';
import { beginsAsPage } from './content.ts';
import type { Reach } from './hosts.ts';
import type { ProofLimits } from './limits.ts';

export interface FetchMeans {
  readonly dispatcher: Dispatcher;
  readonly reach: Reach;
  readonly limits: Pick<ProofLimits, 'bytes' | 'redirects' | 'fetchTime'>;
  /** The bot's token for the connector; none in local mode. */
  readonly token?: (() => Promise<string>) | undefined;
  /** Aborted when the bot stops. */
  readonly closing: AbortSignal;
}

type FetchFault = Extract<ProofFault, { kind: 'unreachable' | 'tooLarge' }>;
export type Fetched = { readonly kind: 'fetched'; readonly bytes: Uint8Array } | FetchFault;

interface Step {
  readonly url: URL;
  readonly token: string | undefined;
}

const unreachable = (because: Extract<FetchFault, { because: string }>['because']): FetchFault => ({
  kind: 'unreachable',
  because,
});

/**
 * Fetches a file as Teams hands it over. What the host does wrong comes back as a fault; rejects only
 * where our own token can't be had, or with the reason of `closing`.
 */
export const fetchFile = async (source: FileSource, means: FetchMeans): Promise<Fetched> => {
  const url = URL.parse(source.url);
  if (url === null || !means.reach.mayFetch(url)) return unreachable('host');
  const token = await tokenFor(url, source, means);
  const tooSlow = AbortSignal.timeout(means.limits.fetchTime);
  try {
    return await follow({ url, token }, means, AbortSignal.any([tooSlow, means.closing]));
  } catch {
    // The reason is left unread: it would hold the address, which is a secret while it lives.
    means.closing.throwIfAborted();
    return unreachable(tooSlow.aborted ? 'slow' : 'error');
  }
};

const tokenFor = async (url: URL, source: FileSource, means: FetchMeans): Promise<string | undefined> => {
  const service = source.serviceUrl === undefined ? null : URL.parse(source.serviceUrl);
  const ours = service?.origin === url.origin && means.reach.isConnector(url);
  return ours ? means.token?.() : undefined;
};

const follow = async (first: Step, means: FetchMeans, signal: AbortSignal): Promise<Fetched> => {
  let step = first;
  for (let redirects = 0; redirects <= means.limits.redirects; redirects += 1) {
    const answer = await ask(step, means, signal);
    const location = redirectOf(answer);
    if (location === undefined) return settle(answer, means.limits.bytes);
    await answer.body.dump({ limit: 0 });
    const url = URL.parse(location, step.url);
    if (url === null) return unreachable('error');
    if (!means.reach.mayFetch(url)) return unreachable('host');
    step = { url, token: url.origin === step.url.origin ? step.token : undefined };
  }
  return unreachable('error');
};

const ask = (
  { url, token }: Step,
  means: FetchMeans,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> =>
  request(url, {
    dispatcher: means.dispatcher,
    signal,
    headers: {
      accept: '*/*',
      'accept-encoding': 'identity',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

const redirectOf = ({ statusCode, headers }: Dispatcher.ResponseData): string | undefined =>
  redirectStatuses.has(statusCode) && typeof headers.location === 'string' ? headers.location : undefined;

const settle = async (answer: Dispatcher.ResponseData, mostBytes: number): Promise<Fetched> => {
  const fault = faultOf(answer);
  if (fault !== undefined) {
    await answer.body.dump({ limit: 0 });
    return fault;
  }
  const bytes = await readAtMost(answer.body, mostBytes);
  if (bytes === undefined) return { kind: 'tooLarge' };
  return beginsAsPage(bytes) ? unreachable('page') : { kind: 'fetched', bytes };
};

const faultOf = ({ statusCode, headers }: Dispatcher.ResponseData): FetchFault | undefined => {
  if (statusCode === 404 || statusCode === 410) return unreachable('gone');
  // We asked for the bytes as they are; unpacking what comes all the same could fill the memory.
  const encoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  return statusCode !== 200 || encoded ? unreachable('error') : undefined;
};

/** Counts what comes, not what the host says will come; leaving the loop closes the connection. */
const readAtMost = async (body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
};
