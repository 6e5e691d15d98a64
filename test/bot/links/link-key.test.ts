import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkKey } from '../../../bot/links/link-key.ts';

describe('the key of signed links', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'link-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, and is the same from then on', async () => {
    const made = await linkKey(join(folder, 'data'));
    assert.equal(made.length, 32);
    assert.deepEqual(await linkKey(join(folder, 'data')), made);
    assert.notDeepEqual(await linkKey(join(folder, 'other')), made);
  });

  it('is for its owner alone, and nothing else is left behind', async () => {
    await linkKey(folder);
    assert.equal((await stat(join(folder, 'link-key'))).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ['link-key']);
  });

  it('is made although a start before was cut off while making it', async () => {
    await writeFile(join(folder, 'link-key.new'), 'half');
    assert.equal((await linkKey(folder)).length, 32);
  });

  it('that is damaged is named, not replaced', async () => {
    await writeFile(join(folder, 'link-key'), 'short');
    await assert.rejects(linkKey(folder), /link-key is damaged/);
  });
});
