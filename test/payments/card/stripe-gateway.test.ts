import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import type { GatewayTrouble, OpenPage, PageWish } from '../../../membership/gateway-ports.ts';
import type { Instant } from '../../../membership/rules/calendar.ts';
import type { AttemptKey, CardSession, CommandId, OrderNumber } from '../../../membership/rules/ids.ts';
import { isCurrency, money } from '../../../membership/rules/money.ts';
import { stripeGateway } from '../../../payments/card/stripe-gateway.ts';
import { respond } from '../../support/respond.ts';
import {
  clockAt,
  payOnPage,
  secretKey,
  startSandboxServer,
  type SandboxServer,
} from '../../playground/sandbox/server.ts';

const start = '2026-03-01T10:00:00.000Z';
const order = '1000000005' as OrderNumber;
const euros = (minor: number) => {
  assert.ok(isCurrency('EUR'));
  return money('EUR' as Parameters<typeof money>[0], minor);
};
const wish: PageWish = {
  key: `${order}-1` as AttemptKey,
  order,
  amount: euros(184_500),
  startedAt: start as Instant,
  title: 'Silver membership & more',
  language: 'nl',
  returnUrl: 'http://127.0.0.1:1/pay/back?x=1',
  cancelUrl: 'http://127.0.0.1:1/pay/left',
};
const isOpen = (answer: OpenPage | GatewayTrouble): OpenPage => {
  assert.ok(answer.kind === 'open', JSON.stringify(answer));
  return answer;
};
const refundKey = 'refund-1' as CommandId;

