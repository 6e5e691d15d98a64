import assert from 'node:assert/strict';
import { request } from 'undici';
import type { OrderPurpose } from '../../../bot/links/claims.ts';
import { payPages, type PayPages } from '../../support/pay-pages.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const ask = async (url: string, method: 'GET' | 'POST' = 'GET', headers = {}): Promise<Answer> => {
  const response = await request(url, { method, headers });
  return { status: response.statusCode, headers: response.headers, body: await response.body.text() };
};
const json = { accept: 'application/json' };

describe('the routes under /pay', () => {
  let pages: PayPages;
  beforeEach(async () => {
    pages = await payPages();
  });
  afterEach(() => pages.close());

  /** Every route that takes a link, and whose link it takes. */
  const table: readonly (readonly ['GET' | 'POST', OrderPurpose, (token: string) => string])[] = [
    ['GET', 'pay', (token) => `/pay/${token}`],
    ['POST', 'pay', (token) => `/pay/${token}/open`],
    ['GET', 'return', (token) => `/pay/return/${token}`],
    ['GET', 'return', (token) => `/pay/status/${token}`],
    ['GET', 'cancelled', (token) => `/pay/cancelled/${token}`],
    ['GET', 'receipt', (token) => `/pay/receipt/${token}`],
  ];
  const purposes: readonly OrderPurpose[] = ['pay', 'return', 'cancelled', 'receipt'];
  const secrets = /Fabrikam|4,598|Data Analytics|\b\d{10}\b/;

  for (const [method, purpose, path] of table) {
    const name = `${method} ${path('…')}`;
    it(`${name}: opens with its own link alone`, async () => {
      pages.receipt = { pdf: Buffer.from('%PDF'), fileName: 'r.pdf' };
      for (const other of purposes) {
        const { status, body } = await ask(pages.origin + path(pages.token(other)), method);
        if (other === purpose) assert.notEqual(status, 404, other);
        else {
          assert.equal(status, 404, other);
          assert.doesNotMatch(body, secrets);
        }
      }
    });

    it(`${name}: a forged link shows nothing`, async () => {
      const token = pages.token(purpose);
      const forged = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
      for (const bad of [forged, 'x', token.slice(10), 'a'.repeat(390)]) {
        const { status, body } = await ask(pages.origin + path(bad), method);
        assert.equal(status, 404);
        assert.doesNotMatch(body, secrets);
        assert.ok(!body.includes(bad) || bad.length < 5);
      }
      assert.deepEqual(pages.asked, []);
    });

    it(`${name}: an expired link says how to get a new one`, async () => {
      const token = pages.token(purpose);
      pages.passMinutes(24 * 60);
      const page = await ask(pages.origin + path(token), method, { 'accept-language': 'nl-NL,en;q=0.5' });
      assert.equal(page.status, 410);
      assert.match(page.body, /<html lang="nl" data-language="guessed">[\s\S]*Deze link is verlopen/);
      assert.doesNotMatch(page.body, secrets);
      const program = await ask(pages.origin + path(token), method, json);
      assert.deepEqual([program.status, program.body], [410, '{"code":"linkExpired"}']);
      assert.deepEqual(pages.asked, []);
    });
  }

  it('an order that is not there any more shows nothing', async () => {
    pages.known = false;
    for (const purpose of ['pay', 'return', 'cancelled'] as const)
      assert.equal((await ask(pages.link(purpose))).status, 404);
    const opened = await ask(`${pages.link('pay')}/open`, 'POST', json);
    assert.equal(opened.status, 404);
    assert.deepEqual(pages.asked, []);
  });

  it('looking opens nothing at the gateway, pressing does, for the one whose link it is', async () => {
    pages.opened = { kind: 'page', url: 'https://gateway.example/c/1' };
    const page = await ask(pages.link('pay'));
    assert.equal(page.status, 200);
    assert.match(page.body, /Fabrikam B\.V\.[\s\S]*Gold membership, Data Analytics[\s\S]*EUR 4,598\.00/);
    assert.deepEqual(pages.asked, []);
    const pressed = await ask(`${pages.link('pay')}/open`, 'POST');
    assert.deepEqual([pressed.status, pressed.headers['location']], [303, 'https://gateway.example/c/1']);
    assert.deepEqual(
      pages.asked.map(({ purpose, partner, person }) => [purpose, partner, person]),
      [['pay', '6234461', '87d349ed-44d7-43e1-9a83-5f2406dee5bd']],
    );
  });

  it('answers the script in its own form', async () => {
    for (const opened of [
      { kind: 'page', url: 'https://gateway.example/c/1' },
      { kind: 'refused', words: 'No.' },
      { kind: 'trouble' },
    ] as const) {
      pages.opened = opened;
      const { status, body } = await ask(`${pages.link('pay')}/open`, 'POST', json);
      assert.deepEqual([status, JSON.parse(body)], [200, opened]);
    }
  });

  it('tells a browser without scripts why it stays', async () => {
    pages.opened = { kind: 'refused', words: 'Paid <already>.' };
    const refused = await ask(`${pages.link('pay')}/open`, 'POST');
    assert.equal(refused.status, 409);
    assert.match(refused.body, /Paid &lt;already&gt;\./);
    assert.doesNotMatch(refused.body, /<form/);
    pages.opened = { kind: 'trouble' };
    const trouble = await ask(`${pages.link('pay')}/open`, 'POST');
    assert.equal(trouble.status, 503);
    assert.match(trouble.body, /Nothing has been charged[\s\S]*<form method="post" action="open">/);
  });

  it('shows any name as it is written', async () => {
    pages.organisation = `<script>alert("1")</script> & 'Zn'`;
    for (const purpose of ['pay', 'return', 'cancelled'] as const) {
      const { body } = await ask(pages.link(purpose));
      assert.match(body, /&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt; &amp; &#39;Zn&#39;/);
    }
  });

  it('never says “not paid” before it is known', async () => {
    const { body } = await ask(pages.link('return'));
    const shown = body.replace(/<section[^>]*hidden>[\s\S]*?<\/section>/g, '');
    assert.match(shown, /Confirming the payment/);
    assert.match(shown, /http-equiv="refresh"/);
    assert.doesNotMatch(shown, /declined|Nothing has been charged|closed/);
    pages.standing = 'paid';
    const after = await ask(pages.link('return'));
    assert.match(after.body, /<title>Paid: the membership is active<\/title>/);
    assert.doesNotMatch(after.body, /http-equiv="refresh"/);
  });

  it('tells the script how a payment stands', async () => {
    const status = `${pages.origin}/pay/status/${pages.token('return')}`;
    for (const standing of ['confirming', 'paid', 'ended', 'gone'] as const) {
      pages.standing = standing;
      assert.deepEqual(JSON.parse((await ask(status, 'GET', json)).body), { standing });
    }
  });

  it('hands out a receipt as a PDF under its name, or says that there is none', async () => {
    assert.match((await ask(pages.link('receipt'))).body, /There is no receipt yet/);
    pages.receipt = { pdf: Buffer.from('%PDF-1.3 x'), fileName: 'Kvitto-1000000005 å.pdf' };
    const { status, headers, body } = await ask(pages.link('receipt'));
    assert.deepEqual([status, body], [200, '%PDF-1.3 x']);
    assert.equal(headers['content-type'], 'application/pdf');
    assert.equal(
      headers['content-disposition'],
      `inline; filename="Kvitto-1000000005__.pdf"; filename*=UTF-8''Kvitto-1000000005%20%C3%A5.pdf`,
    );
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(String(headers['content-security-policy']), /^default-src 'none';.*frame-ancestors 'none'$/);
  });

  it('pages are never kept, never referred to, and framed by Microsoft 365 alone', async () => {
    for (const url of [pages.link('pay'), pages.link('return'), `${pages.origin}/pay/x`]) {
      const { headers } = await ask(url);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; /);
      assert.match(policy, /frame-ancestors https:\/\/teams\.microsoft\.com [^;*]*\*\.teams\.microsoft\.com/);
      assert.doesNotMatch(policy, /unsafe|data:| \*[ ;]/);
    }
    const policy = String((await ask(pages.link('pay'))).headers['content-security-policy']);
    assert.match(policy, /form-action 'self' http:\/\/gateway\.localhost:\*;/);
  });

  it('the guess at a language can be corrected by whoever frames the page', async () => {
    const { body } = await ask(`${pages.origin}/pay/x?language=sv`, 'GET', { 'accept-language': 'nl' });
    assert.match(body, /<html lang="sv" data-language="known">[\s\S]*Här finns inget/);
    const other = await ask(`${pages.origin}/pay/x?language=%22%3E`, 'GET', { 'accept-language': 'de, fr' });
    assert.match(other.body, /<html lang="en" data-language="guessed">/);
  });
});
