import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { request } from 'undici';
import { jsonAnswer, type Route } from '../../../bot/http/exchange.ts';
import { isLoopbackHost } from '../../../bot/http/loopback.ts';
import { operationsRoutes, type Readiness } from '../../../bot/http/operations.ts';
import { httpServer, type HttpServer } from '../../../bot/http/server.ts';
import { botLog } from '../../../bot/observe/log.ts';
import { botMetrics } from '../../../bot/observe/metrics.ts';

const log = botLog('silent');

const serverWith = async (
  routes: readonly Route[],
): Promise<{ server: HttpServer; url: string; port: number }> => {
  const server = httpServer({ log, metrics: botMetrics(), routes });
  const port = await server.listen(0, '127.0.0.1');
  return { server, url: `http://127.0.0.1:${port}`, port };
};

const status = async (url: string, method: 'GET' | 'POST' = 'GET', headers = {}): Promise<number> => {
  const response = await request(url, { method, headers });
  await response.body.dump();
  return response.statusCode;
};

describe('the HTTP server', () => {
  it('gives every answer its security headers, those of its own too', async () => {
    const { server, url } = await serverWith([
      { method: 'GET', path: '/page', handle: () => ({ status: 200 }) },
    ]);
    for (const path of ['/page', '/nowhere']) {
      const response = await request(url + path);
      await response.body.dump();
      assert.equal(response.headers['x-content-type-options'], 'nosniff');
      assert.equal(response.headers['cache-control'], 'no-store');
      assert.match(String(response.headers['content-security-policy']), /default-src 'none'/);
      assert.equal(response.headers['server'], undefined);
    }
    await server.close(100);
  });

  it('does not repeat what was asked for', async () => {
    const { server, url } = await serverWith([
      { method: 'GET', path: '/page', handle: () => ({ status: 200 }) },
    ]);
    const missing = await request(`${url}/secret-4111111111111111`);
    assert.deepEqual([missing.statusCode, await missing.body.json()], [404, { code: 'notFound' }]);
    const wrong = await request(`${url}/page`, { method: 'POST' });
    assert.deepEqual([wrong.statusCode, await wrong.body.json()], [405, { code: 'methodNotAllowed' }]);
    await server.close(100);
  });

  it('drops __proto__ from JSON, however it is spelt, and keeps raw bytes raw', async () => {
    const raw = '{"a":1,"\\u005f_proto__":{"b":2},"c":{"__proto__":{"d":3}}}';
    const { server, url } = await serverWith([
      { method: 'POST', path: '/json', handle: async (asked) => jsonAnswer(200, await asked.json()) },
      { method: 'POST', path: '/raw', handle: async (asked) => ({ status: 200, body: await asked.bytes() }) },
    ]);
    const post = (path: string) =>
      request(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: raw });
    assert.deepEqual(await (await post('/json')).body.json(), { a: 1, c: {} });
    assert.equal(await (await post('/raw')).body.text(), raw);
    await server.close(100);
  });

  it('refuses a body as soon as it is too long, though its length was not told', async () => {
    const { server, url } = await serverWith([
      {
        method: 'POST',
        path: '/raw',
        maxBody: 1_000,
        handle: async (asked) => ({ status: 200, body: await asked.bytes() }),
      },
    ]);
    const endless = Readable.from(
      (function* () {
        for (let part = 0; part < 100; part += 1) yield Buffer.alloc(500);
      })(),
    );
    const response = await request(`${url}/raw`, { method: 'POST', body: endless });
    assert.equal(response.statusCode, 413);
    assert.equal(response.headers['connection'], 'close');
    await response.body.dump();
    await server.close(100);
  });

  it('a taken port is told to whoever wanted it', async () => {
    const { server, port } = await serverWith([]);
    const other = httpServer({ log, metrics: botMetrics(), routes: [] });
    await assert.rejects(other.listen(port, '127.0.0.1'), { code: 'EADDRINUSE' });
    await server.close(100);
  });

  it('serves routes that are added later, to this machine only where they say so', async () => {
    const { server, url } = await serverWith([]);
    server.extend([{ method: 'GET', path: '/local/*', hosts: 'loopback', handle: () => ({ status: 204 }) }]);
    assert.equal(await status(`${url}/local/page`), 204);
    assert.equal(await status(`${url}/local/page`, 'GET', { host: 'rebound.example.com' }), 403);
    await server.close(100);
  });

  it('survives what is no HTTP', async () => {
    const { server, url, port } = await serverWith([
      { method: 'GET', path: '/page', handle: () => ({ status: 200 }) },
    ]);
    const socket = connect(port, '127.0.0.1');
    socket.end('\u0000\u0001 nonsense\r\n\r\n');
    await new Promise((resolve) => socket.on('close', resolve).resume());
    assert.equal(await status(`${url}/%zz`), 404);
    assert.equal(await status(`${url}/page`), 200);
    await server.close(100);
  });
});

