import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Answers in two steps: restify, where it is loaded in the same process, makes `writeHead` answer nothing. */
export const respond = (
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body: string | Uint8Array = '',
): void => {
  response.writeHead(status, headers);
  response.end(body);
};
