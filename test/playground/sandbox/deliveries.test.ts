import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import type { SandboxEvent } from '../../../playground/sandbox/state.ts';
import {
  clockAt,
  payOnPage,
  secretKey,
  startSandboxServer,
  webhookSecret,
  type Posted,
  type SandboxServer,
} from './server.ts';

const start = '2026-03-01T10:00:00.000Z';
const clock = clockAt(start);

const verified = ({ body, signature }: Posted): Stripe.Event =>
  Stripe.webhooks.constructEvent(
    body,
    signature ?? '',
    webhookSecret,
    300,
    undefined,
    Date.parse(clock.now()),
  );
const typesOf = (posted: readonly Posted[]) => posted.map((post) => verified(post).type);

const stripeAt = ({ apiBase }: SandboxServer): Stripe =>
  new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient((address, init) =>
      fetch(new Request(address).url.replace('https://api.stripe.com', apiBase.href), init),
    ),
    telemetry: false,
  });

const idOf = (intent: string | { readonly id: string } | null): string =>
  typeof intent === 'string' ? intent : (intent?.id ?? '');

const openPage = async (server: SandboxServer): Promise<{ id: string; url: string }> => {
  const { id, url } = await stripeAt(server).checkout.sessions.create({
    mode: 'payment',
    line_items: [
      { quantity: 1, price_data: { currency: 'eur', unit_amount: 1_000, product_data: { name: 'Fee' } } },
    ],
    metadata: { order: '1' },
    payment_intent_data: { metadata: { order: '1' } },
    success_url: 'http://127.0.0.1:1/back',
  });
  return { id, url: url ?? '' };
};

describe("the sandbox gateway's events", () => {
  let server: SandboxServer;
  beforeEach(async () => {
    clock.move(start);
    server = await startSandboxServer({ clock });
  });
  afterEach(() => server.close());

  it("are signed as the SDK's own code wants it, and typed as it has them", async () => {
    const page = await openPage(server);
    await payOnPage(page.url);
    const [post] = await server.received(1);
    const event = verified(post!);
    assert.ok(event.type === 'checkout.session.completed');
    const { id, payment_status, amount_total, currency, metadata, livemode } = event.data.object;
    assert.deepEqual(
      { id, payment_status, amount_total, currency, metadata, livemode },
      {
        id: page.id,
        payment_status: 'paid',
        amount_total: 1_000,
        currency: 'eur',
        metadata: { order: '1' },
        livemode: false,
      },
    );
    assert.match(idOf(event.data.object.payment_intent), /^pi_/);
  });

  it('are posted until they are received', async () => {
    server.answerWith(500, 404, 302);
    await payOnPage((await openPage(server)).url);
    const posted = await server.received(4);
    assert.equal(new Set(posted.map((post) => verified(post).id)).size, 1);
    await server.sandbox.settled();
    assert.equal(server.posted.length, 4);
  });

  it('tell of a page that ran out, once', async () => {
    await openPage(server);
    clock.move('2026-03-02T09:59:59.000Z');
    await server.sandbox.tick();
    assert.equal(server.posted.length, 0);
    clock.move('2026-03-02T10:00:00.000Z');
    await server.sandbox.tick();
    await server.sandbox.tick();
    assert.deepEqual(typesOf(await server.received(1)), ['checkout.session.expired']);
  });

  it('tell of refunds that the bot has not asked for, with all that went back so far', async () => {
    const page = await openPage(server);
    await payOnPage(page.url);
    const stripe = stripeAt(server);
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(page.id);
    await stripe.refunds.create({ payment_intent: idOf(intent), amount: 400 });
    await server.received(2);
    await stripe.refunds.create({ payment_intent: idOf(intent) });
    const events = (await server.received(3)).map(verified);
    const refunds = events.flatMap((event) => (event.type === 'charge.refunded' ? [event.data.object] : []));
    assert.deepEqual(
      refunds.map(({ amount_refunded, refunded, metadata }) => [amount_refunded, refunded, metadata]),
      [
        [400, false, { order: '1' }],
        [1_000, true, { order: '1' }],
      ],
    );
  });

  it('tell of a chargeback, once', async () => {
    const page = await openPage(server);
    await payOnPage(page.url);
    const { payment_intent: intent } = await stripeAt(server).checkout.sessions.retrieve(page.id);
    await server.received(1);
    await server.sandbox.dispute(idOf(intent));
    await server.sandbox.dispute(idOf(intent));
    await server.received(2);
    await server.sandbox.settled();
    assert.deepEqual(typesOf(server.posted), [
      'checkout.session.completed',
      'charge.dispute.funds_withdrawn',
    ]);
  });

  const told = (object: object) => (event: SandboxEvent) => [
    { event: { ...event, data: { object: { ...event.data.object, ...object } } } },
  ];
  it('can be doubled, lost, changed', async () => {
    server.misbehave.event = (event) => [{ event }, { event }];
    await payOnPage((await openPage(server)).url);
    const twice = (await server.received(2)).map((post) => verified(post).id);
    assert.equal(new Set(twice).size, 1);
    server.misbehave.event = () => [];
    await payOnPage((await openPage(server)).url);
    await server.sandbox.settled();
    assert.equal(server.posted.length, 2);
    server.misbehave.event = told({ amount_total: 1 });
    await payOnPage((await openPage(server)).url);
    const event = verified((await server.received(3))[2]!);
    assert.equal(event.type === 'checkout.session.completed' && event.data.object.amount_total, 1);
  });

  it('can be late, and so out of order', async () => {
    const { promise: after, resolve } = Promise.withResolvers<undefined>();
    server.misbehave.event = (event) =>
      event.type === 'payment_intent.payment_failed' ? [{ event, after }] : [{ event }];
    const page = await openPage(server);
    await payOnPage(page.url, { number: '4000000000000002' });
    await payOnPage(page.url);
    await server.received(1);
    resolve(undefined);
    assert.deepEqual(typesOf(await server.received(2)), [
      'checkout.session.completed',
      'payment_intent.payment_failed',
    ]);
  });
});

describe('the sandbox gateway over a restart', () => {
  let folder: string;
  beforeEach(async () => {
    clock.move(start);
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('knows its pages, its keys and the events that were not received', async () => {
    const before = await startSandboxServer({ clock, folder });
    const [paid, open] = [await openPage(before), await openPage(before)];
    before.answerWith(...Array.from({ length: 10_000 }, () => 500));
    await payOnPage(paid.url);
    await before.received(2);
    await before.close();

    const after = await startSandboxServer({ clock, folder });
    await after.sandbox.tick();
    assert.deepEqual(typesOf(await after.received(1)), ['checkout.session.completed']);
    const { sessions } = stripeAt(after).checkout;
    assert.equal((await sessions.retrieve(paid.id)).payment_status, 'paid');
    assert.equal((await sessions.retrieve(open.id)).status, 'open');
    await after.sandbox.settled();
    const kept = JSON.parse(await readFile(after.file, 'utf8')) as { events: unknown[] };
    assert.deepEqual(kept.events, []);
    await after.close();
  });
});
