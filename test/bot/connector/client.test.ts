import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { leanConnector, type LeanConnectorOptions } from '../../../bot/connector/client.ts';
import { isConnectorUrl, isLoopbackUrl } from '../../../bot/connector/service-url.ts';
import type { SendLine } from '../../../bot/observe/log.ts';
import { standInConnector, type Misbehaviour, type StandInConnector } from '../../support/connector.ts';

describe('the connector client', () => {
  let connector: StandInConnector;
  let paused: number[];
  let lines: SendLine[];
  const client = (options: Partial<LeanConnectorOptions> = {}) =>
    leanConnector({
      token: () => Promise.resolve('token-1'),
      serviceUrlAllowed: () => true,
      pause: (ms) => {
        paused.push(ms);
        return Promise.resolve();
      },
      random: () => 0.5,
      sent: (line) => void lines.push(line),
      ...options,
    });
  beforeEach(async () => {
    connector = await standInConnector();
    paused = [];
    lines = [];
  });
  afterEach(() => connector.close());

  const message = { type: 'message', text: 'hello' };

  it('replies, sends, updates, deletes and creates, with its token, whatever is in an id', async () => {
    const lean = client();
    const at = lean.at(`${connector.serviceUrl}/`, 'asked');
    const id = '19:a/b?c@thread.v2';
    assert.deepEqual(await at.replyToActivity(id, 'x/1', message), { id: 'activity-1' });
    assert.deepEqual(await at.sendToConversation(id, message), { id: 'activity-2' });
    assert.deepEqual(await at.updateActivity(id, 'activity-2', { ...message, text: 'other' }), {
      id: 'activity-2',
    });
    await at.deleteActivity(id, 'activity-1');
    const { id: conversation } = await at.createConversation({ members: [] });
    assert.match(conversation, /^conversation-/);
    assert.deepEqual(
      connector.recorded.map(({ kind, replyToId }) => [kind, replyToId]),
      [
        ['sent', 'x/1'],
        ['sent', undefined],
        ['updated', undefined],
        ['deleted', undefined],
        ['created', undefined],
      ],
    );
    assert.deepEqual(
      new Set(connector.recorded.map(({ authorization }) => authorization)),
      new Set(['Bearer token-1']),
    );
    assert.deepEqual(
      connector.shown(id).map(({ text }) => text),
      ['other'],
    );
    await lean.close();
  });

  const status = (code: number, headers = {}) => ({ kind: 'status', status: code, headers }) as const;
  const repeats: readonly [string, readonly Misbehaviour[], number[]][] = [
    ['412 twice', [status(412), status(412)], [300, 600]],
    ['429 with a time', [status(429, { 'retry-after': '3' })], [3_000]],
    ['503 once', [status(503)], [300]],
  ];
  for (const [name, plans, pauses] of repeats)
    it(`gets through ${name}, with one message taken`, async () => {
      connector.misbehave(...plans);
      const lean = client();
      await lean.at(connector.serviceUrl, 'asked').sendToConversation('a:1', message);
      assert.deepEqual(paused, pauses);
      assert.equal(connector.recorded.length, 1);
      assert.deepEqual(
        lines.map(({ outcome, attempts }) => [outcome, attempts]),
        [['sent', plans.length + 1]],
      );
      await lean.close();
    });

  const refused = {
    kind: 'status',
    status: 403,
    body: { error: { code: 'BotNotInConversationRoster', message: 'Anna de Vries left' } },
  } as const;
  const failures: readonly [string, readonly Misbehaviour[], object, number][] = [
    ['403 with a code', [refused], { status: 403, code: 'BotNotInConversationRoster' }, 1],
    ['404 without one', [status(404)], { status: 404, code: 'refused' }, 1],
    [
      'a code that is a sentence',
      [{ kind: 'status', status: 400, body: { error: { code: 'see https://x' } } }],
      { status: 400, code: 'refused' },
      1,
    ],
    ['500', [status(500)], { status: 500, code: 'refused' }, 1],
    ['503 twice', [status(503), status(503)], { status: 503 }, 2],
    ['429 for a minute', [status(429, { 'retry-after': '60' })], { status: 429, retryAfterMs: 60_000 }, 1],
    ['a line that breaks', [{ kind: 'break' }], { status: undefined, code: 'lost' }, 1],
    ['a connector that hangs', [{ kind: 'hang' }], { status: undefined, code: 'timeout' }, 1],
  ];
  for (const [name, plans, fault, calls] of failures)
    it(`gives up at ${name}, and says why in a word`, async () => {
      connector.misbehave(...plans);
      const lean = client({ timeoutMs: 150 });
      await assert.rejects(lean.at(connector.serviceUrl, 'asked').sendToConversation('a:1', message), {
        name: 'SendFault',
        ...fault,
      });
      assert.equal(connector.calls, calls);
      assert.deepEqual(
        lines.map(({ outcome, attempts }) => [outcome, attempts]),
        [['failed', calls]],
      );
      assert.doesNotMatch(JSON.stringify(lines), /Anna/);
      await lean.close();
    });

  for (const code of [412, 429, 502, 503, 504])
    it(`a ${code} to a message that nobody waits for: leaves it to the sender at once, with the time to wait`, async () => {
      connector.misbehave(status(code, { 'retry-after': '2' }));
      const lean = client();
      await assert.rejects(lean.at(connector.serviceUrl, 'unasked').sendToConversation('a:1', message), {
        status: code,
        retryAfterMs: 2_000,
      });
      assert.deepEqual([connector.calls, paused], [1, []]);
      await lean.close();
    });

  it('nobody there: tries once more, since nothing can have arrived', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const lean = client();
    await assert.rejects(lean.at(`http://127.0.0.1:${port}`, 'asked').sendToConversation('a:1', message), {
      code: 'unreachable',
    });
    assert.deepEqual(paused, [300]);
    await lean.close();
  });

  it('a token that is refused is renewed, once', async () => {
    const asked: boolean[] = [];
    const token = (fresh: boolean) => {
      asked.push(fresh);
      return Promise.resolve(fresh ? 'new' : 'old');
    };
    connector.misbehave(status(401));
    const lean = client({ token });
    await lean.at(connector.serviceUrl, 'asked').sendToConversation('a:1', message);
    assert.deepEqual([asked, connector.recorded[0]?.authorization], [[false, true], 'Bearer new']);
    connector.misbehave(status(401), status(401), status(401));
    await assert.rejects(lean.at(connector.serviceUrl, 'asked').sendToConversation('a:1', message), {
      status: 401,
    });
    assert.equal(connector.calls, 4);
    await lean.close();
  });

  it('a token that can not be had, and a place that is not allowed', async () => {
    const lean = client({
      token: () => Promise.reject(new Error('AADSTS7000215')),
      serviceUrlAllowed: (url) => url === connector.serviceUrl,
    });
    await assert.rejects(lean.at(connector.serviceUrl, 'asked').sendToConversation('a:1', message), {
      code: 'noToken',
    });
    assert.throws(() => lean.at('https://evil.example.com/', 'asked'), { code: 'serviceUrlNotAllowed' });
    assert.equal(connector.calls, 0);
    await lean.close();
  });
});

