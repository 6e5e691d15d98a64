import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askHolder } from '../../../store/lock/ask.ts';
import { takeLock } from '../../../store/lock/lock.ts';

const locked = { name: 'StoreFault', code: 'locked' };
const script = fileURLToPath(new URL('lock-child.ts', import.meta.url));

const startChild = async (
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly says: string }> => {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [says] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { child, says: says.trim() };
};

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

const answerOf = async (
  folder: string,
  name: string,
  body: string,
): Promise<readonly string[] | undefined> => {
  const answer = await askHolder(folder, { name, body });
  if (!answer) return undefined;
  const lines: string[] = [];
  for await (const line of answer) lines.push(line);
  return lines;
};

for (const [what, deeper] of [
  ['a folder', '.'],
  ['a folder whose path is too long for a socket', join('x'.repeat(60), 'y'.repeat(60))],
] as const)
  describe(`the lock of ${what}`, () => {
    let root: string;
    let folder: string;
    beforeEach(async () => {
      root = await mkdtemp(join(tmpdir(), 'lock-'));
      folder = join(root, deeper);
      await mkdir(folder, { recursive: true });
    });
    afterEach(() => rm(root, { recursive: true, force: true }));

    it('is refused to a second one until the first gives it back', async () => {
      const first = await takeLock(folder);
      await assert.rejects(takeLock(folder), locked);
      await first.release();
      await (await takeLock(folder)).release();
    });

    it('is had by exactly one of many that ask at once', async () => {
      const asked = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)));
      const taken = asked.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
      assert.equal(taken.length, 1);
      await taken[0]!.release();
    });

    it('is refused while another process has it, and free straight after that one was killed', async () => {
      for (let round = 0; round < 3; round += 1) {
        const { child, says } = await startChild(folder);
        assert.equal(says, 'taken');
        await assert.rejects(takeLock(folder), locked);
        await kill(child);
        const lock = await takeLock(folder);
        const refused = await startChild(folder);
        assert.equal(refused.says, 'locked');
        await kill(refused.child);
        await lock.release();
      }
    });

    it('passes work to whoever has it, and the answer back line by line', async () => {
      const lock = await takeLock(folder);
      lock.serve({
        double: async function* (body) {
          yield* [body, body];
          await Promise.resolve();
        },
      });
      const long = 'é'.repeat(300_000) + '\n"';
      assert.deepEqual(await answerOf(folder, 'double', long), [long, long]);
      await lock.release();
      assert.equal(await answerOf(folder, 'double', ''), undefined);
    });

    it('tells the asker what went wrong', async () => {
      const lock = await takeLock(folder);
      lock.serve({
        // eslint-disable-next-line require-yield
        fail: async function* () {
          await Promise.resolve();
          throw new Error('the disk is full');
        },
      });
      await assert.rejects(answerOf(folder, 'fail', ''), { name: 'StoreFault', message: 'the disk is full' });
      await assert.rejects(answerOf(folder, 'constructor', ''), /does not take this work/);
      await lock.release();
    });
  });

describe('the lock of a folder that is not there', () => {
  it('is held by nobody', async () => {
    assert.equal(await askHolder(join(tmpdir(), 'no-such-folder-here'), { name: 'a', body: '' }), undefined);
  });
});

describe('a lock that was killed with', () => {
  it('leaves no sockets behind after the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lock-'));
    const { child } = await startChild(folder);
    await kill(child);
    const lock = await takeLock(folder);
    assert.equal((await readdir(join(folder, 'lock'))).length, 1);
    await lock.release();
    assert.deepEqual(await readdir(join(folder, 'lock')), []);
    await rm(folder, { recursive: true });
  });
});
