import type { IncomingMessage } from 'node:http';
import rawBody from 'raw-body';
import { HttpRefusal } from './exchange.ts';

export const usualMaxBody = 256 * 1024;

const refusalOf = (error: unknown): HttpRefusal =>
  error instanceof Error && 'type' in error && error.type === 'entity.too.large'
    ? new HttpRefusal(413, 'bodyTooLarge')
    : new HttpRefusal(400, 'bodyBroken');

/**
 * The body's bytes. No content encoding is undone: a few kilobytes can unpack to a gigabyte.
 * @param most bytes; a longer body is refused by its length, or as soon as it has grown longer
 */
export const readBytes = async (request: IncomingMessage, most: number): Promise<Buffer> => {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw new HttpRefusal(415, 'bodyEncoded');
  try {
    return await rawBody(request, { limit: most, length: request.headers['content-length'] ?? null });
  } catch (error) {
    throw refusalOf(error);
  }
};

const jsonTypes = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** In any spelling that JSON allows for it. */
const proto = /"(?:_|\\u005f){2}proto(?:_|\\u005f){2}"\s*:/i;

const withoutProto = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

/**
 * The body as JSON. Only a request that says it is JSON is read: a web page can't send that to another site
 * without asking first. A `__proto__` in it is dropped, since copying an object would obey it.
 */
export const readJson = async (request: IncomingMessage, most: number): Promise<unknown> => {
  if (!jsonTypes.test(request.headers['content-type'] ?? '')) throw new HttpRefusal(400, 'notJson');
  const text = (await readBytes(request, most)).toString('utf8');
  try {
    return JSON.parse(text, proto.test(text) ? withoutProto : undefined) as unknown;
  } catch {
    throw new HttpRefusal(400, 'notJson');
  }
};
