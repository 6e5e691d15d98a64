/** Where the Teams connector lives: the public cloud, the US government's, and Bot Framework's own channels. */
const hosts = new Set(['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']);
const domain = '.botframework.com';

const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** `localhost`, 127.0.0.0/8 and ::1, as `URL.hostname` or an IP address writes them. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host === '::1' ||
  host === '[::1]' ||
  /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(host);

const plain = (url: URL): boolean =>
  url.username === '' && url.password === '' && url.search === '' && url.hash === '';

/** In production: https to a known connector host, on its usual port. The bot's token goes to no other. */
export const isConnectorUrl = (text: string): boolean => {
  const url = parsed(text);
  if (url?.protocol !== 'https:' || url.port !== '' || !plain(url)) return false;
  return hosts.has(url.hostname) || url.hostname.endsWith(domain);
};

/** In local mode: this machine only. */
export const isLoopbackUrl = (text: string): boolean => {
  const url = parsed(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && plain(url) && isLoopback(url.hostname);
};
