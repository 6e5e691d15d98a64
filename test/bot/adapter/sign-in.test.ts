import assert from 'node:assert/strict';
import type { BotIdentity } from '../../../bot/adapter/identity.ts';
import { deliver, speaker } from '../../support/activities.ts';
import { echoBot, type EchoBot } from '../../support/echo-bot.ts';
import { appId, channelToken, ourKeys, publishKey, serviceUrl } from './tokens.ts';

const identity: BotIdentity = { kind: 'singleTenant', appId, password: 'not-used', tenantId: appId };
const past = Math.floor(Date.now() / 1_000) - 3_600;
const future = Math.floor(Date.now() / 1_000) + 3_600;

describe('sign-in in production', () => {
  let bot: EchoBot;
  let keys: ReturnType<typeof publishKey>;
  let turns: number;
  beforeEach(async () => {
    turns = 0;
    keys = publishKey(ourKeys);
    bot = await echoBot({
      identity,
      onTurn: () => {
        turns += 1;
        return Promise.resolve();
      },
    });
  });
  afterEach(async () => {
    await bot.close();
    keys.undo();
  });

  const send = async (authorization: string | undefined, fields: object = {}): Promise<number> => {
    const activity = { ...speaker({ serviceUrl }).message('hi'), ...fields };
    return (await deliver(bot.url, activity, authorization === undefined ? {} : { authorization })).status;
  };

  it('a token of the channel passes', async () => {
    assert.deepEqual([await send(channelToken()), turns], [200, 1]);
  });

  const refused: readonly [string, string | undefined][] = [
    ['no token', undefined],
    ['an empty one', 'Bearer '],
    ['no bearer', channelToken().replace('Bearer', 'Basic')],
    ['a signature by another key', channelToken({}, {}, 'other')],
    ['a broken signature', `${channelToken()}AAAA`],
    ['an unknown key', channelToken({}, { kid: 'theirs' })],
    ['no signature, and says so', channelToken({}, { alg: 'none' })],
    ['a symmetric signature', channelToken({}, { alg: 'HS256' })],
    ['an expired one', channelToken({ exp: past })],
    ['one without an end', channelToken({ exp: undefined })],
    ['one that is not valid yet', channelToken({ nbf: future })],
    ['for another bot', channelToken({ aud: '6c2d6f1f-3f44-4c0d-8a83-0d9e7c1f2a10' })],
    ['for several bots', channelToken({ aud: [appId, 'x'] })],
    [
      "of an emulator, in the bot's own name",
      channelToken({
        iss: 'https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0',
        ver: '2.0',
        azp: appId,
      }),
    ],
    [
      'of another bot',
      channelToken({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        ver: '1.0',
        appid: 'another',
        aud: appId,
      }),
    ],
    ['for another service URL', channelToken({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['no JSON inside', 'Bearer abc.def.ghi'],
  ];
  for (const [name, authorization] of refused)
    it(`401: ${name}`, async () => {
      assert.deepEqual([await send(authorization), turns], [401, 0]);
    });

  const elsewhere: readonly [string, object, number][] = [
    ['a service URL elsewhere', { serviceUrl: 'https://evil.example.com/' }, 403],
    ['plain http', { serviceUrl: 'http://smba.trafficmanager.net/emea/' }, 403],
    ['another port', { serviceUrl: 'https://smba.trafficmanager.net:8443/emea/' }, 403],
    ['a name that ends alike', { serviceUrl: 'https://evilbotframework.com/' }, 403],
    ['this machine', { serviceUrl: 'https://127.0.0.1/' }, 403],
    ['no service URL', { serviceUrl: '' }, 400],
    ['no channel', { channelId: '' }, 400],
    ['another channel', { channelId: 'webchat' }, 403],
    ['the emulator', { channelId: 'emulator' }, 403],
    ['the channel whose tokens the SDK judges by other rules', { channelId: 'AseChannel' }, 403],
  ];
  for (const [name, fields, status] of elsewhere)
    it(`${status}: ${name}, signed though it is`, async () => {
      assert.deepEqual([await send(channelToken(), fields), turns], [status, 0]);
    });

  it('foreign tokens leave nothing behind', async () => {
    const before = keys.known();
    for (let tenant = 0; tenant < 20; tenant += 1)
      await send(
        channelToken({ iss: `https://sts.windows.net/${tenant}/`, ver: '1.0', appid: `bot-${tenant}` }),
      );
    assert.equal(keys.known(), before);
  });

  it('503 while the keys to judge by can not be fetched, so that the activity comes again', async () => {
    keys.undo();
    keys = publishKey({ getKey: () => Promise.reject(new Error('no network')) });
    assert.equal(await send(channelToken()), 503);
  });
});
