import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botLog } from '../../bot/observe/log.ts';
import { readCatalogue } from '../../bot/settings/catalogue.ts';
import { isUsedLocally } from '../../bot/settings/local-mark.ts';
import { readSettings } from '../../bot/settings/settings.ts';
import { withDemoOperator } from '../../playground/demo/operators.ts';
import { startLocalMode, type LocalMode } from '../../playground/local-mode.ts';
import { exportAt, importAt } from '../../store/exchange/at-folder.ts';

interface ShownCard {
  readonly id: string;
  readonly from: string;
  readonly activity?: {
    readonly text?: string;
    readonly attachments?: readonly { readonly content: unknown }[];
  };
}

/** A button's data, found anywhere in a card. */
const buttons = (value: unknown): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'data' in value && 'type' in value && value.type === 'Action.Submit' ? [value.data] : [];
  return [...(own as Record<string, unknown>[]), ...Object.values(value).flatMap(buttons)];
};

describe('playground: the composed bot in local mode', function () {
  this.timeout(20_000);
  let folder: string;
  let mode: LocalMode | undefined;

  const start = async (fresh = false, port = 0): Promise<LocalMode> => {
    const read = readSettings(
      withDemoOperator({ DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'silent' }),
      'local',
    );
    const catalogue = await readCatalogue();
    assert.ok(read.kind === 'settings' && catalogue.kind === 'catalogue');
    const { settings } = read;
    mode = await startLocalMode({ settings, catalogue: catalogue.catalogue, log: botLog('silent'), fresh });
    return mode;
  };
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${mode!.url}/local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 200, path);
    return response.json() as Promise<Record<string, unknown>>;
  };
  const chat = async (person: string): Promise<ShownCard[]> => {
    const response = await fetch(`${mode!.url}/local/chat?person=${person}`);
    return ((await response.json()) as { items: ShownCard[] }).items;
  };
  const press = async (person: string, action: string, inputs: object = {}): Promise<void> => {
    for (const item of (await chat(person)).reverse()) {
      const data = buttons(item.activity).find((one) => one['action'] === action);
      if (!data) continue;
      await post('say', { person, value: { ...data, ...inputs }, replyToId: item.id });
      return;
    }
    assert.fail(`no button ${action}`);
  };
  const states = async (): Promise<string[]> => {
    const { orders } = (await (await fetch(`${mode!.url}/local/state`)).json()) as {
      orders: { state: string }[];
    };
    return orders.map(({ state }) => state);
  };
  /** Dana buys gold by bank transfer. */
  const buy = async (): Promise<void> => {
    await post('say', { person: 'dana', text: 'cloud platform' });
    await press('dana', 'subscribe');
    const contact = { contactName: 'Dana Reyes', contactEmail: 'dana@contoso.example.com' };
    await press('dana', 'next', { ...contact, contactPhone: '+1 206 555 0100', method: 'transfer' });
    await press('dana', 'submit', { agreement: 'true' });
    assert.deepEqual(await states(), ['awaitingTransfer']);
  };
  const partners = async (): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of exportAt({ folder })) lines.push((JSON.parse(line) as { name: string }).name);
    return lines.sort();
  };
  const demo = ['Alpine Ski House W.L.L.', 'Contoso, Ltd.', 'Fabrikam B.V.', 'Nordvind Handel AB'];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-start-'));
  });
  afterEach(async () => {
    await mode?.stop();
    mode = undefined;
    await rm(folder, { recursive: true });
  });

  it('has the demo partners, marks its folder, and shows what the bot answers', async () => {
    await start();
    assert.deepEqual(await partners(), demo);
    assert.equal(await isUsedLocally(folder), true);
    await post('say', { person: 'dana', language: 'nl', text: 'help' });
    const items = await chat('dana');
    assert.deepEqual(
      items.map(({ from }) => from),
      ['bot', 'person', 'bot'],
    );
    assert.match(JSON.stringify(items.at(-1)), /Lidmaatschapsaanbiedingen/);
  });

  it('expires an order on the way of the clock, at the start of day 31', async () => {
    await start();
    await buy();
    await post('clock', { advance: 'P30D' });
    assert.deepEqual(await states(), ['awaitingTransfer']);
    await post('clock', { advance: 'P1D' });
    assert.deepEqual(await states(), ['expired']);
  });

  it('lets the bank pay an order, and tells the person', async () => {
    await start();
    await buy();
    const { orders } = (await (await fetch(`${mode!.url}/local/state`)).json()) as {
      orders: { number: string; right: { amount: string; currency: string } }[];
    };
    const [order] = orders;
    const answer = await post('bank', { ...order!.right, text: `/INV/${order!.number} contoso` });
    assert.deepEqual(answer['result'], { kind: 'matched', order: order!.number });
    assert.deepEqual(await states(), ['active']);
    assert.match(JSON.stringify((await chat('dana')).at(-1)), /Paid in full/);
    const held = await post('bank', { ...order!.right, text: 'no reference' });
    assert.deepEqual(held['result'], { kind: 'held', because: 'noReference' });
  });

  it('keeps its data and its clock over a restart, and starts anew when told', async () => {
    await start();
    await buy();
    const moved = await post('clock', { now: '2030-01-01T00:00:00Z' });
    await mode!.stop();
    await start();
    const state = (await (await fetch(`${mode!.url}/local/state`)).json()) as { now: string };
    assert.equal(state.now.slice(0, 10), String(moved['now']).slice(0, 10));
    assert.deepEqual(await states(), ['expired']);
    await mode!.stop();
    await start(true);
    assert.deepEqual(await states(), []);
    assert.deepEqual(await partners(), demo);
  });

  describe('after an import of its own partners', () => {
    beforeEach(async () => {
      const catalogue = await readCatalogue();
      assert.ok(catalogue.kind === 'catalogue');
      const address = { lines: ['Damrak 1'], postcode: '1012 LG', city: 'Amsterdam', country: 'NL' };
      const own = {
        ...{
          mpnId: '7000001',
          locationIds: [],
          name: 'Own B.V.',
          country: 'NL',
          tenantId: 'own',
          verified: true,
        },
        ...{
          contact: { name: 'O', email: 'o@own.example', phone: '+31 20 555 0101' },
          billTo: address,
          soldTo: address,
        },
        ...{ people: [], qualifications: [], memberships: [] },
      };
      const result = await importAt({ folder }, catalogue.catalogue, JSON.stringify({ partners: [own] }));
      assert.deepEqual(result, { kind: 'imported', partners: 1 });
    });

    it('leaves it alone and brings no demo partners', async () => {
      await start();
      assert.deepEqual(await partners(), ['Own B.V.']);
    });

    it('sets it aside when it starts anew', async () => {
      await start(true);
      assert.deepEqual(await partners(), demo);
      assert.equal((await readdir(folder)).filter((name) => name.startsWith('before-')).length, 1);
    });
  });

  it('takes another port where its own is taken, and says which', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port: taken } = other.address() as AddressInfo;
    const { port, url } = await start(false, taken);
    other.close();
    assert.notEqual(port, taken);
    assert.equal(url, `http://localhost:${port}`);
  });

  it('refuses a folder that another bot has open', async () => {
    const first = await start();
    await assert.rejects(start(), { name: 'StoreFault', code: 'locked' });
    mode = first;
  });
});
