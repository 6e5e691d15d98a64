import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ChatRecord } from '../../membership/ports.ts';
import { currentPerson, dana } from '../../playground/demo/people.ts';
import { ada, partner } from '../support/partner.ts';
import { startLocalMode, type LocalMode, type LocalModeOptions } from './local-mode.ts';

const record = (given: Partial<ChatRecord> & Pick<ChatRecord, 'person'>): ChatRecord => ({
  name: 'somebody',
  installed: true,
  cards: [],
  ...given,
});

describe('playground: speaking as a person', () => {
  let mode: LocalMode;
  const start = async (options: LocalModeOptions = {}): Promise<void> => {
    mode = await startLocalMode(options);
  };
  afterEach(() => mode.close());
  const chat = async (person: string, after = 0): Promise<{ version: number; items: { from: string }[] }> =>
    (await fetch(`${mode.url}/local/chat?person=${person}&after=${after}`)).json() as never;

  it('installs the bot first, then says it in their tenant, chat and language', async () => {
    await start();
    const response = await mode.post('/local/say', { person: 'dana', language: 'sv', text: 'hej' });
    assert.equal(response.status, 200);
    const [installation, message] = mode.heard;
    assert.deepEqual([installation?.type, installation?.action], ['installationUpdate', 'add']);
    assert.deepEqual(
      [
        message?.type,
        message?.text,
        message?.locale,
        message?.from.aadObjectId,
        message?.channelData.tenant.id,
      ],
      ['message', 'hej', 'sv-SE', dana.aadObjectId, dana.tenantId],
    );
    assert.equal(message?.serviceUrl, mode.connector.serviceUrl);
    assert.equal(message.conversation.conversationType, 'personal');
    assert.notEqual(installation?.id, message.id);
  });

  it('does not install it again', async () => {
    await start({ records: [record({ person: dana })] });
    await mode.post('/local/say', { person: 'dana', text: 'hello' });
    assert.deepEqual(
      mode.heard.map(({ type }) => type),
      ['message'],
    );
  });

  it('presses a button as Teams does: the value with its inputs, and the card that it was on', async () => {
    await start({ records: [record({ person: dana })] });
    await mode.post('/local/say', {
      person: 'dana',
      value: { action: 'next', taxId: 'X' },
      replyToId: '1:5',
    });
    const [press] = mode.heard;
    assert.deepEqual(
      [press?.type, press?.text, press?.value, press?.replyToId],
      ['message', undefined, { action: 'next', taxId: 'X' }, '1:5'],
    );
    assert.equal('person' in press!, false);
  });

  for (const [form, type, name] of [
    ['desktop', 'application/vnd.microsoft.teams.file.download.info', 'bewijs é.pdf'],
    ['desktop', 'application/vnd.microsoft.teams.file.download.info', `${'é'.repeat(996)}.pdf`],
    ['phone', 'image/*', 'bewijs é.pdf'],
  ] as const) {
    it(`hands over a file with a name of ${name.length} from the ${form} and serves its bytes`, async () => {
      await start();
      const bytes = Buffer.from('%PDF-1.7 é');
      const body = { person: 'dana', form, name, base64: bytes.toString('base64') };
      assert.equal((await mode.post('/local/file', body)).status, 200);
      const [attachment] = mode.heard.at(-1)?.attachments ?? [];
      assert.equal(attachment?.contentType, type);
      const url = form === 'desktop' ? attachment.content?.downloadUrl : attachment.contentUrl;
      assert.equal(attachment.name, form === 'desktop' ? body.name : undefined);
      const served = await fetch(url!);
      assert.equal(served.status, 200);
      assert.deepEqual(Buffer.from(await served.arrayBuffer()), bytes);
      assert.equal(url!.startsWith(mode.connector.serviceUrl), true);
    });
  }

  it('says what the bot answered when it did not take it', async () => {
    await start();
    mode.answer = () => Promise.resolve(500);
    const response = await mode.post('/local/say', { person: 'dana', text: 'hello' });
    assert.equal(response.status, 502);
    assert.match(((await response.json()) as { error: string }).error, /answered 500/);
  });

  it('keeps the chat: what was said, sent, changed and deleted, each change once', async () => {
    await start();
    const to = async (method: string, path: string, body?: object): Promise<{ id: string }> => {
      const response = await fetch(`${mode.connector.serviceUrl}/v3/conversations/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return (text === '' ? {} : JSON.parse(text)) as { id: string };
    };
    await mode.post('/local/say', { person: 'dana', text: 'hello' });
    const all = `${encodeURIComponent(mode.heard.at(-1)!.conversation.id)}/activities`;
    const first = await to('POST', all, { type: 'message', text: 'one' });
    await to('POST', `${all}/some-id`, { type: 'typing' });
    const second = await to('POST', `${all}/some-id`, { type: 'message', text: 'two' });
    const before = await chat('dana');
    assert.deepEqual(
      before.items.map(({ from }) => from),
      ['person', 'bot', 'bot'],
    );
    await to('PUT', `${all}/${encodeURIComponent(first.id)}`, { type: 'message', text: 'one, changed' });
    await to('DELETE', `${all}/${encodeURIComponent(second.id)}`);
    await to('PUT', `${all}/from-before-a-restart`, { type: 'message', text: 'old' });
    const { items } = (await chat('dana', before.version)) as unknown as {
      items: { id: string; activity?: { text: string } }[];
    };
    assert.deepEqual(
      items.map(({ id, activity }) => [id, activity?.text]),
      [
        [first.id, 'one, changed'],
        [second.id, undefined],
        ['from-before-a-restart', 'old'],
      ],
    );
  });

  describe('finds a person', () => {
    const own = partner();
    for (const [how, text] of [
      ['by key', 'alex'],
      ['by name', 'alex wilber'],
      ["by the chat's id", 'user-id-0'],
      ['by object id', currentPerson.aadObjectId],
      ['by tenant and object id', `${currentPerson.tenantId}/${currentPerson.aadObjectId}`],
    ] as const) {
      it(how, async () => {
        await start();
        await mode.post('/local/say', { person: text, text: 'hello' });
        assert.equal(mode.heard.at(-1)?.from.aadObjectId, currentPerson.aadObjectId);
      });
    }
    for (const text of [ada, `${own.tenantId}/${ada}`]) {
      it(`of an imported partner by ${text}`, async () => {
        await start({ partners: [own] });
        await mode.post('/local/say', { person: text, text: 'hello' });
        const { from, channelData } = mode.heard.at(-1)!;
        assert.deepEqual([from.name, channelData.tenant.id], ['ada of Fabrikam', own.tenantId]);
      });
    }
    it('whom nobody knows, by a pair', async () => {
      await start();
      await mode.post('/local/say', { person: 'no-tenant/no-one', text: 'hello' });
      const { from, channelData } = mode.heard.at(-1)!;
      assert.deepEqual([from.aadObjectId, channelData.tenant.id], ['no-one', 'no-tenant']);
    });
  });

  describe('who has a chat in another Teams', () => {
    let other: Server;
    let serviceUrl: string;
    beforeEach(async () => {
      other = createServer((_request, response) => response.end());
      other.listen(0, '127.0.0.1');
      await once(other, 'listening');
      serviceUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}/_connector`;
    });
    afterEach(() => {
      other.closeAllConnections();
      other.close();
    });
    const known = (): ChatRecord =>
      record({
        person: dana,
        reference: {
          serviceUrl,
          conversation: { id: 'theirs' },
          user: { id: 'user-9' },
          bot: { id: 'bot-9', name: 'Bot' },
        },
      });

    it('speaks there', async () => {
      await start({ records: [known()] });
      await mode.post('/local/say', { person: 'dana', text: 'hello' });
      const { serviceUrl: to, conversation, from, recipient } = mode.heard.at(-1)!;
      assert.deepEqual(
        [to, conversation.id, from.id, recipient.id],
        [serviceUrl, 'theirs', 'user-9', 'bot-9'],
      );
    });

    it('speaks here when that Teams is gone', async () => {
      const records = [known()];
      other.close();
      other.closeAllConnections();
      await start({ records });
      await mode.post('/local/say', { person: 'dana', text: 'hello' });
      assert.equal(mode.heard.at(-1)?.serviceUrl, mode.connector.serviceUrl);
    });

    it("the Playground's person speaks in the Playground's chat", async () => {
      const playground = {
        person: currentPerson,
        serviceUrl,
        conversation: 'pg',
        page: 'http://localhost:1',
      };
      await start({ playground });
      await mode.post('/local/say', { person: 'alex', text: 'hello' });
      const { serviceUrl: to, conversation } = mode.heard.at(-1)!;
      assert.deepEqual([to, conversation.id], [serviceUrl, 'pg']);
      assert.deepEqual((await chat('alex')).items, []);
    });
  });
});
