import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { exchangeHandlers } from '../../../store/exchange/at-folder.ts';
import { put } from '../../store/contract/place.ts';
import { inFile } from '../../store/exchange/files.ts';
import { newFolder, type Folder } from '../../store/folders.ts';
import { partner } from '../../store/samples.ts';
import { catalogue } from '../../support/catalogue.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const production = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: '5b1c5f0e-3f44-4c0d-8a83-0d9e7c1f2a10',
  MicrosoftAppTenantId: '7f0d5c61-6a5e-4e0c-9d62-2f3f5f1a0b01',
  PUBLIC_URL: 'https://bot.fabrikam.com',
  HOST: '127.0.0.1',
};

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaint: string;
}

/** A program of the bot, as a process of its own, until it has ended. */
const run = async (args: readonly string[], env: Record<string, string>): Promise<Ended> => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, complaint] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode ?? once(child, 'exit'),
  ]);
  return { code: child.exitCode, out, complaint };
};

describe('the programs that a terminal starts', function () {
  this.timeout(20_000);
  let folder: Folder;
  const file = (): string => join(folder.path, 'partners-to-import.json');

  beforeEach(async () => {
    folder = await newFolder();
    await writeFile(file(), JSON.stringify({ partners: [inFile()] }));
  });
  afterEach(() => folder.remove());

  const programs: readonly [string, () => readonly string[], Record<string, string>][] = [
    ['start', () => ['bot/main.ts'], production],
    ['local', () => ['playground/main.ts'], { PORT: '0' }],
    ['import', () => ['bot/commands/import.ts', file()], {}],
    ['export', () => ['bot/commands/export.ts'], {}],
  ];
  for (const [name, args, env] of programs)
    it(`${name} says in a sentence that its data folder can’t be used`, async () => {
      await writeFile(join(folder.path, 'lock'), 'a file where a folder should be');
      const { code, complaint } = await run(args(), { ...env, DATA_DIR: folder.path });
      assert.equal(code, 1);
      assert.match(complaint, /the data folder \S+ can't be used: E/);
      assert.doesNotMatch(complaint, /\n +at /);
    });

  it('start says in a sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    assert(address && typeof address === 'object');
    const env = { ...production, PORT: String(address.port), DATA_DIR: folder.path };
    const { code, complaint } = await run(['bot/main.ts'], env);
    other.close();
    assert.equal(code, 1);
    assert.match(complaint, /EADDRINUSE/);
    assert.doesNotMatch(complaint, /\n +at /);
  });

  it('import counts one partner as one', async () => {
    const { out } = await run(['bot/commands/import.ts', file()], { DATA_DIR: folder.path });
    assert.equal(out, '1 partner imported.\n');
  });

  for (const running of [false, true])
    it(`export leaves out who is damaged and says so, the bot ${running ? 'running' : 'at rest'}`, async () => {
      const before = await folder.open();
      await put(before, [partner(1), partner(2)]);
      await before.close();
      await writeFile(join(folder.path, 'partners', `${partner(1).mpnId}.json`), '');
      const bot = running ? await folder.open() : undefined;
      bot?.serve(exchangeHandlers(bot, catalogue));
      const { code, out, complaint } = await run(['bot/commands/export.ts'], { DATA_DIR: folder.path });
      await bot?.close();
      assert.equal(code, 1);
      assert.equal(out.split('\n').length, 2);
      assert.match(complaint, /^The export is not whole: .*damaged: \d+\n$/);
    });
});
