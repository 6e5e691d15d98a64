import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import restify, { type Request, type Response } from 'restify';
import type { Log } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import { faultReference } from '../observe/reference.ts';
import { readBytes, readJson, usualMaxBody } from './body.ts';
import { HttpRefusal, problem, type HttpAnswer, type HttpRequest, type Route } from './exchange.ts';
import { isLoopbackHost } from './loopback.ts';
import { responder, securityHeaders } from './respond.ts';

export interface HttpServerOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly routes: readonly Route[];
  /** For reference numbers; from 0 up to but not including 1. */
  readonly random?: () => number;
  /** Tells browsers to come by https only: in production. */
  readonly https?: boolean;
}

export interface HttpServer {
  /** @returns the port, which is another than was asked for only where that was 0; rejects where it is taken */
  listen(port: number, host: string): Promise<number>;
  extend(routes: readonly Route[]): void;
  /** Takes nothing more, lets running requests finish, then breaks off what is left after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

const requestOf = (request: Request, maxBody: number): HttpRequest => {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  return {
    method: request.method ?? 'GET',
    path,
    // restify leaves the named parts, and the whole of what `*` matched, here; always texts.
    params: (request.params ?? {}) as Record<string, string>,
    get query() {
      return new URLSearchParams(query);
    },
    remoteAddress: request.socket.remoteAddress ?? '',
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    bytes: () => readBytes(request, maxBody),
    json: () => readJson(request, maxBody),
  };
};

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

type Handled = (route: Route, request: Request) => Promise<HttpAnswer>;

/** Runs a route's handler; what it throws becomes a code, and for a fault a reference number that the log has. */
const handling =
  ({ log, random = Math.random }: HttpServerOptions): Handled =>
  async (route, request) => {
    if (route.hosts === 'loopback' && !isLoopbackHost(request.headers.host))
      return problem(403, 'hostNotAllowed');
    try {
      return await route.handle(requestOf(request, route.maxBody ?? usualMaxBody));
    } catch (error) {
      if (error instanceof HttpRefusal) return problem(error.status, error.code);
      const reference = faultReference(random);
      log.fault({ reference, where: `${route.method} ${route.path}`, error });
      return problem(500, 'internal', reference);
    }
  };

/** The answers that restify gives itself, no route or a wrong method, in our form: its own repeat what was asked. */
const nameOwnErrors = (
  server: restify.Server,
  headers: Readonly<Record<string, string>>,
  metrics: Metrics,
): void => {
  server.on('restifyError', (_request: Request, response: Response, error: object, done: () => void) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const status = 'statusCode' in error ? Number(error.statusCode) : 500;
    metrics.http('none', status);
    const code = status === 405 ? 'methodNotAllowed' : 'notFound';
    Object.assign(error, { toJSON: () => ({ code }) });
    done();
  });
};

const listening = async (server: Server, port: number, host: string): Promise<number> => {
  const ready = once(server, 'listening');
  server.listen(port, host);
  await ready;
  return (server.address() as AddressInfo).port;
};

const closed = async (server: Server, graceMs: number): Promise<void> => {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await done;
  clearTimeout(timer);
};

/** The HTTP server: routes as a table, bodies limited, faults told by a reference number only. */
export const httpServer = (options: HttpServerOptions): HttpServer => {
  const { metrics, https = false } = options;
  const headers = securityHeaders(https);
  const answers = responder(headers);
  const handle = handling(options);
  // A signed link is longer than the router's 100 characters; restify hands this on, though its types don't say so.
  const routing = { maxParamLength: 500 };
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true, ...routing });
  const extend = (routes: readonly Route[]): void => {
    const add = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del' } as const;
    for (const route of routes)
      server[add[route.method]](route.path, async (request: Request, response: Response): Promise<void> => {
        const answer = await handle(route, request);
        metrics.http(route.path, answer.status);
        // What is left of a body that was refused is not read, so the line can't carry another request.
        answers.write(response, answer, hasBody(request) && !request.readableEnded);
      });
  };
  nameOwnErrors(server, headers, metrics);
  const node = server.server as Server;
  // restify repeats the server's errors on itself, where one that nobody hears would end the process; while
  // the port is being taken, whoever called `listen` gets it.
  server.on('error', (error: Error) => {
    if (node.listening) options.log.fault({ reference: 'none', where: 'http', error });
  });
  // A slow sender holds a line for this long at most.
  node.requestTimeout = 30_000;
  node.headersTimeout = 10_000;
  // Longer than balancers keep a line, which would else send into one that is just being closed.
  node.keepAliveTimeout = 75_000;
  extend(options.routes);
  return {
    extend,
    listen: (port, host) => listening(node, port, host),
    close: (graceMs) => {
      answers.close();
      return closed(node, graceMs);
    },
  };
};
