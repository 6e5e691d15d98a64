import assert from 'node:assert/strict';
import { request } from 'undici';
import { deliver, speaker } from '../../support/activities.ts';
import { standInConnector, type StandInConnector } from '../../support/connector.ts';
import { echoBot, type EchoBot } from '../../support/echo-bot.ts';

describe('the way in', () => {
  let connector: StandInConnector;
  let bot: EchoBot;
  beforeEach(async () => {
    connector = await standInConnector();
    bot = await echoBot();
  });
  afterEach(async () => {
    await bot.close();
    await connector.close();
  });

  for (const sender of ['teams', 'playground'] as const)
    it(`answers a message as ${sender} sends it, on the service URL it names`, async () => {
      const anna = speaker({ serviceUrl: connector.serviceUrl, sender });
      assert.deepEqual(await deliver(bot.url, anna.message('hello')), { status: 200, body: '' });
      const [reply] = connector.recorded;
      assert.equal(reply?.activity.text, 'Echo: hello');
      assert.deepEqual(
        [reply.kind, reply.conversation, reply.replyToId],
        ['sent', anna.conversation, 'in-1'],
      );
      assert.equal(reply.authorization, undefined);
    });

  const anna = () => speaker({ serviceUrl: connector.serviceUrl });
  const without = (field: string) => ({ ...anna().message('hi'), [field]: undefined });
  const bad: readonly [string, () => object | string, number][] = [
    ['no activity at all', () => ({}), 400],
    ['a list', () => [], 400],
    ['no JSON', () => '{"type":', 400],
    ['nothing', () => '', 400],
    ['no type', () => without('type'), 400],
    ['no conversation', () => without('conversation'), 400],
    ['no sender', () => without('from'), 400],
    ['no service URL', () => without('serviceUrl'), 400],
    ['an empty channel', () => ({ ...anna().message('hi'), channelId: '' }), 400],
    ['a number for a text', () => ({ ...anna().message('hi'), text: 5 }), 400],
    [
      'a service URL elsewhere',
      () => ({ ...anna().message('hi'), serviceUrl: 'https://smba.trafficmanager.net/emea/' }),
      403,
    ],
    [
      'a service URL that looks near',
      () => ({ ...anna().message('hi'), serviceUrl: 'http://localhost.example.com/' }),
      403,
    ],
    [
      'a service URL with a password',
      () => ({ ...anna().message('hi'), serviceUrl: 'http://a:b@127.0.0.1:1/' }),
      403,
    ],
    ['a body of 300 KB', () => ({ ...anna().message('x'.repeat(300_000)) }), 413],
  ];
  for (const [name, body, status] of bad)
    it(`${status}: ${name}`, async () => {
      const content = body();
      const response = await request(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof content === 'string' ? content : JSON.stringify(content),
      });
      assert.equal(response.statusCode, status);
      assert.deepEqual(Object.keys((await response.body.json()) as object), ['code']);
      assert.equal(connector.calls, 0);
    });

  const headers: readonly [string, Record<string, string>, number][] = [
    ['a form, as any web page may send it', { 'content-type': 'text/plain' }, 400],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }, 400],
    ['a packed body', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 415],
    ['another name for this machine', { 'content-type': 'application/json', host: 'bot.example.com' }, 403],
    ['JSON with a charset', { 'content-type': 'application/json; charset=utf-8' }, 200],
  ];
  for (const [name, given, status] of headers)
    it(`${status}: ${name}`, async () => {
      assert.equal((await deliver(bot.url, anna().message('hi'), given)).status, status);
    });

  it('the same activity three times, at once and later, is answered each time and run once', async () => {
    const message = anna().message('once');
    const answers = await Promise.all([deliver(bot.url, message), deliver(bot.url, message)]);
    answers.push(await deliver(bot.url, message));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal(connector.calls, 1);
  });

  it('fifty messages at once in one chat are all answered, once each', async () => {
    const person = anna();
    const texts = Array.from({ length: 50 }, (_, index) => `message ${index}`);
    await Promise.all(texts.map((text) => deliver(bot.url, person.message(text))));
    const said = connector.in(person.conversation).map(({ activity }) => activity.text);
    assert.deepEqual(new Set(said), new Set(texts.map((text) => `Echo: ${text}`)));
    assert.equal(said.length, 50);
    assert.equal(bot.turns.size, 0);
  });
});

describe('a turn that fails', () => {
  it('is answered with a code and a reference number, which the log has, and may be delivered again', async () => {
    const connector = await standInConnector();
    let turns = 0;
    const bot = await echoBot({
      onTurn: () => {
        turns += 1;
        return Promise.reject(new Error('card 4111 1111 1111 1111 at https://files.example.com/x?token=abc'));
      },
    });
    const message = speaker({ serviceUrl: connector.serviceUrl }).message('hi');
    const { status, body } = await deliver(bot.url, message);
    const { code, reference } = JSON.parse(body) as Record<string, string>;
    assert.deepEqual([status, code], [500, 'internal']);
    assert.match(reference ?? '', /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const log = bot.lines.join('');
    assert.ok(log.includes(reference ?? '?'));
    assert.doesNotMatch(log, /4111|example\.com|abc/);
    await deliver(bot.url, message);
    assert.equal(turns, 2);
    await bot.close();
    await connector.close();
  });

  it('an invoke is answered by its turn', async () => {
    const connector = await standInConnector();
    const bot = await echoBot({
      onTurn: async (context) => {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { taken: true } } });
      },
    });
    const invoke = {
      ...speaker({ serviceUrl: connector.serviceUrl }).message(''),
      type: 'invoke',
      name: 'x/y',
    };
    assert.deepEqual(await deliver(bot.url, invoke), { status: 200, body: '{"taken":true}' });
    await bot.close();
    await connector.close();
  });
});

describe('a full queue', () => {
  it('answers 503, and the same delivery is run when there is room again', async () => {
    const connector = await standInConnector();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const bot = await echoBot({ queue: { perConversation: 1 } });
    connector.misbehave({ kind: 'slow', when: gate });
    const anna = speaker({ serviceUrl: connector.serviceUrl });
    const first = deliver(bot.url, anna.message('one'));
    await connector.waitFor(() => true);
    const second = anna.message('two');
    assert.equal((await deliver(bot.url, second)).status, 503);
    open();
    await first;
    assert.equal((await deliver(bot.url, second)).status, 200);
    await bot.close();
    await connector.close();
  });
});
