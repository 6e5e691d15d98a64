import assert from 'node:assert/strict';
import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { type Fetched, type FetchMeans, fetchFile } from '../../../payments/proof/fetch.ts';
import { loopbackReach } from '../../../payments/proof/hosts.ts';
import { respond } from '../../support/respond.ts';
import { type Host, hostThat } from './host.ts';

const pdf = Buffer.from('%PDF-1.7 and so on');
const fetched: Fetched = { kind: 'fetched', bytes: pdf };
const unreachable = (because: 'host' | 'gone' | 'page' | 'error' | 'slow'): Fetched => ({
  kind: 'unreachable',
  because,
});

const sends =
  (status: number, headers: Record<string, string>, body: string | Buffer = ''): RequestListener =>
  (_, response) =>
    respond(response, status, headers, body);
const sendsFile = (headers: Record<string, string> = {}): RequestListener => sends(200, headers, pdf);
const redirects = (location: string, status = 302): RequestListener => sends(status, { location });

/** Writes as long as somebody takes it. */
const pours = (response: ServerResponse, chunk: Buffer): void => {
  const more = (): void => {
    if (!response.destroyed) response.write(chunk, more);
  };
  more();
};

const page = '\ufeff\n<!-- sign in --><!DOCTYPE html><html><body>Sign in</body></html>';

/** Redirects as often as its path says, then sends the file. */
const counts: RequestListener = (request, response) => {
  const left = Number(request.url?.slice(1));
  if (left === 0) response.end(pdf);
  else respond(response, 307, { location: String(left - 1) }, 'moved');
};

let dispatcher: Agent;
beforeEach(() => {
  dispatcher = new Agent();
});
afterEach(() => dispatcher.destroy());

const meansOf = (change: Partial<FetchMeans> = {}): FetchMeans => ({
  dispatcher,
  reach: loopbackReach,
  limits: { bytes: 64 * 1024, redirects: 3, fetchTime: 5_000 },
  closing: new AbortController().signal,
  ...change,
});

const hasty = (): FetchMeans => meansOf({ limits: { bytes: 64 * 1024, redirects: 3, fetchTime: 150 } });
const at = (host: Host, path = '/file'): { url: string; fileName: string } => ({
  url: host.origin + path,
  fileName: 'proof.pdf',
});

describe('fetching a proof', () => {
  const cases: readonly (readonly [what: string, host: RequestListener, expected: Fetched])[] = [
    ['the file', sendsFile(), fetched],
    ['the file, called a page', sendsFile({ 'content-type': 'text/html' }), fetched],
    ['the file, said to be unencoded', sendsFile({ 'content-encoding': 'identity' }), fetched],
    ['nothing', sends(200, {}), { kind: 'fetched', bytes: Buffer.alloc(0) }],
    ['404', sends(404, {}, 'no'), unreachable('gone')],
    ['410', sends(410, {}, 'no'), unreachable('gone')],
    ['403', sends(403, {}, page), unreachable('error')],
    ['500', sends(500, {}, 'no'), unreachable('error')],
    ['a part', sends(206, {}, pdf), unreachable('error')],
    ['a page', sends(200, { 'content-type': 'text/html' }, page), unreachable('page')],
    ['a page, called a PDF', sends(200, { 'content-type': 'application/pdf' }, page), unreachable('page')],
    [
      'a page of comments',
      sends(200, {}, '<!---->'.repeat(5_000)),
      {
        kind: 'fetched',
        bytes: Buffer.from('<!---->'.repeat(5_000)),
      },
    ],
    [
      'gzip',
      sends(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(9_000_000))),
      unreachable('error'),
    ],
    [
      'as much as is allowed',
      sends(200, {}, Buffer.alloc(65_536)),
      {
        kind: 'fetched',
        bytes: Buffer.alloc(65_536),
      },
    ],
    ['a byte more', sends(200, {}, Buffer.alloc(65_537)), { kind: 'tooLarge' }],
    [
      'without an end, all it can',
      (_, response) => pours(response, Buffer.alloc(65_536)),
      { kind: 'tooLarge' },
    ],
    [
      'less than promised',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write(pdf, () => response.destroy());
      },
      unreachable('error'),
    ],
    ['a cut connection', (_, response) => response.destroy(), unreachable('error')],
    ['a redirect to nowhere', sends(302, {}), unreachable('error')],
    ['a redirect to no address', redirects('http://['), unreachable('error')],
    ['a redirect off the list', redirects('https://contoso.sharepoint.com/file'), unreachable('host')],
    ['a redirect into the network', redirects('http://169.254.169.254/latest', 301), unreachable('host')],
    ['a redirect to a file', redirects('file:///etc/passwd', 308), unreachable('host')],
    ['a redirect to itself', redirects('/file'), unreachable('error')],
  ];
  for (const [what, host, expected] of cases) {
    it(`${what}: ${'because' in expected ? expected.because : expected.kind}`, async () => {
      await using server = await hostThat(host);
      assert.deepEqual(await fetchFile(at(server), meansOf()), expected);
    });
  }

  it('follows three redirects, not four', async () => {
    await using server = await hostThat(counts);
    assert.deepEqual(await fetchFile(at(server, '/3'), meansOf()), fetched);
    assert.deepEqual(await fetchFile(at(server, '/4'), meansOf()), unreachable('error'));
  });

  it('asks nobody off the list', async () => {
    for (const url of ['https://contoso.sharepoint.com/x', 'http://10.0.0.1/x', 'no address', '']) {
      assert.deepEqual(await fetchFile({ url, fileName: 'a.pdf' }, meansOf()), unreachable('host'));
    }
  });

  it('gives up on a host that never answers', async () => {
    await using server = await hostThat(() => undefined);
    assert.deepEqual(await fetchFile(at(server), hasty()), unreachable('slow'));
  });

  it('gives up on a file that never ends, however little comes at a time', async () => {
    await using server = await hostThat((_, response) => {
      const drip = setInterval(() => response.write('%'), 20);
      response.on('close', () => clearInterval(drip));
    });
    assert.deepEqual(await fetchFile(at(server), hasty()), unreachable('slow'));
  });

  it('gives up on redirects that are each just quick enough', async () => {
    await using server = await hostThat((_, response) => {
      setTimeout(() => respond(response, 302, { location: '/file' }), 100);
    });
    assert.deepEqual(await fetchFile(at(server), hasty()), unreachable('slow'));
  });

  it('hangs up on what is too large, rather than to take it', async () => {
    const hungUp = Promise.withResolvers<undefined>();
    await using server = await hostThat((_, response) => {
      response.on('close', () => hungUp.resolve(undefined));
      response.writeHead(200, { 'content-length': String(200 * 1024 * 1024) });
      pours(response, Buffer.alloc(16 * 1024));
    });
    assert.deepEqual(await fetchFile(at(server), meansOf()), { kind: 'tooLarge' });
    await hungUp.promise;
  });

  it('asks for the bytes as they are', async () => {
    const asked = Promise.withResolvers<string | undefined>();
    await using server = await hostThat((request, response) => {
      asked.resolve(request.headers['accept-encoding']);
      response.end(pdf);
    });
    await fetchFile(at(server), meansOf());
    assert.equal(await asked.promise, 'identity');
  });
});

