import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { HttpAnswer } from './exchange.ts';

/** For every answer; a page of ours brings its own policy. */
export const securityHeaders = (https: boolean): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
});

export interface Responder {
  /** @param last no further request may come on this line */
  write(response: ServerResponse, answer: HttpAnswer, last: boolean): void;
  /** Ends the answers that are still being streamed; from now on each answer is the last on its line. */
  close(): void;
}

/** Writes answers. Streams are known, so that one that never ends does not keep the process alive. */
export const responder = (headers: Readonly<Record<string, string>>): Responder => {
  const streams = new Set<Readable>();
  let closing = false;

  const stream = (response: ServerResponse, body: Readable): void => {
    streams.add(body);
    const { socket } = response;
    response.once('close', () => body.destroy());
    body.once('error', () => response.destroy());
    body.once('close', () => {
      streams.delete(body);
      // Its head went out before the stop, so the other side may keep the line open for more.
      response.end(() => {
        if (closing) socket?.destroy();
      });
    });
    body.pipe(response);
  };

  return {
    write: (response, { status, headers: own, body }, last) => {
      response.writeHead(status, { ...headers, ...own, ...(last || closing ? { connection: 'close' } : {}) });
      if (body instanceof Readable) stream(response, body);
      else response.end(body);
    },
    close: () => {
      closing = true;
      for (const body of streams) body.destroy();
    },
  };
};
