import assert from 'node:assert/strict';
import { signatureOf } from '../../../playground/sandbox/deliveries.ts';
import { webhookSecret } from '../../playground/sandbox/server.ts';
import { otherSecret, shopping, type Shop } from './shop.ts';
import { buys, opensPage, pays, posts, secondsNow } from './steps.ts';

interface Post {
  readonly body: string;
  readonly signature: string | undefined;
}

/** A payment whose news never left the gateway: as its bytes, and the moment of now. */
const paidUnheard = async (shop: Shop): Promise<{ readonly body: string; readonly at: number }> => {
  let body = '';
  shop.misbehave.event = (event) => {
    body = JSON.stringify(event, null, 2);
    return [];
  };
  await buys(shop);
  await pays(shop, await opensPage(shop));
  await shop.settled();
  return { body, at: secondsNow(shop) };
};

const forgeries: Readonly<Record<string, (body: string, at: number) => Post>> = {
  'no signature': (body) => ({ body, signature: undefined }),
  'an empty one': (body) => ({ body, signature: '' }),
  nonsense: (body) => ({ body, signature: 't=now,v1=yes' }),
  'another secret': (body, at) => ({ body, signature: signatureOf(body, 'whsec_of_somebody_else', at) }),
  'a byte changed': (body, at) => ({
    body: body.replace('"paid"', '"PAID"'),
    signature: signatureOf(body, webhookSecret, at),
  }),
  're-serialised: the same event in other bytes': (body, at) => ({
    body: JSON.stringify(JSON.parse(body)),
    signature: signatureOf(body, webhookSecret, at),
  }),
  'more than five minutes old': (body, at) => ({
    body,
    signature: signatureOf(body, webhookSecret, at - 301),
  }),
  'more than five minutes ahead': (body, at) => ({
    body,
    signature: signatureOf(body, webhookSecret, at + 301),
  }),
  'an old one with a new time': (body, at) => ({
    body,
    signature: signatureOf(body, webhookSecret, at - 301).replace(/t=\d+/, `t=${at}`),
  }),
  'the scheme of tests alone': (body, at) => ({
    body,
    signature: signatureOf(body, webhookSecret, at).replace('v1=', 'v0='),
  }),
};

describe('10 news that are not the gateway’s', () => {
  for (const [name, forge] of Object.entries(forgeries))
    it(`${name}: 400, and nothing changes`, () =>
      shopping(async (shop) => {
        const { body, at } = await paidUnheard(shop);
        const before = JSON.stringify(await shop.partner());
        const calls = shop.bot.connector.calls;
        const forged = forge(body, at);
        assert.equal((await posts(shop, forged.body, forged.signature)).status, 400);
        await shop.settled();
        assert.equal(JSON.stringify(await shop.partner()), before);
        assert.deepEqual(await shop.bot.app.store.parked.all(), []);
        assert.equal(shop.bot.connector.calls, calls);
        // The very same event, properly signed, has its effect: it was the signature that was wrong.
        assert.equal((await posts(shop, body, signatureOf(body, webhookSecret, at))).status, 200);
        await shop.settled();
        assert.equal((await shop.order()).state, 'active');
      }));

  for (const [name, secrets] of Object.entries({
    'the secret before': [otherSecret],
    'both secrets': ['whsec_unknown', otherSecret, webhookSecret],
  }))
    it(`while secrets are rotated, signed with ${name}: taken`, () =>
      shopping(async (shop) => {
        const { body, at } = await paidUnheard(shop);
        const all = secrets.map((secret) => signatureOf(body, secret, at).replace(/^t=\d+,/, ''));
        assert.equal((await posts(shop, body, [`t=${at}`, ...all].join(','))).status, 200);
        await shop.settled();
        assert.equal((await shop.order()).state, 'active');
      }));

  it('genuine, and about nothing that matters here: 200, and nothing changes', () =>
    shopping(async (shop) => {
      await buys(shop);
      const before = JSON.stringify(await shop.partner());
      const event = { id: 'evt_1', type: 'customer.created', created: 1, livemode: false };
      const body = JSON.stringify({ ...event, data: { object: {} } });
      const signature = signatureOf(body, webhookSecret, secondsNow(shop));
      assert.equal((await posts(shop, body, signature)).status, 200);
      assert.equal(JSON.stringify(await shop.partner()), before);
    }));

  it('genuine, of a known type, and yet without its fields: never acknowledged', () =>
    shopping(async (shop) => {
      await buys(shop);
      const event = { id: 'evt_1', type: 'checkout.session.completed', created: 1, livemode: false };
      const body = JSON.stringify({ ...event, data: { object: { id: 'cs_1' } } });
      const signature = signatureOf(body, webhookSecret, secondsNow(shop));
      assert.equal((await posts(shop, body, signature)).status, 500);
      assert.equal((await shop.order()).state, 'awaitingCardPayment');
    }));
});
