import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import type { PageWish } from '../../../membership/gateway-ports.ts';
import type { Instant } from '../../../membership/rules/calendar.ts';
import type { Language } from '../../../membership/rules/catalogue.ts';
import type { AttemptKey, OrderNumber } from '../../../membership/rules/ids.ts';
import { isCurrency, money } from '../../../membership/rules/money.ts';
import { stripeGateway } from '../../../payments/card/stripe-gateway.ts';
import {
  authenticateOnPage,
  clockAt,
  goodCard,
  payOnPage,
  secretKey,
  startSandboxServer,
  type SandboxServer,
} from './server.ts';

const start = '2026-03-01T10:00:00.000Z';
const clock = clockAt(start);
const order = '1000000005' as OrderNumber;
const currency = 'EUR';
assert.ok(isCurrency(currency));
const wish = (language: Language, title = 'Gold membership'): PageWish => ({
  key: `${order}-1` as AttemptKey,
  order,
  amount: money(currency, 380_000),
  startedAt: start as Instant,
  title,
  language,
  returnUrl: 'http://127.0.0.1:1/pay/back?session={CHECKOUT_SESSION_ID}',
  cancelUrl: 'http://127.0.0.1:1/pay/left',
});

describe("the sandbox gateway's page", () => {
  let server: SandboxServer;
  beforeEach(async () => {
    clock.move(start);
    server = await startSandboxServer({ clock });
  });
  afterEach(() => server.close());

  const open = async (language: Language = 'en', title?: string): Promise<string> => {
    const page = await stripeGateway({ secretKey, apiBase: server.apiBase }).open(wish(language, title));
    assert.ok(page.kind === 'open');
    return page.url;
  };
  const documentOf = async (response: Response): Promise<Document> =>
    new JSDOM(await response.text()).window.document;
  const alertOf = async (response: Response): Promise<string | null | undefined> =>
    (await documentOf(response)).querySelector('[role=alert]')?.textContent;
  const events = () =>
    server.posted.map(({ body }) => (JSON.parse(body.toString()) as { type: string }).type);

  for (const [language, pay, sandbox] of [
    ['en', 'Pay', /no money moves/i],
    ['nl', 'Betalen', /oefenpagina/],
    ['sv', 'Betala', /övningssida/],
  ] as const)
    it(`says that it is a sandbox, and asks for card and billing address, in ${language}`, async () => {
      const page = await documentOf(await fetch(await open(language)));
      assert.equal(page.documentElement.lang, language);
      assert.match(page.querySelector('.sandbox')?.textContent ?? '', sandbox);
      assert.equal(page.querySelector('button.pay')?.textContent, pay);
      const fields = [...page.querySelectorAll<HTMLInputElement>('input, select')];
      assert.deepEqual(fields.map(({ name }) => name).sort(), Object.keys(goodCard).sort());
      for (const field of fields) {
        assert.equal(field.value, '', `${field.name} is prefilled`);
        assert.ok((field.closest('label')?.textContent ?? '').trim().length > 2);
      }
      assert.equal(page.querySelector('.back')?.getAttribute('href'), wish(language).cancelUrl);
    });

  it('runs no script, shows in no frame, and posts only here and to where the bot wants the browser back', async () => {
    const { headers } = await fetch(await open());
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.match(policy, /form-action 'self' http:\/\/127\.0\.0\.1:1(;|$)/);
    assert.doesNotMatch(policy, /script-src|unsafe/);
    assert.equal(headers.get('x-frame-options'), 'DENY');
  });

  it('shows names as they are, never as markup', async () => {
    const url = await open('en', '<img src=x onerror=alert(1)>');
    const page = await documentOf(await payOnPage(url, { cvc: '', name: '"><script>1</script>' }));
    assert.equal(page.querySelector('h1')?.textContent, '<img src=x onerror=alert(1)>');
    assert.equal(page.querySelectorAll('img, script').length, 0);
    assert.equal(page.querySelector<HTMLInputElement>('input[name=name]')?.value, '"><script>1</script>');
  });

  it('pays, leads back, and is then over', async () => {
    const url = await open();
    const paid = await payOnPage(url);
    assert.equal(paid.status, 303);
    const id = new URL(url).pathname.split('/').at(-1) ?? '';
    assert.equal(paid.headers.get('location'), `http://127.0.0.1:1/pay/back?session=${id}`);
    assert.match(await (await fetch(url)).text(), /This has been paid/);
    assert.equal((await payOnPage(url)).status, 409);
    await server.received(1);
    await server.sandbox.settled();
    assert.deepEqual(events(), ['checkout.session.completed']);
  });

  it('charges once, however often Pay is pressed', async () => {
    const url = await open();
    const answers = await Promise.all(Array.from({ length: 5 }, () => payOnPage(url)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409, 409, 409]);
  });

  for (const [number, sentence] of [
    ['4000 0000 0000 0002', /declined/],
    ['4000-0000-0000-9995', /insufficient funds/],
  ] as const)
    it(`${number}: says so, and takes another card`, async () => {
      const url = await open();
      const declined = await payOnPage(url, { number });
      assert.equal(declined.status, 402);
      const page = await documentOf(declined);
      assert.match(page.querySelector('[role=alert]')?.textContent ?? '', sentence);
      assert.equal(page.querySelector<HTMLInputElement>('input[name=city]')?.value, 'Amsterdam');
      for (const field of ['number', 'expiry', 'cvc'])
        assert.equal(page.querySelector<HTMLInputElement>(`input[name=${field}]`)?.value, '');
      assert.equal((await payOnPage(url)).status, 303);
      await server.received(2);
      assert.deepEqual(events().sort(), ['checkout.session.completed', 'payment_intent.payment_failed']);
    });

  describe('4000 0025 0000 3155: asks for authentication', () => {
    const challenged = { number: '4000 0025 0000 3155' };
    it('that is completed', async () => {
      const url = await open();
      assert.match(await (await payOnPage(url, challenged)).text(), /Complete authentication/);
      assert.match(await (await fetch(url)).text(), /Complete authentication/, 'a reload asks again');
      assert.equal(server.posted.length, 0);
      assert.equal((await authenticateOnPage(url, true)).status, 303);
    });
    it('that fails', async () => {
      const url = await open();
      await payOnPage(url, challenged);
      assert.match((await alertOf(await authenticateOnPage(url, false))) ?? '', /authenticated/);
      assert.equal((await payOnPage(url)).status, 303);
    });
    it('that nobody was asked for', async () => {
      const url = await open();
      assert.equal((await authenticateOnPage(url, true)).status, 402);
    });
  });

  const wrong: readonly [string, Record<string, string>, string][] = [
    ['a real card', { number: '5555 5555 5555 4444' }, 'number'],
    ['no number', { number: '' }, 'number'],
    ['a card of last month', { expiry: '02/26' }, 'expiry'],
    ['a month that does not exist', { expiry: '13/34' }, 'expiry'],
    ['a code of two digits', { cvc: '12' }, 'cvc'],
    ['no name', { name: ' ' }, 'name'],
    ['no zip code', { postalCode: '' }, 'postalCode'],
    ['no country', { country: '' }, 'country'],
  ];
  for (const [name, change, field] of wrong)
    it(`refuses ${name}, beside its field`, async () => {
      const answer = await payOnPage(await open(), change);
      assert.equal(answer.status, 422);
      const page = await documentOf(answer);
      const marked = [...page.querySelectorAll('[aria-invalid=true]')];
      assert.deepEqual(
        marked.map((element) => element.getAttribute('name')),
        [field],
      );
      const described = marked[0]?.getAttribute('aria-describedby') ?? '';
      assert.ok((page.getElementById(described)?.textContent ?? '').length > 5);
      assert.equal(server.posted.length, 0);
    });

  it('takes a card to the end of its month', async () => {
    assert.equal((await payOnPage(await open(), { expiry: '3 / 2026' })).status, 303);
  });

  it('knows no page that is not there', async () => {
    const answer = await fetch(`${server.apiBase.href}/pay/cs_test_nowhere`);
    assert.equal(answer.status, 404);
  });

  it('keeps and logs nothing of a card, declined, refused or paid', async () => {
    const url = await open();
    const numbers = ['5555 5555 5555 4444', '4000000000000002', '4242 4242 4242 4242'];
    const cvc = '9371';
    for (const number of numbers) await payOnPage(url, { number, cvc });
    await server.received(2);
    await server.sandbox.settled();
    const everything = [
      await readFile(server.file, 'utf8'),
      ...server.lines,
      ...server.posted.map(({ body }) => body.toString()),
    ].join('\n');
    assert.match(everything, /cs_test_/);
    for (const trace of [
      ...numbers,
      ...numbers.map((number) => number.replaceAll(' ', '')),
      cvc,
      'Keizersgracht',
    ])
      assert.ok(!everything.includes(trace), trace);
  });
});
