/** Hosts by name; `*.` in front stands for one or more labels. */
export interface KnownHosts {
  /** Where the bot's own token may go. */
  readonly connector: readonly string[];
  readonly files: readonly string[];
}

/** Where Teams keeps what people send, per Microsoft's documentation. */
export const teamsHosts: KnownHosts = {
  connector: ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com', '*.botframework.com'],
  files: ['*.sharepoint.com', '*.sharepoint.us'],
};

/** Which addresses a proof may be fetched from. */
export interface Reach {
  mayFetch(url: URL): boolean;
  /** True where the bot's token may go, if the file's own service URL is of the same origin. */
  isConnector(url: URL): boolean;
}

// The label boundary is the point of it: evilsharepoint.com is not *.sharepoint.com.
const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern;

const bare = (url: URL, scheme: 'https:' | 'http:'): boolean =>
  url.protocol === scheme && url.username === '' && url.password === '';

/** In production: https, the usual port, no credentials, and a host of the list. */
export const reachOf = (hosts: KnownHosts): Reach => {
  const within = (url: URL, patterns: readonly string[]): boolean =>
    bare(url, 'https:') && url.port === '' && patterns.some((pattern) => matches(url.hostname, pattern));
  return {
    mayFetch: (url) => within(url, [...hosts.connector, ...hosts.files]),
    isConnector: (url) => within(url, hosts.connector),
  };
};

// The URL parser has already written every form of an IPv4 address (127.1, 0x7f000001) in this one.
const ipv4Loopback = /^127\.\d+\.\d+\.\d+$/;

const isLoopback = (url: URL): boolean =>
  bare(url, 'http:') &&
  (url.hostname === 'localhost' || url.hostname === '[::1]' || ipv4Loopback.test(url.hostname));

/** In local mode: any loopback http address, and nothing else. */
export const loopbackReach: Reach = { mayFetch: isLoopback, isConnector: isLoopback };
