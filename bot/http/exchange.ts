import type { Readable } from 'node:stream';

/** A request as a handler sees it; the server's own types stay in this folder. */
export interface HttpRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The `:name` parts of the route's pattern. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly remoteAddress: string;
  /** @param name lower case */
  header(name: string): string | undefined;
  /** The raw bytes, at most the route's `maxBody`; rejects with an {@link HttpRefusal}. */
  bytes(): Promise<Buffer>;
  /** The JSON value, for a request that says it is JSON; rejects with an {@link HttpRefusal}. */
  json(): Promise<unknown>;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names; they take the place of the server's own. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** restify's patterns: `/sandbox/pay/:session`, and `/local/*` for all below. */
  readonly path: string;
  readonly handle: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;
  /** Bytes; 256 KB when left out. */
  readonly maxBody?: number;
  /** `loopback`: a request that names another host is refused, so that no web page can reach in by its name. */
  readonly hosts?: 'any' | 'loopback';
}

/** An answer that a handler gives by throwing; its code is a word of ours. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

/** A refusal or a fault, as a program reads it: a code of ours, and a reference number where the log has more. */
export const problem = (status: number, code: string, reference?: string): HttpAnswer =>
  jsonAnswer(status, { code, ...(reference === undefined ? {} : { reference }) });
