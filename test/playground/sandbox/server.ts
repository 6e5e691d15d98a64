import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpServer } from '../../../bot/http/server.ts';
import { botLog } from '../../../bot/observe/log.ts';
import { botMetrics } from '../../../bot/observe/metrics.ts';
import type { Clock } from '../../../membership/ports.ts';
import type { Instant } from '../../../membership/rules/calendar.ts';
import type { Misbehaviour } from '../../../playground/sandbox/misbehave.ts';
import { openSandbox, sandboxPath, type Sandbox } from '../../../playground/sandbox/sandbox.ts';
import { respond } from '../../support/respond.ts';

export const secretKey = 'sk_test_sandbox';
export const webhookSecret = 'whsec_sandbox';

/** An event as it came in: its raw bytes and its signature. */
export interface Posted {
  readonly body: Buffer;
  readonly signature: string | undefined;
}

export interface SandboxServer {
  /** What STRIPE_API_BASE would be. */
  readonly apiBase: URL;
  readonly sandbox: Sandbox;
  readonly misbehave: Misbehaviour;
  /** What the webhook has got, first to last. */
  readonly posted: readonly Posted[];
  /** What the log and the data file hold, to look for what must not be there. */
  readonly file: string;
  readonly lines: readonly string[];
  /** The next posts are answered with these, then 200. */
  answerWith(...statuses: readonly number[]): void;
  /** Resolves when so many posts have come in. */
  received(count: number): Promise<readonly Posted[]>;
  close(): Promise<void>;
}

export interface SandboxServerOptions {
  readonly clock: Clock;
  /** Kept over a restart; one of its own when left out. */
  readonly folder?: string;
}

export const clockAt = (start: string): Clock & { move(to: string): void } => {
  let now = start as Instant;
  return {
    now: () => now,
    move: (to) => {
      now = to as Instant;
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const webhook = async () => {
  const posted: Posted[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let statuses: readonly number[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const [status = 200, ...rest] = statuses;
      statuses = rest;
      posted.push({ body, signature: request.headers['stripe-signature'] as string | undefined });
      respond(response, status);
      for (const { count, resolve } of waiting) if (posted.length >= count) resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`,
    posted,
    answerWith: (...next: readonly number[]) => {
      statuses = next;
    },
    received: async (count: number) => {
      if (posted.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
      return posted;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** The sandbox gateway on a port of its own, and a webhook that records. */
export const startSandboxServer = async ({ clock, folder }: SandboxServerOptions): Promise<SandboxServer> => {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'sandbox-')));
  const file = join(own, 'sandbox.json');
  const lines: string[] = [];
  const hook = await webhook();
  const misbehave: Misbehaviour = {};
  let origin = '';
  const sandbox = await openSandbox({
    file,
    clock,
    secretKey,
    webhookSecret,
    misbehave,
    origin: () => origin,
    webhookUrl: () => hook.url,
    pauseMs: () => 1,
  });
  const log = botLog('debug', { write: (line) => void lines.push(line) });
  const server = httpServer({ log, metrics: botMetrics(), routes: sandbox.routes });
  origin = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return {
    apiBase: new URL(origin + sandboxPath),
    sandbox,
    misbehave,
    posted: hook.posted,
    file,
    lines,
    answerWith: hook.answerWith,
    received: hook.received,
    close: async () => {
      sandbox.stop();
      await server.close(0);
      await sandbox.settled();
      hook.close();
      if (folder === undefined) await rm(own, { recursive: true });
    },
  };
};

export const goodCard = {
  number: '4242 4242 4242 4242',
  expiry: '12/34',
  cvc: '123',
  name: 'A. de Vries',
  line1: 'Keizersgracht 1',
  postalCode: '1015 CJ',
  city: 'Amsterdam',
  country: 'NL',
};

/** Fills in the hosted page's form and presses Pay; a redirect is shown, not followed. */
export const payOnPage = (url: string, card: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...goodCard, ...card }),
    redirect: 'manual',
  });

/** Answers the bank's question on the page for authentication. */
export const authenticateOnPage = (url: string, proved: boolean): Promise<Response> =>
  fetch(`${url}/authentication`, {
    method: 'POST',
    body: new URLSearchParams({ proved: proved ? 'yes' : 'no' }),
    redirect: 'manual',
  });