describe('the card gateway, against the sandbox', () => {
  const clock = clockAt(start);
  let server: SandboxServer;
  const gateway = (options: { readonly timeoutMs?: number; readonly key?: string } = {}) =>
    stripeGateway({
      secretKey: options.key ?? secretKey,
      apiBase: server.apiBase,
      timeoutMs: options.timeoutMs ?? 5_000,
    });
  beforeEach(async () => {
    clock.move(start);
    server = await startSandboxServer({ clock });
  });
  afterEach(() => server.close());

  it('opens a page for an hour, in the currency and language asked for', async () => {
    const page = isOpen(await gateway().open(wish));
    assert.match(page.session, /^cs_test_/);
    assert.equal(page.expiresAt, '2026-03-01T11:00:00.000Z');
    const html = await (await fetch(page.url)).text();
    assert.match(html, /<html lang="nl">/);
    assert.match(html, /Silver membership &amp; more/);
    assert.match(html, /EUR\s1\.845,00/);
    assert.match(html, new RegExp(order));
    assert.deepEqual(await gateway().look(page.session), page);
  });

  it('gives the same page for the same key, ten minutes later too', async () => {
    const page = isOpen(await gateway().open(wish));
    clock.move('2026-03-01T10:10:00.000Z');
    assert.deepEqual(await gateway().open(wish), page);
  });

  it('refuses another wish under the same key', async () => {
    isOpen(await gateway().open(wish));
    assert.deepEqual(await gateway().open({ ...wish, amount: euros(1) }), {
      kind: 'refused',
      code: 'idempotency_error',
    });
  });

  it('sees what was paid, by the id that a refund names', async () => {
    const page = isOpen(await gateway().open(wish));
    clock.move('2026-03-01T10:05:00.000Z');
    await payOnPage(page.url);
    const state = await gateway().look(page.session);
    assert.ok(state.kind === 'paid');
    const { id, ...charge } = state.charge;
    assert.match(id, /^pi_/);
    assert.deepEqual(charge, {
      order,
      attempt: wish.key,
      session: page.session,
      amount: wish.amount,
      on: '2026-03-01',
      live: false,
    });
    assert.deepEqual(await gateway().refund(id, refundKey), { kind: 'refunded' });
    assert.deepEqual(await gateway().refund(id, refundKey), { kind: 'refunded' });
    assert.deepEqual(await gateway().refund(id, 'refund-2' as CommandId), { kind: 'refunded' });
    const state2 = JSON.parse(await readFile(server.file, 'utf8')) as {
      intents: Record<string, { charge: { refunded: number } }>;
    };
    assert.equal(state2.intents[id]?.charge.refunded, 184_500);
  });

  it('names the day of the charge, not of the page', async () => {
    clock.move('2026-03-01T23:50:00.000Z');
    const page = isOpen(await gateway().open({ ...wish, startedAt: clock.now() }));
    clock.move('2026-03-02T00:01:00.000Z');
    await payOnPage(page.url);
    const state = await gateway().look(page.session);
    assert.equal(state.kind === 'paid' && state.charge.on, '2026-03-02');
  });

  it('closes an open page, once and again', async () => {
    const page = isOpen(await gateway().open(wish));
    assert.deepEqual(await gateway().close(page.session), { kind: 'expired' });
    assert.deepEqual(await gateway().close(page.session), { kind: 'expired' });
    assert.deepEqual(await gateway().look(page.session), { kind: 'expired' });
    assert.equal((await payOnPage(page.url)).status, 409);
  });

  it('says that a page is paid when it is too late to close it', async () => {
    const page = isOpen(await gateway().open(wish));
    await payOnPage(page.url);
    const closed = await gateway().close(page.session);
    assert.equal(closed.kind, 'paid');
  });

  it('sees that a page ran out', async () => {
    const page = isOpen(await gateway().open(wish));
    clock.move('2026-03-01T11:00:00.000Z');
    assert.deepEqual(await gateway().look(page.session), { kind: 'expired' });
  });

  it('does not refund what was charged back', async () => {
    const page = isOpen(await gateway().open(wish));
    await payOnPage(page.url, { number: '4000000000000259' });
    const state = await gateway().look(page.session);
    assert.ok(state.kind === 'paid');
    assert.deepEqual(await gateway().refund(state.charge.id, refundKey), {
      kind: 'refused',
      code: 'charge_disputed',
    });
  });

  const nowhere = 'cs_test_nowhere' as CardSession;
  const refused: readonly [string, () => Promise<unknown>, string][] = [
    [
      'an amount that no card can pay',
      () => gateway().open({ ...wish, amount: euros(0) }),
      'amount_not_chargeable',
    ],
    ['a wrong key', () => gateway({ key: 'sk_test_other' }).open(wish), 'invalid_request_error'],
    ['a page that is not there', () => gateway().look(nowhere), 'resource_missing'],
    ['closing one that is not there', () => gateway().close(nowhere), 'resource_missing'],
    ['a charge that is not there', () => gateway().refund('pi_no' as never, refundKey), 'resource_missing'],
    [
      'a page asked for so late that it would close at once',
      () => gateway().open({ ...wish, startedAt: '2026-03-01T09:20:00.000Z' as Instant }),
      'parameter_invalid',
    ],
  ];
  for (const [name, call, code] of refused)
    it(`refused: ${name}`, async () => assert.deepEqual(await call(), { kind: 'refused', code }));

  for (const status of [409, 429, 500, 502, 503])
    for (const done of [false, true])
      it(`unknown: ${status}, ${done ? 'after' : 'without'} its effect; the same key finds out`, async () => {
        server.misbehave.call = () => ({ kind: 'status', status, done });
        assert.deepEqual(await gateway().open(wish), { kind: 'unknown' });
        server.misbehave.call = undefined;
        isOpen(await gateway().open(wish));
        const kept = JSON.parse(await readFile(server.file, 'utf8')) as { sessions: object };
        assert.equal(Object.keys(kept.sessions).length, 1);
      });

  it('unknown: the line breaks after a refund; the same key pays back no second time', async () => {
    const page = isOpen(await gateway().open(wish));
    await payOnPage(page.url);
    const state = await gateway().look(page.session);
    assert.ok(state.kind === 'paid');
    server.misbehave.call = () => ({ kind: 'reset', done: true });
    assert.deepEqual(await gateway().refund(state.charge.id, refundKey), { kind: 'unknown' });
    server.misbehave.call = undefined;
    assert.deepEqual(await gateway().refund(state.charge.id, refundKey), { kind: 'refunded' });
  });

  it('calls once: what to do about a broken line, the deed decides', async () => {
    let calls = 0;
    server.misbehave.call = () => (calls++, { kind: 'reset', done: false });
    assert.deepEqual(await gateway().open(wish), { kind: 'unknown' });
    assert.equal(calls, 1);
  });

  it('unknown: an answer that is too late; the same key finds the page', async () => {
    const { promise: until, resolve } = Promise.withResolvers<undefined>();
    server.misbehave.call = () => ({ kind: 'late', until });
    assert.deepEqual(await gateway({ timeoutMs: 100 }).open(wish), { kind: 'unknown' });
    server.misbehave.call = undefined;
    const page = isOpen(await gateway().open(wish));
    resolve(undefined);
    assert.deepEqual(await gateway().look(page.session), page);
  });

  for (const method of ['look', 'close'] as const)
    it(`unknown: ${method} when the gateway fails`, async () => {
      const page = isOpen(await gateway().open(wish));
      server.misbehave.call = () => ({ kind: 'status', status: 500, done: false });
      assert.deepEqual(await gateway()[method](page.session), { kind: 'unknown' });
    });

  const answering = async (
    status: number,
    body: string,
  ): Promise<{ apiBase: URL; stop: () => Promise<void> }> => {
    const proxy = createServer((_request, response) => respond(response, status, { location: '/' }, body));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    return {
      apiBase: new URL(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`),
      stop: () =>
        new Promise((resolve) => {
          proxy.close(() => resolve());
          proxy.closeAllConnections();
        }),
    };
  };

  it('unknown: nobody there', async () => {
    const { apiBase, stop } = await answering(200, '');
    await stop();
    assert.deepEqual(await stripeGateway({ secretKey, apiBase }).open(wish), { kind: 'unknown' });
  });

  const paid = {
    id: nowhere,
    status: 'complete',
    payment_status: 'paid',
    payment_intent: 'pi_1',
    amount_total: 1,
    currency: 'eur',
    livemode: false,
    metadata: { order, attempt: wish.key },
  };
  const strange: readonly [string, number, string][] = [
    ['a page of a proxy', 200, '<html>busy</html>'],
    ['a page of a proxy that failed', 503, '<html>busy</html>'],
    ['a page of a proxy that refused', 403, '<html>no</html>'],
    ['a redirect', 302, ''],
    ['a paid page of another shop', 200, JSON.stringify({ ...paid, metadata: {} })],
    ['a paid page whose money is still to come', 200, JSON.stringify({ ...paid, payment_status: 'unpaid' })],
    ['a paid page in a currency that does not exist', 200, JSON.stringify({ ...paid, currency: 'zzz' })],
    ['a paid page without an amount', 200, JSON.stringify({ ...paid, amount_total: null })],
    ['an open page without an address', 200, JSON.stringify({ ...paid, status: 'open', url: null })],
  ];
  for (const [name, status, body] of strange)
    it(`unknown: ${name}`, async () => {
      const { apiBase, stop } = await answering(status, body);
      const answer = await stripeGateway({ secretKey, apiBase }).look(nowhere);
      await stop();
      assert.deepEqual(answer, { kind: 'unknown' });
    });
});
