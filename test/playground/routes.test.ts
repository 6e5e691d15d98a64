import assert from 'node:assert/strict';
import { request } from 'node:http';
import { at, order, orderNumber, partner } from '../support/partner.ts';
import { startLocalMode, type LocalMode, type LocalModeOptions } from './local-mode.ts';

describe('playground: the routes of local mode', () => {
  let mode: LocalMode;
  const start = async (options: LocalModeOptions = {}): Promise<void> => {
    mode = await startLocalMode(options);
  };
  afterEach(() => mode.close());
  const json = async (response: Response): Promise<unknown> => response.json();

  describe('the clock', () => {
    const moves: readonly (readonly [string, object, string])[] = [
      ['forward by days', { advance: 'P30D' }, '2026-12-21T09:00:00.000Z'],
      ['forward by a month', { advance: 'P1M' }, '2026-12-21T09:00:00.000Z'],
      ['forward by hours', { advance: 'PT36H' }, '2026-11-22T21:00:00.000Z'],
      ['back', { advance: '-P1D' }, '2026-11-20T09:00:00.000Z'],
      ['to a moment', { now: '2026-12-24T09:00:00Z' }, '2026-12-24T09:00:00.000Z'],
      ['to a moment elsewhere', { now: '2026-12-24T09:00:00+01:00' }, '2026-12-24T08:00:00.000Z'],
    ];
    for (const [title, body, now] of moves) {
      it(`goes ${title}`, async () => {
        await start();
        const response = await mode.post('/local/clock', body);
        assert.deepEqual([response.status, await json(response)], [200, { now }]);
        assert.equal(mode.clock.now(), now);
      });
    }

    it('stops at every due moment on its way and shows that moment there', async () => {
      await start({
        due: ['2026-11-25T08:00:00.000Z', '2026-11-28T08:00:00.000Z', '2027-01-01T00:00:00.000Z'],
      });
      await mode.post('/local/clock', { advance: 'P30D' });
      assert.deepEqual(mode.stops, [
        { moment: '2026-11-25T08:00:00.000Z', shown: '2026-11-25T08:00:00.000Z' },
        { moment: '2026-11-28T08:00:00.000Z', shown: '2026-11-28T08:00:00.000Z' },
      ]);
    });

    it('does no work when it is set back', async () => {
      await start({ due: ['2026-11-01T08:00:00.000Z'] });
      await mode.post('/local/clock', { now: '2026-11-10T08:00:00Z' });
      assert.deepEqual(mode.stops, []);
    });

    it('adds up moves that come at once', async () => {
      await start();
      await Promise.all([1, 2, 3].map(() => mode.post('/local/clock', { advance: 'P1D' })));
      assert.equal(mode.clock.now(), '2026-11-24T09:00:00.000Z');
    });
  });

  const wrongs: readonly (readonly [string, string, unknown, RegExp])[] = [
    ['a clock move without a word', '/local/clock', {}, /"advance":"P30D"/],
    ['two clock moves in one', '/local/clock', { advance: 'P1D', now: '2026-12-24T09:00:00Z' }, /"advance"/],
    ['no duration', '/local/clock', { advance: '30 days' }, /no ISO 8601 duration/],
    ['no moment', '/local/clock', { now: 'tomorrow' }, /no moment in time/],
    ['a moment without a zone', '/local/clock', { now: '2026-12-24T09:00:00' }, /no moment in time/],
    ['a year out of range', '/local/clock', { now: '+009999-12-24T09:00:00Z' }, /from 2000 to 2200/],
    ['JSON that is none', '/local/clock', '{"advance"', /Send JSON/],
    ['no object', '/local/bank', [], /object/],
    ['no amount', '/local/bank', { currency: 'EUR', text: '' }, /amount: The amount is a decimal/],
    ['a comma', '/local/bank', { amount: '1,00', currency: 'EUR' }, /a decimal above 0/],
    ['too many digits', '/local/bank', { amount: '1.005', currency: 'EUR' }, /at most 2 digits/],
    ['digits that yen have not', '/local/bank', { amount: '1.5', currency: 'JPY' }, /at most 0 digits/],
    ['nothing', '/local/bank', { amount: '0.00', currency: 'EUR' }, /above 0/],
    ['less than nothing', '/local/bank', { amount: -5, currency: 'EUR' }, /above 0/],
    ['no currency', '/local/bank', { amount: '1.00', currency: 'euro' }, /ISO 4217/],
    [
      'a currency without account',
      '/local/bank',
      { amount: '1.00', currency: 'CHF' },
      /No account receives CHF/,
    ],
    [
      'no day',
      '/local/bank',
      { amount: '1', currency: 'EUR', valueDate: '2026-02-30' },
      /value date is a day/,
    ],
    [
      'a person whom nobody knows',
      '/local/say',
      { person: 'nobody', text: 'hi' },
      /Nobody here is called "nobody"/,
    ],
    ['nothing said', '/local/say', { person: 'alex' }, /person, text/],
    [
      'a form that is none',
      '/local/file',
      { person: 'alex', form: 'fax', name: 'a', base64: '' },
      /desktop or phone/,
    ],
    [
      'a file without a name',
      '/local/file',
      { person: 'alex', form: 'desktop', name: '', base64: '' },
      /needs a name/,
    ],
    [
      'a file whose name never ends',
      '/local/file',
      { person: 'alex', form: 'desktop', name: 'n'.repeat(1_001), base64: '' },
      /1,000 characters at most/,
    ],
    [
      'a file that is no Base64',
      '/local/file',
      { person: 'alex', form: 'phone', name: 'a', base64: '§' },
      /base64/,
    ],
  ];
  for (const [title, path, body, sentence] of wrongs) {
    it(`answers ${title} with a sentence and does nothing`, async () => {
      await start();
      const response = await mode.post(path, body);
      const { error } = (await json(response)) as { error: string };
      assert.equal(response.status, 400);
      assert.match(error, sentence);
      assert.deepEqual([mode.heard, mode.credited], [[], []]);
      assert.equal(mode.clock.now(), '2026-11-21T09:00:00.000Z');
    });
  }

  describe('the bank', () => {
    it('credits the account of the currency today, a new line each time', async () => {
      await start();
      const body = { amount: '3800.00', currency: 'EUR', text: 'ORDER 1' };
      await mode.post('/local/bank', body);
      const response = await mode.post('/local/bank', body);
      assert.equal(response.status, 200);
      const [first, second] = mode.credited;
      assert.notEqual(first?.id, second?.id);
      assert.deepEqual(
        { ...second, id: '' },
        {
          id: '',
          account: 'IE29 AIBK 9311 5212 3456 78',
          bookedOn: '2026-11-21',
          valueDate: '2026-11-21',
          amount: { currency: 'EUR', minor: 380_000 },
          text: 'ORDER 1',
          status: { kind: 'recorded' },
        },
      );
    });

    it('credits what it is told: account, value date, three decimals, a number', async () => {
      await start();
      const given = { account: 'X-1', valueDate: '2026-11-01', amount: 1450.125, currency: 'KWD', text: '' };
      await mode.post('/local/bank', given);
      const [line] = mode.credited;
      assert.deepEqual(
        [line?.account, line?.valueDate, line?.amount],
        ['X-1', '2026-11-01', { currency: 'KWD', minor: 1_450_125 }],
      );
    });
  });

  it('shows the orders with what is due, less, more and in another currency', async () => {
    await start({
      partners: [
        partner({ orders: [order({ placedAt: at('2026-11-20'), lastDay: '2026-12-20' as never })] }),
      ],
    });
    const state = (await json(await fetch(`${mode.url}/local/state`))) as {
      orders: readonly Record<string, unknown>[];
    };
    const [shown] = state.orders;
    assert.equal(shown?.['number'], orderNumber(1));
    assert.deepEqual(
      ['right', 'short', 'over', 'otherCurrency'].map((name) => shown[name]),
      [
        { amount: '1000.00', currency: 'EUR' },
        { amount: '900.00', currency: 'EUR' },
        { amount: '1100.00', currency: 'EUR' },
        { amount: '100.00', currency: 'USD' },
      ],
    );
  });

  describe('who may ask', () => {
    const status = (
      headers: Record<string, string>,
      path = '/local/state',
      method = 'GET',
    ): Promise<number> =>
      new Promise((resolve, reject) => {
        const sent = request(`${mode.url}${path}`, { method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        sent.on('error', reject);
        sent.end(method === 'POST' ? '{"advance":"P1D"}' : undefined);
      });
    const type = { 'content-type': 'application/json' };

    for (const path of ['/local', '/local/page.js', '/local/state', '/local/chat?person=alex']) {
      it(`${path} is not served to a host that is not loopback`, async () => {
        await start();
        assert.equal(await status({ host: 'evil.example' }, path), 403);
        assert.equal(await status({ host: 'localhost:3978' }, path), 200);
      });
    }
    it('a page of another site moves nothing', async () => {
      await start();
      assert.equal(await status({ ...type, origin: 'https://evil.example' }, '/local/clock', 'POST'), 403);
      assert.equal(await status({ ...type, origin: 'null' }, '/local/clock', 'POST'), 403);
      assert.equal(await status({ 'content-type': 'text/plain' }, '/local/clock', 'POST'), 400);
      assert.equal(mode.clock.now(), '2026-11-21T09:00:00.000Z');
      assert.equal(await status({ ...type, origin: 'http://localhost:3978' }, '/local/clock', 'POST'), 200);
    });
    it('only a file may be large, and that not without end', async () => {
      await start();
      const text = 'x'.repeat(300 * 1024);
      assert.equal((await mode.post('/local/bank', { amount: '1', currency: 'EUR', text })).status, 413);
      const file = { person: 'alex', form: 'desktop', name: 'a.pdf' };
      const base64 = (mega: number): string => Buffer.alloc(mega * 1024 * 1024).toString('base64');
      assert.equal((await mode.post('/local/file', { ...file, base64: base64(5) })).status, 200);
      assert.equal((await mode.post('/local/file', { ...file, base64: base64(29) })).status, 200);
      assert.equal((await mode.post('/local/file', { ...file, base64: base64(31) })).status, 413);
    });
  });
});
