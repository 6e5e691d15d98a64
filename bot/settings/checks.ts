import { isIP } from 'node:net';
import { isLoopback } from '../connector/service-url.ts';
import { isAadObjectId, isTenantId, type PersonId } from '../../membership/rules/ids.ts';

/** What is wrong with a value, as the end of a sentence that begins with the setting's name. */
export type Check<Value> = { readonly value: Value } | { readonly fault: string };

export const good = <Value>(value: Value): Check<Value> => ({ value });
export const bad = (fault: string): { readonly fault: string } => ({ fault });

const placeholders: readonly RegExp[] = [
  /<[^>]*>|\$\{|\{\{/,
  /(?:^|[^a-z])(?:your|change|replace|insert|enter)[-_ ]?(?:own|me|this|with|app|bot|tenant|client|secret|password|domain|host|id|key|here)/i,
  /^(?:todo|tbd|none|null|undefined|placeholder|example|secret|password|x{3,}|\.{3})$/i,
  /^0{8}-0{4}-0{4}-0{4}-0{12}$/,
];

/** Left over from a template: it would start, and fail later for a reason that nobody sees. */
export const isPlaceholder = (value: string): boolean => placeholders.some((form) => form.test(value.trim()));

export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** In lower case, as Microsoft's tokens and activities write it. */
export const guid = (text: string): Check<string> =>
  isGuid(text) ? good(text.toLowerCase()) : bad('is not a GUID');

/** @param least 0 where any free port will do */
export const port = (text: string, least: 0 | 1): Check<number> => {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= 65_535
    ? good(number)
    : bad(`is not a port number from ${least} to 65535`);
};

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** An IP address or a host's name; four numbers that are no address are no name either. */
export const host = (text: string): Check<string> => {
  const labels = text.split('.');
  const isName =
    text.length <= 253 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return isIP(text) !== 0 || isName ? good(text) : bad('is no IP address and no host name');
};

const bareUrl = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const extra = url && (url.username || url.password || url.search || url.hash);
  return url && !extra && /^https?:$/.test(url.protocol) ? url : undefined;
};

const isPrivate = (host: string): boolean =>
  isLoopback(host) ||
  /^(?:0\.0\.0\.0|\[::\]|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|.*\.local)$/.test(host);

/** Without a slash at its end. */
export const publicUrl = (text: string, mode: 'production' | 'local'): Check<string> => {
  const url = bareUrl(text);
  if (!url) return bad('is not an address such as https://bot.example.com');
  const tidy = text.trim().replace(/\/+$/, '');
  if (mode === 'local')
    return isLoopback(url.hostname) ? good(tidy) : bad('must be this machine in local mode');
  if (url.protocol !== 'https:') return bad('must begin with https://');
  return isPrivate(url.hostname)
    ? bad('must be an address that Teams can reach, not this machine')
    : good(tidy);
};

/** Whether an address of another kind (a database, a gateway) lies on this machine. */
export const isOnThisMachine = (text: string): boolean =>
  URL.canParse(text) && isLoopback(new URL(text).hostname);

/** `tenantId/aadObjectId`, comma-separated. In production both are GUIDs; the Playground's are not. */
export const operators = (text: string, mode: 'production' | 'local'): Check<readonly PersonId[]> => {
  const people: PersonId[] = [];
  const wrong: number[] = [];
  const tidy = (id: string): string => (isGuid(id) ? id.toLowerCase() : id);
  const pairs = text.split(',').map((pair) => pair.trim());
  pairs.forEach((pair, index) => {
    const [tenantId = '', aadObjectId = '', ...rest] = pair.split('/').map(tidy);
    const guids =
      isGuid(tenantId) && isGuid(aadObjectId) && !isPlaceholder(tenantId) && !isPlaceholder(aadObjectId);
    if (
      rest.length > 0 ||
      !isTenantId(tenantId) ||
      !isAadObjectId(aadObjectId) ||
      (mode === 'production' && !guids)
    )
      wrong.push(index + 1);
    else people.push({ tenantId, aadObjectId });
  });
  const form = mode === 'production' ? 'two GUIDs, tenantId/aadObjectId' : 'tenantId/aadObjectId';
  return wrong.length === 0
    ? good(people)
    : bad(`has an entry that is not ${form}: number ${wrong.join(', ')}`);
};