describe('service URLs', () => {
  const cases: readonly [string, boolean, boolean][] = [
    ['https://smba.trafficmanager.net/emea/', true, false],
    ['https://smba.trafficmanager.net/amer/7f0d5c61/', true, false],
    ['https://smba.infra.gcc.teams.microsoft.com/gcc', true, false],
    ['https://europe.webchat.botframework.com/', true, false],
    ['http://smba.trafficmanager.net/emea/', false, false],
    ['https://smba.trafficmanager.net:444/', false, false],
    ['https://smba.trafficmanager.net.example.com/', false, false],
    ['https://a:b@smba.trafficmanager.net/', false, false],
    ['https://botframework.com.example.com/', false, false],
    ['https://xbotframework.com/', false, false],
    ['http://localhost:56150/_connector', false, true],
    ['http://127.0.0.1:1', false, true],
    ['http://[::1]:1/', false, true],
    ['http://[::ffff:127.0.0.1]/', false, false],
    ['http://0.0.0.0/', false, false],
    ['http://localhost.example.com/', false, false],
    ['http://localhost@example.com/', false, false],
    ['http://169.254.169.254/', false, false],
    ['file:///etc/passwd', false, false],
    ['', false, false],
  ];
  for (const [url, production, local] of cases)
    it(`${url || '(none)'}: production ${production ? 'yes' : 'no'}, local ${local ? 'yes' : 'no'}`, () => {
      assert.deepEqual([isConnectorUrl(url), isLoopbackUrl(url)], [production, local]);
    });
});
