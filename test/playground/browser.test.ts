import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasBrowser, type Machine } from '../../playground/browser.ts';

describe('playground: whether a browser is opened', () => {
  let bin: string;
  before(async () => {
    bin = await mkdtemp(join(tmpdir(), 'bin-'));
    await writeFile(join(bin, 'xdg-open'), '');
    await chmod(join(bin, 'xdg-open'), 0o755);
  });
  after(() => rm(bin, { recursive: true }));

  const machines: readonly (readonly [string, boolean, NodeJS.Platform, (bin: string) => Machine['env']])[] =
    [
      ['a Mac', true, 'darwin', () => ({})],
      ['Windows', true, 'win32', () => ({})],
      ['Linux with a screen and an opener', true, 'linux', (PATH) => ({ PATH, DISPLAY: ':0' })],
      ['Linux under Wayland', true, 'linux', (PATH) => ({ PATH, WAYLAND_DISPLAY: 'wayland-0' })],
      ['Linux without a screen', false, 'linux', (PATH) => ({ PATH })],
      ['Linux without an opener', false, 'linux', () => ({ PATH: '/nowhere', DISPLAY: ':0' })],
      ['a build server', false, 'darwin', () => ({ CI: 'true' })],
      ['where it is turned off', false, 'darwin', () => ({ TEAMSAPPTESTER_BROWSER: 'none' })],
    ];
  for (const [machine, opened, platform, env] of machines) {
    it(`${machine}: ${opened ? 'yes' : 'no'}`, async () => {
      assert.equal(await hasBrowser({ platform, env: env(bin) }), opened);
    });
  }
});