describe('a clean stop', () => {
  it('lets a running request finish and takes no new one', async () => {
    let open = (): void => undefined;
    let began = (): void => undefined;
    const running = new Promise<void>((resolve) => (began = resolve));
    const gate = new Promise<void>((resolve) => (open = resolve));
    const handle = async () => {
      began();
      await gate;
      return { status: 200, body: 'finished' };
    };
    const { server, url } = await serverWith([{ method: 'GET', path: '/slow', handle }]);
    const answer = request(`${url}/slow`);
    await running;
    const closing = server.close(10_000);
    await assert.rejects(request(`${url}/slow`), { code: 'ECONNREFUSED' });
    open();
    assert.equal(await (await answer).body.text(), 'finished');
    await closing;
  });

  it('does not wait for a stream that never ends', async () => {
    const stream = new Readable({ read: () => undefined });
    stream.push('hello');
    const { server, url } = await serverWith([
      { method: 'GET', path: '/events', handle: () => ({ status: 200, body: stream }) },
    ]);
    const response = await request(`${url}/events`);
    await server.close(60_000);
    assert.equal(await response.body.text(), 'hello');
  });

  it('breaks off what does not finish in time', async () => {
    const { server, url } = await serverWith([
      { method: 'GET', path: '/stuck', handle: () => new Promise(() => undefined) },
    ]);
    const answer = assert.rejects(request(`${url}/stuck`));
    await new Promise((resolve) => setImmediate(resolve));
    await server.close(20);
    await answer;
  });
});

describe('what operators ask', () => {
  const fine: Readiness = { store: 'ok', signIn: 'ok', gateway: 'off' };
  const cases: readonly [string, () => Promise<Readiness>, number][] = [
    ['all is well', () => Promise.resolve(fine), 200],
    [
      'sign-in and gateway are down',
      () => Promise.resolve({ ...fine, signIn: 'degraded', gateway: 'degraded' }),
      200,
    ],
    ['some data is damaged', () => Promise.resolve({ ...fine, store: 'damaged' }), 200],
    ['the store fails', () => Promise.resolve({ ...fine, store: 'failing' }), 503],
    ['the store throws', () => Promise.reject(new Error('disk')), 503],
    ['the process stops', () => Promise.resolve({ ...fine, stopping: true }), 503],
  ];
  for (const [name, readiness, expected] of cases)
    it(`/readyz is ${expected} when ${name}; /healthz is 200`, async () => {
      const { server, url } = await serverWith(operationsRoutes({ metrics: botMetrics(), readiness }));
      assert.equal(await status(`${url}/readyz`), expected);
      assert.equal(await status(`${url}/healthz`), 200);
      await server.close(100);
    });

  it('/metrics is Prometheus text', async () => {
    const metrics = botMetrics({ process: true });
    metrics.turn('answered', 12);
    metrics.commit('placeOrder', 'committed');
    const { server, url } = await serverWith(
      operationsRoutes({ metrics, readiness: () => Promise.resolve(fine) }),
    );
    const response = await request(`${url}/metrics`);
    const text = await response.body.text();
    assert.match(String(response.headers['content-type']), /^text\/plain; version=0\.0\.4/);
    assert.match(text, /bot_turn_seconds_bucket\{le="0\.02",outcome="answered"\} 1/);
    assert.match(text, /bot_commits_total\{deed="placeOrder",outcome="committed"\} 1/);
    assert.match(text, /process_resident_memory_bytes \d/);
    await server.close(100);
  });
});

describe('a Host header', () => {
  const hosts: readonly [string | undefined, boolean][] = [
    ['localhost', true],
    ['LOCALHOST:3978', true],
    ['127.0.0.1:3978', true],
    ['127.1.2.3', true],
    ['[::1]:3978', true],
    [undefined, false],
    ['', false],
    ['localhost.example.com', false],
    ['example.com', false],
    ['127.0.0.1.example.com', false],
    ['localhost@example.com', false],
    ['0.0.0.0', false],
  ];
  for (const [host, expected] of hosts)
    it(`${host ?? '(none)'} is ${expected ? '' : 'not '}this machine`, () => {
      assert.equal(isLoopbackHost(host), expected);
    });
});