describe('the bot’s token', () => {
  const seenBy =
    (seen: (string | undefined)[], then: RequestListener = sendsFile()): RequestListener =>
    (request, response) => {
      seen.push(request.headers.authorization);
      then(request, response);
    };
  const withToken = (): FetchMeans => meansOf({ token: () => Promise.resolve('secret') });

  it('goes to the origin of the service URL, whatever the path', async () => {
    const seen: (string | undefined)[] = [];
    await using connector = await hostThat(seenBy(seen));
    const source = { ...at(connector), serviceUrl: `${connector.origin}/_connector` };
    assert.deepEqual(await fetchFile(source, withToken()), fetched);
    assert.deepEqual(seen, ['Bearer secret']);
  });

  it('is not asked for when the file lies elsewhere, or came without a service URL', async () => {
    const seen: (string | undefined)[] = [];
    await using files = await hostThat(seenBy(seen));
    await using connector = await hostThat(sendsFile());
    const means = meansOf({ token: () => Promise.reject(new Error('asked')) });
    await fetchFile({ ...at(files), serviceUrl: connector.origin }, means);
    await fetchFile({ ...at(files), serviceUrl: 'no address' }, means);
    await fetchFile(at(files), means);
    assert.deepEqual(seen, [undefined, undefined, undefined]);
  });

  it('goes to no host that is not a connector, not even one that calls itself the service', async () => {
    const seen: (string | undefined)[] = [];
    await using files = await hostThat(seenBy(seen));
    const reach = { mayFetch: () => true, isConnector: () => false };
    await fetchFile({ ...at(files), serviceUrl: files.origin }, { ...withToken(), reach });
    assert.deepEqual(seen, [undefined]);
  });

  it('stays with redirects inside the origin, and is dropped for good by one that leaves it', async () => {
    const seen: (string | undefined)[] = [];
    const other: (string | undefined)[] = [];
    const back = Promise.withResolvers<string>();
    await using files = await hostThat((request, response) => {
      void back.promise.then((location) => seenBy(other, redirects(location))(request, response));
    });
    await using connector: Host = await hostThat((request, response) => {
      const then = { '/file': redirects('/moved'), '/moved': redirects(files.origin) }[request.url ?? ''];
      seenBy(seen, then)(request, response);
    });
    back.resolve(`${connector.origin}/back`);
    const source = { ...at(connector), serviceUrl: connector.origin };
    assert.deepEqual(await fetchFile(source, withToken()), fetched);
    assert.deepEqual([seen, other], [['Bearer secret', 'Bearer secret', undefined], [undefined]]);
  });

  it('that can’t be had is our fault, not the file’s', async () => {
    await using connector = await hostThat(sendsFile());
    const source = { ...at(connector), serviceUrl: connector.origin };
    const means = meansOf({ token: () => Promise.reject(new Error('no sign-in')) });
    await assert.rejects(fetchFile(source, means), /no sign-in/);
  });
});
