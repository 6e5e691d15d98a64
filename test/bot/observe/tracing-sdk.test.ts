import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { wantsTraces } from '../../../bot/observe/tracing-sdk.ts';
import type { Environment } from '../../../bot/settings/names.ts';

const run = promisify(execFile);
const child = new URL('tracing-child.ts', import.meta.url).pathname;

describe('traces are wanted', () => {
  const cases: readonly (readonly [wanted: boolean, env: Environment])[] = [
    [false, {}],
    [false, { OTEL_SERVICE_NAME: 'bot' }],
    [false, { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }],
    [true, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }],
    [true, { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' }],
    [true, { OTEL_TRACES_EXPORTER: 'console' }],
    [false, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_TRACES_EXPORTER: 'none' }],
    [false, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' }],
  ];
  for (const [wanted, env] of cases)
    it(`${wanted ? 'by' : 'not by'} ${JSON.stringify(env)}`, () => assert.equal(wantsTraces(env), wanted));
});

describe('a collector', () => {
  it('is sent the spans as the process ends, under the service’s name', async () => {
    const received: { path: string | undefined; body: Buffer }[] = [];
    const server = createServer((request, response) => {
      void buffer(request).then((body) => {
        received.push({ path: request.url, body });
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const env = { PATH: process.env['PATH'], OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
      const { stdout } = await run(process.execPath, [child], { env });
      assert.equal(stdout, '');
    } finally {
      server.close();
    }
    assert.deepEqual(
      received.map(({ path }) => path),
      ['/v1/traces'],
    );
    assert.match(received[0]!.body.toString('latin1'), /membership-bot.*turn.*bot\.outcome.*answered/s);
  });

  it('that is not there holds up nobody', async () => {
    const env = { PATH: process.env['PATH'], OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
    const began = performance.now();
    await run(process.execPath, [child], { env });
    assert.ok(performance.now() - began < 6_000);
  });
});
